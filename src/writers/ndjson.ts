import type { Writer } from './writer.js'

/** One document of the registry a line, without the registry around it. */
export const ndjson: Writer = {
  begin: () => '',
  before: () => '',
  document: (document) => `${JSON.stringify(document)}\n`,
  end: () => '',
}
