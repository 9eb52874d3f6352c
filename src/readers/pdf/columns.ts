import type { TextLine } from './lines.js'

/** A line with the column of text that it stands in. */
export interface ColumnLine extends TextLine {
  /** From 0, and of how many. */
  readonly column: number
  readonly columns: number
}

/** Lines that a column has at least, and how much of its width its lines fill for the most part. */
const MIN_LINES = 5
const FILLED = 0.8
/** Space between columns, in heights of type. */
const GUTTER = 0.9
const MAX_COLUMNS = 4
const BINS = 500

/**
 * Parts of lines in the order in which they are read: one column from top to bottom, then the next; a line over the
 * whole width (a title) parts what stands above it from what stands below. Null where the page has one column only.
 */
export function inColumns(parts: readonly TextLine[]): ColumnLine[] | null {
  const gutters = guttersOf(parts.filter(({ grid }) => !grid))
  if (gutters.length === 0) return null
  const columns = gutters.length + 1
  const read: ColumnLine[] = []
  let block: ColumnLine[] = []
  const close = (): void => {
    read.push(...block.sort((a, b) => a.column - b.column || a.y - b.y))
    block = []
  }
  for (const part of parts) {
    const column = gutters.filter((x) => x <= part.x + 1).length
    if (gutters.some((x) => part.x < x - 1 && part.end > x + 1)) {
      close()
      read.push({ ...part, column: 0, columns: 1 })
    } else block.push({ ...part, column, columns })
  }
  close()
  return read
}

/** Where white space runs down the page with full lines on either side of it, from left to right. */
function guttersOf(parts: readonly TextLine[]): number[] {
  if (parts.length < 2 * MIN_LINES) return []
  const left = parts.reduce((least, { x }) => Math.min(least, x), Infinity)
  const width = parts.reduce((most, { end }) => Math.max(most, end), -Infinity) - left
  const size = [...parts].sort((a, b) => a.size - b.size)[parts.length >> 1]?.size ?? 0
  if (!(width > 0)) return []
  const covered = new Array<number>(BINS).fill(0)
  const bin = (x: number): number => Math.min(BINS - 1, Math.max(0, Math.floor(((x - left) / width) * BINS)))
  for (const { x, end } of parts)
    for (let at = bin(x); at <= bin(end - 0.5); at++) covered[at] = (covered[at] as number) + 1
  const crossing = Math.max(1, parts.length * 0.2)
  const gutters: number[] = []
  let from = -1
  for (let at = 0; at <= BINS; at++) {
    const free = at < BINS && (covered[at] as number) <= crossing
    if (free && from < 0) from = at
    if (!free && from >= 0) {
      const wide = ((at - from) / BINS) * width
      if (from > 0 && at < BINS && wide >= GUTTER * size)
        gutters.push(left + ((from + at) / 2 / BINS) * width)
      from = -1
    }
  }
  if (gutters.length === 0 || gutters.length >= MAX_COLUMNS) return []
  return [...gutters.keys(), gutters.length].every((at) =>
    isFull(parts, gutters[at - 1] ?? left, gutters[at] ?? left + width),
  )
    ? gutters
    : []
}

/** Whether the lines between two places are those of a text: many, and most of them as wide as the widest. */
function isFull(parts: readonly TextLine[], from: number, to: number): boolean {
  const inside = parts.filter(({ x, end }) => x >= from - 1 && end <= to + 1)
  if (inside.length < MIN_LINES) return false
  const widths = inside.map(({ x, end }) => end - x).sort((a, b) => b - a)
  const widest = widths[0] as number
  return widest > (to - from) * 0.6 && (widths[inside.length >> 1] as number) >= FILLED * widest
}
