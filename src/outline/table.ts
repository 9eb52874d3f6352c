import type { Lexicon } from '../grammar/index.js'
import type { SourceText } from '../source/source-text.js'
import type { Span } from '../source/span.js'
import type { Table, TableCell, TableRow } from '../source/table.js'
import type { BodyCell, GoalCell, Role, Row } from '../tree/nodes.js'
import { type Column, columnOf } from './table-column.js'

/** Lines that are rows of tables of duties and goals, or the heads of these, by the offset at which they start. */
export type DutyRows = ReadonlyMap<number, Row | 'head'>

/** More rows than these at the top are no heads. */
const MAX_HEADS = 3

/**
 * The rows of those tables whose heads say that they state duties (任务 beside 责任单位 or 完成时限) or goals (指标 beside
 * 目标值). Other tables — index tables, lists of names — are plain lines.
 */
export function dutyRows(source: SourceText, tables: readonly Table[], lexicon: Lexicon): DutyRows {
  const found = new Map<number, Row | 'head'>()
  for (const { rows } of tables) readTable(source, rows, lexicon, found)
  return found
}

function readTable(
  source: SourceText,
  rows: readonly TableRow[],
  lexicon: Lexicon,
  found: Map<number, Row | 'head'>,
): void {
  const first = rows.findIndex((row) => new Set(row.cells).size > 1)
  if (first < 0 || first > 1) return
  let heads = 1
  while (heads < MAX_HEADS && goesOn(rows[first + heads - 1], rows[first + heads])) heads++
  const columns = columnsOf(source, rows.slice(first, first + heads), lexicon)
  if (!columns) return
  const header = rows[first] as TableRow
  const start = (row: TableRow): number => source.trim(row.start, row.end).start
  for (let at = first; at < first + heads; at++) found.set(start(rows[at] as TableRow), 'head')
  const body = rows.slice(first + heads)
  for (const [at, row] of body.entries()) {
    const own = row.cells.filter((cell) => cell && cell.start >= row.start)
    if (isGroup(row) && NUMBERED.test(source.folded.slice(start(row), start(row) + 8))) continue
    const repeats = source.slice(row) === source.slice(header)
    const filled = repeats || new Set(own).size < 1 || isGroup(row) ? 'head' : rowOf(row, columns, body, at)
    found.set(start(row), filled)
  }
}

/** The head of one column reaches down into the next row. */
const goesOn = (row: TableRow | undefined, next: TableRow | undefined): boolean =>
  row !== undefined && next !== undefined && next.cells.some((cell) => cell && row.cells.includes(cell))

/** A group with a number is a section like any other: its line is no row. */
const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))/

/** 一、创新驱动, over all columns */
const isGroup = ({ cells }: TableRow): boolean => new Set(cells.filter(Boolean)).size === 1

/** What the columns are; null where they state neither duties nor goals. */
function columnsOf(source: SourceText, heads: readonly TableRow[], lexicon: Lexicon): Column[] | null {
  const width = Math.max(...heads.map(({ cells }) => cells.length))
  const labels = Array.from({ length: width }, (_, column) => {
    const cells = new Set(heads.map(({ cells }) => cells[column]).filter((cell) => cell !== undefined))
    return [...cells].map((cell) => source.folded.slice(cell.start, cell.end))
  })
  const columns = labels.map((parts) => columnUnder(parts, lexicon))
  const has = (...kinds: Column['kind'][]): boolean => columns.some(({ kind }) => kinds.includes(kind))
  const measured = has('metric')
  for (const [at, column] of columns.entries()) {
    if (column.kind === 'measure' && !measured)
      columns[at] = { kind: has('body') ? 'other' : 'body', role: 'responsible' }
    if (column.kind === 'goal' && !measured) columns[at] = { kind: column.stated ? 'task' : 'other' }
  }
  const duties = has('task') && has('body', 'time')
  return duties || (measured && has('goal')) ? columns : null
}

/** 目标值 over 2025年 is one head; of 责任分工 over 牵头单位 the lower one tells more. */
function columnUnder(labels: readonly string[], lexicon: Lexicon): Column {
  const whole = columnOf(labels.join(''), lexicon)
  if (whole.kind === 'goal' || labels.length < 2) return whole
  const parts = labels.map((label) => columnOf(label, lexicon))
  return parts.findLast(({ kind }) => kind !== 'other') ?? whole
}

function rowOf(row: TableRow, columns: readonly Column[], rows: readonly TableRow[], at: number): Row {
  const made: Row = { tasks: [], metric: null, unit: null, goals: [], bodies: [], times: [] }
  const seen = new Set<TableCell>()
  for (const [index, column] of columns.entries()) {
    const cell = row.cells[index]
    if (!cell || seen.has(cell)) continue
    seen.add(cell)
    const own = cell.start >= row.start
    const span = { start: cell.start, end: cell.end }
    if (column.kind === 'task' && own) made.tasks.push(span)
    else if (column.kind === 'metric') made.metric = span
    else if (column.kind === 'measure') made.unit = span
    else if (column.kind === 'goal' && own) made.goals.push(goalOf(span, column))
    else if (column.kind === 'body' && own) made.bodies.push(bodyOf(span, column.role, cell, rows, at))
    else if (column.kind === 'time') made.times.push(span)
  }
  return made
}

const goalOf = (span: Span, { year = null, stated = false }: Column): GoalCell => ({ ...span, year, stated })

function bodyOf(
  span: Span,
  role: Role = 'responsible',
  cell: TableCell,
  rows: readonly TableRow[],
  at: number,
): BodyCell {
  let end = at + 1
  for (; end < rows.length; end++) if (!rows[end]?.cells.includes(cell)) break
  return { ...span, role, rows: end - at }
}
