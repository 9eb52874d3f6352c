import { type TextLine, linesOf, textOf } from './lines.js'
import type { PdfPage, Rule, TextItem } from './page.js'

/** Points that lines may miss each other by where they are meant to meet. */
const REACH = 3
/** Rules of one page beyond which it is a drawing. */
const MAX_RULES = 4000

/** One cell of a ruled table; a cell that fills several places of the grid is the same object in each of them. */
export interface PdfCell {
  text: string
  readonly page: number
}

/** A ruled table as it stands on one page. */
export interface PdfGrid {
  readonly page: number
  readonly top: number
  readonly bottom: number
  /** Where the lines down stand, from left to right. */
  readonly columns: readonly number[]
  readonly rows: readonly (readonly PdfCell[])[]
}

interface Frame {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly across: readonly Rule[]
  readonly down: readonly Rule[]
}

/** Where the ruled tables of a page are: at least two columns and two rows of cells. */
export function framesOf({ rules }: PdfPage): Frame[] {
  if (rules.length > MAX_RULES) return []
  return groups(rules).flatMap((group) => {
    const across = group.filter(({ y1, y2 }) => y1 === y2)
    const down = group.filter(({ x1, x2 }) => x1 === x2)
    // Tables whose sides are open: the lines across say where they are.
    const xs = distinct([...down.map(({ x1 }) => x1), ...across.flatMap(({ x1, x2 }) => [x1, x2])])
    const ys = distinct([...across.map(({ y1 }) => y1), ...down.flatMap(({ y1, y2 }) => [y1, y2])])
    return xs.length > 2 && ys.length > 2 && down.length > 0 ? [{ xs, ys, across, down }] : []
  })
}

/** Whether an item begins inside the frame. */
export const isInFrame = ({ xs, ys }: Frame, { x, y, size }: TextItem): boolean => {
  const middle = y - size / 3
  return (
    x > (xs[0] as number) - REACH &&
    x < (xs.at(-1) as number) &&
    middle > (ys[0] as number) &&
    middle < (ys.at(-1) as number)
  )
}

/** The cells of a frame with their text. */
export function gridOf(frame: Frame, items: readonly TextItem[], page: number): PdfGrid {
  const { xs, ys, across, down } = frame
  const [wide, high] = [xs.length - 1, ys.length - 1]
  const places = new Array<number>(wide * high).fill(0).map((_, at) => at)
  const find = (at: number): number => {
    let root = at
    while (places[root] !== root) root = places[root] as number
    return root
  }
  for (let row = 0; row < high; row++)
    for (let column = 0; column < wide; column++) {
      const at = row * wide + column
      const middle = ((ys[row] as number) + (ys[row + 1] as number)) / 2
      const center = ((xs[column] as number) + (xs[column + 1] as number)) / 2
      const right = xs[column + 1] as number
      const bottom = ys[row + 1] as number
      if (column + 1 < wide && !down.some(({ x1, y1, y2 }) => near(x1, right) && y1 < middle && y2 > middle))
        places[find(at + 1)] = find(at)
      if (row + 1 < high && !across.some(({ y1, x1, x2 }) => near(y1, bottom) && x1 < center && x2 > center))
        places[find(at + wide)] = find(at)
    }
  const held = new Map<number, TextItem[]>()
  for (const item of items) {
    const column = lastBelow(xs, item.x + Math.min(item.width, item.size) / 2)
    const row = lastBelow(ys, item.y - item.size / 3)
    const at = find(Math.min(row, high - 1) * wide + Math.min(column, wide - 1))
    const cell = held.get(at)
    if (cell) cell.push(item)
    else held.set(at, [item])
  }
  const cells = new Map<number, PdfCell>()
  for (let at = 0; at < places.length; at++) {
    const root = find(at)
    if (!cells.has(root)) cells.set(root, { text: cellText(held.get(root) ?? [], page), page })
  }
  const rows = Array.from({ length: high }, (_, row) =>
    Array.from({ length: wide }, (_, column) => cells.get(find(row * wide + column)) as PdfCell),
  )
  return { page, top: ys[0] as number, bottom: ys.at(-1) as number, columns: xs, rows: rows.filter(isFilled) }
}

/** Thin rows that only double lines make hold nothing. */
const isFilled = (row: readonly PdfCell[]): boolean => row.some(({ text }) => text !== '')

const cellText = (items: readonly TextItem[], page: number): string =>
  textOf(linesOf(items, page, false) as readonly TextLine[]).replaceAll('\u3000', ' ')

const near = (a: number, b: number): boolean => Math.abs(a - b) <= REACH

/** Places in order, those that lie together once. */
function distinct(values: readonly number[]): number[] {
  const kept: number[] = []
  for (const value of [...values].sort((a, b) => a - b))
    if (kept.length === 0 || value - (kept.at(-1) as number) > REACH) kept.push(value)
  return kept
}

function lastBelow(values: readonly number[], value: number): number {
  let at = 0
  while (at + 1 < values.length && (values[at + 1] as number) <= value) at++
  return at
}

/** Rules that touch, directly or over others. */
function groups(rules: readonly Rule[]): Rule[][] {
  const parents = rules.map((_, at) => at)
  const find = (at: number): number => {
    let root = at
    while (parents[root] !== root) root = parents[root] = parents[parents[root] as number] as number
    return root
  }
  const order = rules.map((_, at) => at).sort((a, b) => (rules[a] as Rule).x1 - (rules[b] as Rule).x1)
  for (const [i, a] of order.entries())
    for (let j = i + 1; j < order.length; j++) {
      const b = order[j] as number
      if ((rules[b] as Rule).x1 > (rules[a] as Rule).x2 + REACH) break
      if (touch(rules[a] as Rule, rules[b] as Rule)) parents[find(b)] = find(a)
    }
  const found = new Map<number, Rule[]>()
  for (const [at, rule] of rules.entries()) {
    const group = found.get(find(at))
    if (group) group.push(rule)
    else found.set(find(at), [rule])
  }
  return [...found.values()].filter((group) => group.length > 3)
}

const touch = (a: Rule, b: Rule): boolean =>
  a.x1 <= b.x2 + REACH && b.x1 <= a.x2 + REACH && a.y1 <= b.y2 + REACH && b.y1 <= a.y2 + REACH
