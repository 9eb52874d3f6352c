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
import { attributeOf, childOf, valueOf, type XmlElement } from './xml-tree.js'

/** What may stand around rows, cells and paragraphs without being one. */
const AROUND = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo'])

/** The rows of a Word table as a grid; null for a frame, for a table in which another lies, and for a list in one column. */
export function wordGrid(table: XmlElement): Grid<XmlElement> | 'too-large' | null {
  const rows: GridRow<XmlElement>[] = []
  let filled = 0
  let above: GridRow<XmlElement>['cells'] = []
  for (const row of rowsOf(table)) {
    const own: GridCell<XmlElement>[] = []
    const cells: (GridCell<XmlElement> | undefined)[] = []
    let column = skipped(row)
    for (const element of cellsOf(row)) {
      if (!holdsData(element)) return null
      const properties = childOf(element, 'tcPr')
      const cell = merged(properties, above[column], cells[column - 1]) ?? { element }
      if (cell.element === element) own.push(cell)
      for (let across = spanOf(properties); across > 0; across--) cells[column++] = cell
      if (filled + column > MAX_CELLS) return 'too-large'
    }
    filled += cells.length
    rows.push({ own, cells: Array.from(cells) })
    above = cells
  }
  return rows.length > 1 && isWide(rows) ? rows : null
}

/** The cell that this one goes on: the one above (`w:vMerge`), or the one before it (`w:hMerge`). */
function merged(
  properties: XmlElement | undefined,
  above: GridCell<XmlElement> | undefined,
  before: GridCell<XmlElement> | undefined,
): GridCell<XmlElement> | undefined {
  const goesOn = (name: string): boolean => {
    const merge = childOf(properties, name)
    return merge !== undefined && attributeOf(merge, 'val') !== 'restart'
  }
  if (goesOn('vMerge')) return above
  return goesOn('hMerge') ? before : undefined
}

const spanOf = (properties: XmlElement | undefined): number => count(valueOf(properties, 'gridSpan'), 1)

/** Columns that a row leaves out at its beginning (`w:gridBefore`). */
const skipped = (row: XmlElement): number => count(valueOf(childOf(row, 'trPr'), 'gridBefore'), 0)

function count(value: string | undefined, otherwise: number): number {
  const number = Number.parseInt(value ?? '', 10)
  return number > 0 ? Math.min(number, MAX_SPAN) : otherwise
}

/** The rows of a table that are not deleted. */
export const rowsOf = (table: XmlElement): XmlElement[] =>
  partsOf(table, 'tr').filter((row) => !childOf(childOf(row, 'trPr'), 'del'))

/** The cells of a row that are not deleted. */
export const cellsOf = (row: XmlElement): XmlElement[] =>
  partsOf(row, 'tc').filter((cell) => !childOf(childOf(cell, 'tcPr'), 'cellDel'))

function partsOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => {
    if (child.name === name) return [child]
    return AROUND.has(child.name) ? partsOf(child, name) : []
  })
}

function holdsData(cell: XmlElement): boolean {
  let paragraphs = 0
  let length = 0
  const rest = [cell]
  for (let element = rest.pop(); element; element = rest.pop()) {
    if (element.name === 'tbl') return false
    if (element.name === 'p') paragraphs++
    if (element.name === 't') length += element.text.length
    if (!isDataCell(0, paragraphs) || length > MAX_CELL_TEXT) return false
    for (const child of element.children) rest.push(child)
  }
  return isDataCell(length, paragraphs)
}
