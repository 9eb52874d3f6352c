import fastDiff from 'fast-diff'
import { wordingWithPlaces } from './normal.js'
import type { Piece } from './types.js'

/** Longer texts are compared only at their two ends: character by character the time would grow with the square. */
const LIMIT = 4000
/** Where less than this share of the shorter one is kept, what is the same is so by chance: the one goes, the other comes. */
const LEAST = 0.4

/**
 * The wording of two texts in pieces. Width and white space make no piece; what both have stands as one of the two
 * has it. The other way round the same pieces come out, turned.
 */
export function inlinePieces(old: string, now: string): Piece[] {
  const turned = old > now
  const [first, second] = turned ? [now, old] : [old, now]
  const figures = new Map<string, string>()
  const a = wordingWithPlaces(first, figures)
  const b = wordingWithPlaces(second, figures)
  if (a.words === b.words) return []
  const found = differences(a.words, b.words)
  const kept = found.reduce((sum, [op, { length }]) => sum + (op === 0 ? length : 0), 0)
  if (kept < LEAST * Math.min(a.words.length, b.words.length)) return whole(old, now)
  const pieces: Piece[] = []
  let i = 0
  let j = 0
  for (const [op, text] of found) {
    const { length } = text
    if (op === 0) pieces.push({ op: 'equal', text: slice(first, a.places, i, i + length) })
    else if (op < 0)
      pieces.push({ op: turned ? 'insert' : 'delete', text: slice(first, a.places, i, i + length) })
    else pieces.push({ op: turned ? 'delete' : 'insert', text: slice(second, b.places, j, j + length) })
    if (op <= 0) i += length
    if (op >= 0) j += length
  }
  return turned ? deletionsFirst(pieces) : pieces
}

const whole = (old: string, now: string): Piece[] => {
  const pieces: Piece[] = [
    { op: 'delete', text: old },
    { op: 'insert', text: now },
  ]
  return pieces.filter(({ text }) => text !== '')
}

const slice = (text: string, places: readonly number[], from: number, to: number): string =>
  text.slice(places[from], places[to])

function differences(a: string, b: string): [number, string][] {
  if (a.length <= LIMIT && b.length <= LIMIT) return fastDiff(a, b, undefined, true)
  const most = Math.min(a.length, b.length)
  let start = 0
  while (start < most && a[start] === b[start]) start++
  let end = 0
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const all: [number, string][] = [
    [0, a.slice(0, start)],
    [-1, a.slice(start, a.length - end)],
    [1, b.slice(start, b.length - end)],
    [0, a.slice(a.length - end)],
  ]
  return all.filter(([, text]) => text !== '')
}

/** What went stands before what came. */
function deletionsFirst(pieces: readonly Piece[]): Piece[] {
  const sorted: Piece[] = []
  for (const piece of pieces) {
    const last = sorted[sorted.length - 1]
    if (piece.op === 'delete' && last?.op === 'insert') sorted.splice(-1, 1, piece, last)
    else sorted.push(piece)
  }
  return sorted
}
