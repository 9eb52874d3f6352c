import type { TextLine } from './lines.js'

const MARK = /^(?:[①-⑳*※]|[[〔]?\d{1,2}[\]〕]?(?![\d.．、)）年月日%]))/

/** The notes at the foot of a page: its last lines, in smaller type than the text, from one that begins with a mark. */
export function footnotesFrom(lines: readonly TextLine[], body: number): number {
  let from = lines.length
  for (let at = lines.length - 1; at > 0; at--) {
    const { size, text } = lines[at] as TextLine
    if (size > 0.88 * body) break
    if (MARK.test(text)) from = at
  }
  return from
}
