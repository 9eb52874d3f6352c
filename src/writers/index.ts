import { json } from './json.js'
import { ndjson } from './ndjson.js'
import type { Writer } from './writer.js'
import { yaml } from './yaml.js'

export { write, type Head, type Readable, type Writer } from './writer.js'

/** The output formats by the name that `-f` takes. */
export const WRITERS = { yaml, json, ndjson } as const satisfies Record<string, Writer>

export type Format = keyof typeof WRITERS

/** The format that a file name asks for, or null. */
export function formatOf(path: string): Format | null {
  if (/\.ya?ml$/i.test(path)) return 'yaml'
  if (/\.json$/i.test(path)) return 'json'
  return /\.(?:ndjson|jsonl)$/i.test(path) ? 'ndjson' : null
}
