import type { Table, TableCell, TableRow } from '../source/table.js'

/** A line without a tab that names the group of the rows after it, 一、基础设施提升（3项）, is longer by no more than this. */
const GROUP = 40

/**
 * Rows of cells parted by tabs, as a table looks that was copied into a text. A line without a tab ends it, unless it
 * only names a group of rows and as many cells follow as before.
 */
export function tabTables(text: string): readonly Table[] {
  if (!text.includes('\t')) return []
  const tables: Table[] = []
  let rows: TableRow[] = []
  let parted = false
  const close = (): void => {
    if (rows.length > 1) tables.push({ rows })
    rows = []
  }
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const row = text.lastIndexOf('\t', end) >= start ? rowOf(text, start, end) : null
    if (row && parted && row.cells.length !== rows[0]?.cells.length) close()
    if (row) rows.push(row)
    else if (parted || !isGroup(text.slice(start, end))) close()
    parted = row === null && rows.length > 0
    start = end + 1
  }
  close()
  return tables
}

/** 一、基础设施提升（3项） */
const isGroup = (line: string): boolean =>
  line.length <= GROUP && /\S/.test(line) && !/[。；;:：，,]/.test(line)

function rowOf(text: string, start: number, end: number): TableRow | null {
  const cells: (TableCell | undefined)[] = []
  for (let from = start; from <= end;) {
    const tab = text.indexOf('\t', from)
    const to = tab < 0 || tab > end ? end : tab
    cells.push(trimmed(text, from, to))
    from = to + 1
  }
  const filled = cells.filter((cell) => cell !== undefined)
  const first = filled[0]
  const last = filled.at(-1)
  return first && last && filled.length > 1 ? { start: first.start, end: last.end, cells } : null
}

function trimmed(text: string, start: number, end: number): TableCell | undefined {
  while (start < end && EDGE.test(text.charAt(start))) start++
  while (end > start && EDGE.test(text.charAt(end - 1))) end--
  return start < end ? { start, end } : undefined
}

const EDGE = /[\s\u3000\u00a0\ufeff]/
