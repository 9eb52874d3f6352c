import type { Writer } from './writer.js'

const BEGIN = '{\n  "documents": ['
const END = '\n  ]\n}'

/** JSON with an indent of two. */
export const json: Writer = {
  begin: (head) => `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "documents": [`,
  before: (index) => (index === 0 ? '' : ','),
  // Written as the only one of a list, it comes with the indent that it has in one.
  document: (document) => JSON.stringify({ documents: [document] }, null, 2).slice(BEGIN.length, -END.length),
  end: (count) => `${count === 0 ? '' : '\n  '}]\n}\n`,
}
