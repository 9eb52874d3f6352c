import { append } from '../../source/append.js'
import type { PageMap } from '../../source/page-map.js'
import type { Table } from '../../source/table.js'
import { type ColumnLine, inColumns } from './columns.js'
import { footnotesFrom } from './footnotes.js'
import { folios, withoutRepeated } from './furniture.js'
import { framesOf, gridOf, isInFrame, type PdfGrid } from './grid.js'
import { gapsOf, withoutGaps } from './join.js'
import { isOn, linesOf, type TextLine } from './lines.js'
import { marginsOf } from './margins.js'
import type { PdfPage } from './page.js'
import { paragraphsOf } from './paragraphs.js'
import { bodySize, PageStyle } from './style.js'
import { continued } from './tables.js'
import { TextOfPages } from './text.js'

/** The text of a document, one line a paragraph or row of a table. */
export interface LaidOut {
  readonly text: string
  readonly tables: readonly Table[]
  readonly pages: PageMap
}

type Frames = ReturnType<typeof framesOf>

/**
 * From text placed on pages to the text of the document.
 *
 * 1. Running heads, watermarks and page numbers are left out.
 * 2. Ruled tables are rows with a tab between cells; a table that goes on over pages is one, its head read once.
 * 3. Columns are read one after the other; lines are joined to paragraphs across columns and pages.
 * 4. Footnotes stand behind the text.
 */
export function layOut(printed: readonly PdfPage[]): LaidOut {
  const pages = withoutFalseSpaces(printed)
  const frames = new Map<number, Frames>(pages.map((page) => [page.number, framesOf(page)]))
  const framesFor = ({ number }: PdfPage): Frames => frames.get(number) ?? []
  const kept = withoutRepeated(pages, (page, item) => framesFor(page).some((frame) => isInFrame(frame, item)))
  const grids = new Map<number, PdfGrid[]>()
  const free = kept.map((page) => {
    const mine = framesFor(page)
    if (mine.length === 0) return page
    const inside = mine.map((frame) => page.items.filter((item) => isInFrame(frame, item)))
    grids.set(
      page.number,
      mine.map((frame, at) => gridOf(frame, inside[at] ?? [], page.number)),
    )
    const taken = new Set(inside.flat())
    return { ...page, items: page.items.filter((item) => !taken.has(item)) }
  })
  const lines = free.map(({ items, number }) => linesOf(items, number, false))
  const dropped = folios(lines)
  const read = free.map((page, at) =>
    readingOrder(page, lines[at] ?? [], dropped, grids.get(page.number) ?? []),
  )
  const body = bodySize(read.flat())
  const text: ColumnLine[] = []
  const notes: ColumnLine[] = []
  for (const own of read) {
    const from = footnotesFrom(own, body)
    append(text, own.slice(0, from))
    append(notes, own.slice(from))
  }
  const widths = new Map(pages.map(({ number, width }) => [number, width]))
  const all = [...text, ...notes]
  const style = new PageStyle(text, marginsOf(all, widths))
  const tables = new Map(continued([...grids.values()].flat(), text).map(({ first, rows }) => [first, rows]))
  const out = new TextOfPages()
  let from = 0
  for (const [at, { grid }] of text.entries()) {
    if (!grid) continue
    const rows = tables.get(grid)
    // The rest of a table from the page before does not part what stands around it.
    if (!rows) continue
    out.paragraphs(paragraphsOf(text.slice(from, at), style))
    out.table(rows)
    from = at + 1
  }
  out.paragraphs(paragraphsOf(text.slice(from), style))
  out.paragraphs(paragraphsOf(notes, style))
  return out.end()
}

function withoutFalseSpaces(pages: readonly PdfPage[]): PdfPage[] {
  const gaps = gapsOf(pages.flatMap(({ items }) => items.map(({ text }) => text)))
  return pages.map((page) => ({
    ...page,
    items: page.items.map((item) => ({ ...item, text: withoutGaps(item.text, gaps) })),
  }))
}

/** Lines and tables with their columns. Where there is but one, parts of a line that stand apart are one line. */
function readingOrder(
  page: PdfPage,
  lines: readonly TextLine[],
  dropped: ReadonlySet<TextLine>,
  grids: readonly PdfGrid[],
): ColumnLine[] {
  const out = lines.filter((line) => dropped.has(line))
  const items = page.items.filter((item) => !out.some((line) => isOn(item, line)))
  const places = grids.map((grid) => placeOf(grid))
  const byTop = (all: readonly TextLine[]): TextLine[] =>
    [...all, ...places].sort((a, b) => a.y - b.y || a.x - b.x)
  return (
    inColumns(byTop(linesOf(items, page.number, true))) ??
    byTop(lines.filter((line) => !dropped.has(line))).map((line) => ({ ...line, column: 0, columns: 1 }))
  )
}

const placeOf = (grid: PdfGrid): TextLine => ({
  page: grid.page,
  text: '',
  x: grid.columns[0] as number,
  end: grid.columns.at(-1) as number,
  y: grid.top,
  size: 0,
  grid,
})
