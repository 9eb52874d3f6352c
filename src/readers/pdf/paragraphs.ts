import type { ColumnLine } from './columns.js'
import { joined } from './join.js'
import type { PageStyle } from './style.js'

/** A paragraph: its text, and on which page each piece of it stands. */
export interface Paragraph {
  readonly text: string
  /** Offset in the text from which on it stands on that page. */
  readonly pages: readonly (readonly [offset: number, page: number])[]
}

/** Lines → paragraphs. The lines are in reading order, those of all pages. */
export function paragraphsOf(lines: readonly ColumnLine[], style: PageStyle): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let text = ''
  let pages: [number, number][] = []
  const close = (): void => {
    if (text !== '') paragraphs.push({ text, pages })
    text = ''
    pages = []
  }
  const own = lines.filter(({ grid }) => !grid)
  for (const [at, line] of own.entries()) {
    const before = own[at - 1]
    if (before && !style.continues(before, line)) close()
    const next = joined(text, line.text)
    const start = next.length - line.text.length
    if (pages.at(-1)?.[1] !== line.page) pages.push([start, line.page])
    text = next
  }
  close()
  return paragraphs
}
