import type { Span } from './span.js'

/** One cell where it stands in the text. A cell that is merged over several rows is the same object in each of them. */
export type TableCell = Span

/** One row: a line of the text. */
export interface TableRow extends Span {
  /** The cell of each column of the grid; undefined where a row has none. */
  readonly cells: readonly (TableCell | undefined)[]
}

/** A table of data (no layout) as its reader found it: at least two rows, in the order of the text. */
export interface Table {
  readonly rows: readonly TableRow[]
}

/** Rows, columns and cells that one table may have, merged cells counted in every place that they fill. */
export const MAX_CELLS = 200_000
