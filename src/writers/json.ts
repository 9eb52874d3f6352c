import type { Writer } from './writer.js'

const OUTER = '\n    '
const FIELD = '\n      '
const ITEM = '\n        '

/** JSON with an indent of two. */
export const json: Writer = {
  begin: (head) => `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "documents": [`,
  before: (index) => (index === 0 ? '' : ','),
  document(document) {
    let out = `${OUTER}{`
    let sign = ''
    for (const [name, value] of Object.entries(document)) {
      out += `${sign}${FIELD}"${name}": ${Array.isArray(value) && value.length > 0 ? list(value) : indented(value, FIELD)}`
      sign = ','
    }
    return `${out}${OUTER}}`
  },
  end: (count) => `${count === 0 ? '' : '\n  '}]\n}\n`,
}

/** Item by item: the text of a long list is copied only once. */
function list(items: readonly unknown[]): string {
  let out = '['
  let sign = ''
  for (const item of items) {
    out += `${sign}${ITEM}${indented(item, ITEM)}`
    sign = ','
  }
  return `${out}${FIELD}]`
}

/** Every line break in the JSON is one of the layout: strings have theirs escaped. */
const indented = (value: unknown, lineBreak: string): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', lineBreak)
