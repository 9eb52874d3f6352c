import type { TextItem } from './page.js'

/** Six numbers that map a plane onto another: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number]

/** The matrix that maps by `second` first, then by `first`. */
export const multiply = (first: Matrix, second: Matrix): Matrix => [
  first[0] * second[0] + first[2] * second[1],
  first[1] * second[0] + first[3] * second[1],
  first[0] * second[2] + first[2] * second[3],
  first[1] * second[2] + first[3] * second[3],
  first[0] * second[4] + first[2] * second[5] + first[4],
  first[1] * second[4] + first[3] * second[5] + first[5],
]

/** Text with the matrix of its type, y downwards. */
export interface PlacedText {
  readonly text: string
  readonly matrix: Matrix
  readonly width: number
}

/** Sine of the angle up to which text counts as straight. */
const SLANT = 0.05

/** Quarter turns, clockwise, that the text of a page runs in, and the page turned back by as many. */
export interface Upright {
  readonly items: readonly TextItem[]
  readonly turns: 0 | 1 | 2 | 3
}

/**
 * The text of a page as it is to be read. Most of it decides which way the page is up: a wide table may be printed
 * along the long side. Text that runs another way (a watermark, a stamp) is left out.
 */
export function upright(texts: readonly PlacedText[], width: number, height: number): Upright {
  const counts = [0, 0, 0, 0]
  const directions = texts.map(({ matrix, text }) => {
    const turns = turnsOf(matrix)
    if (turns !== null) counts[turns] = (counts[turns] as number) + text.length
    return turns
  })
  const turns = counts.indexOf(Math.max(...counts)) as Upright['turns']
  const turn = turning(turns, width, height)
  const items: TextItem[] = []
  for (const [at, { text, matrix, width: wide }] of texts.entries()) {
    if (directions[at] !== turns) continue
    const [, , c, d, x, y] = multiply(turn, matrix)
    const size = Math.hypot(c, d)
    if ([x, y, size, wide].every(Number.isFinite) && size > 0) items.push({ text, x, y, width: wide, size })
  }
  return { items, turns }
}

/** Turns a page of this size back. */
export function turning(turns: Upright['turns'], width: number, height: number): Matrix {
  if (turns === 0) return [1, 0, 0, 1, 0, 0]
  if (turns === 1) return [0, -1, 1, 0, 0, width]
  return turns === 2 ? [-1, 0, 0, -1, width, height] : [0, 1, -1, 0, height, 0]
}

function turnsOf([a, b, c, d]: Matrix): Upright['turns'] | null {
  const length = Math.hypot(a, b)
  // Mirrored text is no text.
  if (length === 0 || a * d - b * c > 0) return null
  const [x, y] = [a / length, b / length]
  if (Math.abs(y) < SLANT) return x > 0 ? 0 : 2
  if (Math.abs(x) < SLANT) return y > 0 ? 1 : 3
  return null
}
