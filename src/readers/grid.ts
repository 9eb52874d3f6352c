import type { Span } from '../source/span.js'
import type { Table, TableRow } from '../source/table.js'
import type { TextBuilder } from './text-builder.js'

/** One cell of the grid of a table, the same object in all places that it fills; `E` is an element of the format. */
export interface GridCell<E> {
  readonly element: E
}

export interface GridRow<E> {
  /** Cells that begin in this row, in order. */
  readonly own: readonly GridCell<E>[]
  /** By column; undefined where a short row has none. */
  readonly cells: readonly (GridCell<E> | undefined)[]
}

export type Grid<E> = readonly GridRow<E>[]

/** Rows and columns that one merged cell may fill. */
export const MAX_SPAN = 1000
/** A longer cell is no cell of data but an article in a layout; so is one with many paragraphs. */
export const MAX_CELL_TEXT = 2000
const MAX_PARAGRAPHS = 25

/** Whether a cell of so much text in so many paragraphs is one of data. */
export const isDataCell = (length: number, paragraphs: number): boolean =>
  length <= MAX_CELL_TEXT && paragraphs <= MAX_PARAGRAPHS && !(paragraphs > 6 && length > 600)

/** Whether at least two rows have several cells: else the table is a frame, or a list in one column. */
export const isWide = <E>(rows: Grid<E>): boolean =>
  rows.filter(({ cells }) => new Set(cells).size > 1).length >= 2

/** One line a row; a merged cell stands in the first of its rows only. Null where there is but one row with text. */
export function writeGrid<E>(builder: TextBuilder, grid: Grid<E>, write: (element: E) => void): Table | null {
  const places = new Map<GridCell<E>, Span | undefined>()
  const rows: TableRow[] = []
  for (const { own, cells } of grid) {
    const start = builder.length
    for (const cell of own)
      places.set(
        cell,
        builder.cell(() => write(cell.element)),
      )
    const end = builder.length
    if (end > start) rows.push({ start, end, cells: cells.map((cell) => cell && places.get(cell)) })
    builder.endLine()
  }
  return rows.length > 1 ? { rows } : null
}
