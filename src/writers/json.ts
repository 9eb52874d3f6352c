import type { Writer } from './writer.js'

/** JSON with an indent of two. Within a document every line break is one of the layout: strings have theirs escaped. */
export const json: Writer = {
  begin: (head) => `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "documents": [`,
  document: (document, index) =>
    `${index === 0 ? '' : ','}\n    ${JSON.stringify(document, null, 2).replaceAll('\n', '\n    ')}`,
  end: (count) => `${count === 0 ? '' : '\n  '}]\n}\n`,
}
