import type { PdfCell, PdfGrid } from './grid.js'
import type { TextLine } from './lines.js'

/** A table over one page or several. */
export interface PdfTable {
  readonly first: PdfGrid
  readonly rows: readonly (readonly PdfCell[])[]
}

/** Points by which the columns of one table may differ from page to page. */
const REACH = 4

/**
 * Grids → tables. A grid with which a page ends and one of the same columns with which the next page begins are one
 * table; a head that the second repeats is left out, and a row without anything in its first column goes on the last.
 */
export function continued(grids: readonly PdfGrid[], lines: readonly TextLine[]): PdfTable[] {
  const tables: { first: PdfGrid; last: PdfGrid; rows: (readonly PdfCell[])[] }[] = []
  const edges = edgesOf(lines)
  for (const grid of [...grids].sort((a, b) => a.page - b.page || a.top - b.top)) {
    const table = tables.at(-1)
    if (!table || !goesOn(table.last, grid, edges)) {
      tables.push({ first: grid, last: grid, rows: [...grid.rows] })
      continue
    }
    const [head] = table.rows
    const repeats = head !== undefined && grid.rows[0] !== undefined && textOf(head) === textOf(grid.rows[0])
    const rows = grid.rows.slice(repeats ? 1 : 0)
    const above = table.rows.at(-1)
    if (rows[0] && above && isRest(rows[0], above)) {
      for (const [column, cell] of rows[0].entries()) {
        const into = above[column]
        if (into && cell.text !== '' && rows[0].indexOf(cell) === column) into.text += cell.text
      }
      rows.shift()
    }
    table.rows.push(...rows)
    table.last = grid
  }
  return tables
}

function goesOn(before: PdfGrid, { page, top, columns }: PdfGrid, edges: Edges): boolean {
  if (page !== before.page + 1 || columns.length !== before.columns.length) return false
  if (!columns.every((x, at) => Math.abs(x - (before.columns[at] as number)) <= REACH)) return false
  return (edges.get(before.page)?.bottom ?? 0) < before.bottom && (edges.get(page)?.top ?? Infinity) > top
}

/** Half a row, over a page break: its number stands on the page before. */
const isRest = (row: readonly PdfCell[], above: readonly PdfCell[]): boolean =>
  row[0]?.text === '' &&
  above[0]?.text !== '' &&
  row.length === above.length &&
  row.some(({ text }) => text !== '')

type Edges = ReadonlyMap<number, { readonly top: number; readonly bottom: number }>

/** Where the text outside tables begins and ends on each page. */
function edgesOf(lines: readonly TextLine[]): Edges {
  const edges = new Map<number, { top: number; bottom: number }>()
  for (const { page, y, grid } of lines) {
    if (grid) continue
    const { top, bottom } = edges.get(page) ?? { top: y, bottom: y }
    edges.set(page, { top: Math.min(top, y), bottom: Math.max(bottom, y) })
  }
  return edges
}

const textOf = (row: readonly PdfCell[]): string => row.map(({ text }) => text).join('\t')
