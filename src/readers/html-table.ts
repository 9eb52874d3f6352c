import { MAX_CELLS } from '../source/table.js'
import {
  type Grid,
  type GridCell,
  type GridRow,
  isDataCell,
  isWide,
  MAX_CELL_TEXT,
  MAX_SPAN,
} from './grid.js'
import { type HtmlElement, isElement } from './html-tree.js'
import { wordsOf } from './html-words.js'

/** The rows of a table of data as a grid; null for a layout, for a table in which another lies, and for a list in one column. */
export function gridOf(table: HtmlElement): Grid<HtmlElement> | 'too-large' | null {
  const role = table.attributes['role']
  if (role === 'presentation' || role === 'none') return null
  const trs = rowsOf(table)
  if (trs.length < 2) return null
  for (const tr of trs) for (const cell of cellsOf(tr)) if (!holdsData(cell)) return null
  return layOut(trs)
}

function layOut(trs: readonly HtmlElement[]): Grid<HtmlElement> | 'too-large' | null {
  const rows: GridRow<HtmlElement>[] = []
  /** Merged cells that reach down into the next rows, by column. */
  let reaching: ({ cell: GridCell<HtmlElement>; rows: number } | undefined)[] = []
  let filled = 0
  for (const tr of trs) {
    const own: GridCell<HtmlElement>[] = []
    const cells: (GridCell<HtmlElement> | undefined)[] = []
    const next: typeof reaching = []
    const take = (column: number): void => {
      const above = reaching[column]
      if (!above) return
      cells[column] = above.cell
      if (above.rows > 1) next[column] = { cell: above.cell, rows: above.rows - 1 }
    }
    let column = 0
    for (const element of cellsOf(tr)) {
      for (; reaching[column]; column++) take(column)
      const cell = { element }
      own.push(cell)
      const down = spanOf(element, 'rowspan')
      for (let across = spanOf(element, 'colspan'); across > 0 && !reaching[column]; across--, column++) {
        cells[column] = cell
        if (down > 1) next[column] = { cell, rows: down - 1 }
      }
      if ((filled += 1) + column > MAX_CELLS) return 'too-large'
    }
    for (; column < reaching.length; column++) take(column)
    filled += cells.length
    if (filled > MAX_CELLS) return 'too-large'
    reaching = next
    rows.push({ own, cells: Array.from(cells) })
  }
  return isWide(rows) ? rows : null
}

/** `rowspan="0"` reaches to the end of the table. */
function spanOf({ attributes }: HtmlElement, name: 'rowspan' | 'colspan'): number {
  const value = Number.parseInt(attributes[name] ?? '1', 10)
  if (value === 0 && name === 'rowspan') return MAX_SPAN
  return value > 0 ? Math.min(value, MAX_SPAN) : 1
}

/** The rows of a table without those of tables inside it. */
function rowsOf(table: HtmlElement): HtmlElement[] {
  return table.children.flatMap((node) => {
    if (!isElement(node)) return []
    if (node.name === 'tr') return [node]
    return /^(?:thead|tbody|tfoot|form)$/.test(node.name) ? rowsOf(node) : []
  })
}

const cellsOf = (tr: HtmlElement): HtmlElement[] =>
  tr.children.filter(
    (node): node is HtmlElement => isElement(node) && (node.name === 'td' || node.name === 'th'),
  )

function holdsData(cell: HtmlElement): boolean {
  let paragraphs = 0
  const rest = [cell]
  for (let element = rest.pop(); element; element = rest.pop()) {
    for (const node of element.children) {
      if (!isElement(node)) continue
      if (node.name === 'table') return false
      if (node.name === 'p' || node.name === 'div') paragraphs++
      rest.push(node)
    }
    if (!isDataCell(0, paragraphs)) return false
  }
  return isDataCell(wordsOf(cell, MAX_CELL_TEXT + 1).length, paragraphs)
}
