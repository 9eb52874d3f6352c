import type { PdfGrid } from './grid.js'
import { joined } from './join.js'
import type { TextItem } from './page.js'

/** A line of text on a page, or a part of one that stands apart from the rest. */
export interface TextLine {
  /** From 1. */
  readonly page: number
  readonly text: string
  readonly x: number
  readonly end: number
  /** Of the baseline, from the top. */
  readonly y: number
  /** Height of its largest type. */
  readonly size: number
  /** The table that stands here; then the line has no text of its own. */
  readonly grid?: PdfGrid
}

/** Baselines that lie nearer than this, in heights of type, are one line. */
const SAME_BASELINE = 0.45
/** A gap within a line from which on its sides do not belong together as a word does, in heights of type. */
const GAP = 0.6
/** A gap from which on the two sides may belong to two columns. */
const APART = 1.5

/** Whether an item is part of a line. */
export const isOn = ({ x, y }: TextItem, line: TextLine): boolean =>
  Math.abs(y - line.y) <= SAME_BASELINE * line.size && x >= line.x - 1 && x <= line.end

/** Items on one baseline, from left to right. */
interface Row {
  y: number
  size: number
  readonly items: TextItem[]
}

/**
 * The lines of a page from top to bottom; those parts of a line that stand apart, from left to right, where `split`
 * says that gaps part columns.
 *
 * 1. Text that is printed twice, to look bold, is read once.
 * 2. A raised mark of a footnote is left out; a raised 2 behind m stays.
 */
export function linesOf(items: readonly TextItem[], page: number, split: boolean): TextLine[] {
  return rowsOf(items).flatMap((row) => {
    const parts: TextItem[][] = []
    for (const item of withoutDoubles(row.items)) {
      const part = parts.at(-1)
      const before = part?.at(-1)
      if (part && before && !(split && item.x - before.x - before.width > APART * row.size)) part.push(item)
      else parts.push([item])
    }
    return parts.flatMap((part) => lineOf(part, page) ?? [])
  })
}

function rowsOf(items: readonly TextItem[]): Row[] {
  const rows: Row[] = []
  for (const item of [...items].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1)
    const near = row && item.y - row.y <= SAME_BASELINE * Math.max(row.size, item.size)
    if (!near) rows.push({ y: item.y, size: item.size, items: [item] })
    else {
      row.items.push(item)
      if (item.size > row.size) {
        row.size = item.size
        row.y = item.y
      }
    }
  }
  return rows
}

function withoutDoubles(items: readonly TextItem[]): TextItem[] {
  const kept: TextItem[] = []
  for (const item of [...items].sort((a, b) => a.x - b.x)) {
    const double = kept
      .slice(-3)
      .some(
        ({ text, x, y, size }) =>
          text === item.text && Math.abs(x - item.x) + Math.abs(y - item.y) < 0.25 * size,
      )
    if (!double) kept.push(item)
  }
  return kept
}

function lineOf(items: readonly TextItem[], page: number): TextLine | null {
  const { y, size } = items.reduce((largest, item) => (item.size > largest.size ? item : largest))
  let text = ''
  let end = -Infinity
  for (const item of items) {
    const above = item.size < 0.8 * size && item.y < y - 0.15 * size
    const own = above ? raised(item.text, text) : item.text.trim()
    if (own === '') continue
    const gap = (item.x - end) / size
    const apart = gap > GAP && text !== ''
    text = apart ? text + '\u3000'.repeat(Math.min(4, Math.round(gap))) + own : joinedItems(text, own, gap)
    end = Math.max(end, item.x + item.width)
  }
  const [first] = items
  return first && text !== '' ? { page, text, x: first.x, end, y, size } : null
}

/** Pieces of one line: a gap between Latin ones is a space. */
function joinedItems(before: string, after: string, gap: number): string {
  const latin = /[\w,.;:)%]$/.test(before) && /^[\w(]/.test(after)
  return latin && gap > 0.15 ? `${before} ${after}` : before + after
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** m² and 10⁴ stay; 总产值① and 总产值[1] are marks of footnotes. */
function raised(text: string, before: string): string {
  if (!/^[\d①-⑳*※†[\]〔〕()（）,，\s-]+$/.test(text)) return text
  if (!/[A-Za-z0-9]$/.test(before) || !/^\d+$/.test(text)) return ''
  return text.replace(/\d/g, (digit) => SUPERSCRIPTS.charAt(Number(digit)))
}

/** The text of lines that belong together, as in a cell of a table. */
export const textOf = (lines: readonly TextLine[]): string =>
  lines.reduce((text, line) => joined(text, line.text), '')
