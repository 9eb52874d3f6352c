import type { Places } from './align-places.js'
import { assign, type Edge } from './assign.js'
import { candidates, totals } from './candidates.js'
import { Grams, shared } from './grams.js'
import type { Item, Model } from './model.js'
import { comparable, metricLikeness } from './target-match.js'

/** Wording that is left after the same ones are matched, ready to be weighed. */
export interface Leftover {
  readonly a: readonly Item[]
  readonly b: readonly Item[]
  readonly setsA: readonly Int32Array[]
  readonly setsB: readonly Int32Array[]
  readonly totalsA: readonly number[]
  readonly totalsB: readonly number[]
  readonly weights: Float64Array
  /** Pairs worth a look, by index into `a` and `b`. */
  readonly pairs: readonly (readonly [number, number])[]
}

/** Likeness from which two obligations are one that was reworded. */
const ENOUGH = 0.34
/** What a hint adds: the same section, the same document, a neighbour that belongs to a neighbour. */
const SAME_PLACE = 0.08
const SAME_DOCUMENT = 0.02
const NEIGHBOUR = 0.05
/** Two figures are of one thing from this likeness of their metrics, and then say so much. */
const SAME_METRIC = 0.6
const METRIC = 0.35
/** Obligations left in two sections that belong together are all compared up to so many pairs. */
const ALL_PAIRS = 64

export function leftover(a: Model, b: Model, match: Int32Array, places: Places): Leftover {
  const taken = new Set<number>(match)
  const leftA = a.items.filter(({ index }) => match[index] === -1)
  const leftB = b.items.filter(({ index }) => !taken.has(index))
  if (leftA.length === 0 || leftB.length === 0) {
    const none = { setsA: [], setsB: [], totalsA: [], totalsB: [], weights: new Float64Array(), pairs: [] }
    return { a: leftA, b: leftB, ...none }
  }
  const grams = new Grams()
  const setsA = leftA.map(({ words }) => grams.add(words))
  const setsB = leftB.map(({ words }) => grams.add(words))
  const weights = grams.weights()
  const found = new Map<number, readonly [number, number]>()
  const note = (i: number, j: number): void => void found.set(i * leftB.length + j, [i, j])
  for (const [i, j] of candidates(setsA, setsB, weights)) note(i, j)
  for (const [i, j] of samePlace(leftA, leftB, places)) note(i, j)
  for (const [i, j] of sameMetric(leftA, leftB)) note(i, j)
  const pairs = [...found.values()].sort((x, y) => x[0] - y[0] || x[1] - y[1])
  const [totalsA, totalsB] = [totals(setsA, weights), totals(setsB, weights)]
  return { a: leftA, b: leftB, setsA, setsB, totalsA, totalsB, weights, pairs }
}

/** Obligations that say nearly the same, or set figures for the same thing, one to one. */
export function matchSimilar(left: Leftover, places: Places, match: Int32Array): void {
  const edges: Edge[] = []
  for (const [i, j] of left.pairs) {
    const score = scoreOf(left, i, j, places, match)
    if (score >= ENOUGH) edges.push({ a: i, b: j, score })
  }
  for (const { a, b } of assign(edges)) match[left.a[a]?.index ?? 0] = left.b[b]?.index ?? -1
  matchNeighbours(left, places, match)
}

/** Neighbours of what belongs together, forwards and backwards: where all wording is alike no index finds them. */
function matchNeighbours(left: Leftover, places: Places, match: Int32Array): void {
  const indexB = new Map(left.b.map(({ index }, j) => [index, j]))
  const taken = new Set<number>(match)
  const visit = (i: number, step: 1 | -1): void => {
    const at = left.a[i]?.index ?? 0
    const beside = match[at - step] ?? -1
    const other = beside < 0 ? -1 : beside + step
    const j = indexB.get(other)
    if (match[at] !== -1 || j === undefined || taken.has(other)) return
    if (scoreOf(left, i, j, places, match) < ENOUGH) return
    match[at] = other
    taken.add(other)
  }
  for (let i = 0; i < left.a.length; i++) visit(i, 1)
  for (let i = left.a.length - 1; i >= 0; i--) visit(i, -1)
}

function scoreOf(left: Leftover, i: number, j: number, { toB }: Places, match: Int32Array): number {
  const a = left.a[i] as Item
  const b = left.b[j] as Item
  const both = shared(left.setsA[i] as Int32Array, left.setsB[j] as Int32Array, left.weights)
  const dice = (2 * both) / Math.max(1e-9, (left.totalsA[i] ?? 0) + (left.totalsB[j] ?? 0))
  const metric = bestMetric(a, b)
  let score = dice + (metric >= SAME_METRIC ? METRIC * metric : 0)
  if (score < ENOUGH / 2) return 0
  if (toB[a.place] === b.place) score += SAME_PLACE
  else if (a.document === b.document) score += SAME_DOCUMENT
  if (match[a.index - 1] === b.index - 1 || match[a.index + 1] === b.index + 1) score += NEIGHBOUR
  return score
}

/** How like the likest metrics are of which both set comparable figures. */
function bestMetric({ obligation: { targets } }: Item, other: Item): number {
  let best = 0
  for (const x of targets) {
    for (const y of other.obligation.targets) {
      if (comparable(x, y)) best = Math.max(best, metricLikeness(x, y))
    }
  }
  return best
}

function samePlace(a: readonly Item[], b: readonly Item[], { toB }: Places): [number, number][] {
  const inB = positions(b)
  const pairs: [number, number][] = []
  for (const [place, rows] of positions(a)) {
    const columns = inB.get(toB[place] ?? -1) ?? []
    if (rows.length * columns.length <= ALL_PAIRS)
      for (const i of rows) for (const j of columns) pairs.push([i, j])
  }
  return pairs
}

function positions(items: readonly Item[]): Map<number, number[]> {
  const groups = new Map<number, number[]>()
  items.forEach(({ place }, i) => {
    const group = groups.get(place)
    if (group) group.push(i)
    else groups.set(place, [i])
  })
  return groups
}

/** Obligations by the things that they set figures for. */
function sameMetric(a: readonly Item[], b: readonly Item[]): [number, number][] {
  const grams = new Grams()
  const [setsA, ownersA] = metrics(a, grams)
  const [setsB, ownersB] = metrics(b, grams)
  return candidates(setsA, setsB, grams.weights()).map(([i, j]) => [ownersA[i] ?? 0, ownersB[j] ?? 0])
}

function metrics(items: readonly Item[], grams: Grams): [Int32Array[], number[]] {
  const sets: Int32Array[] = []
  const owners: number[] = []
  items.forEach(({ obligation }, i) => {
    for (const { metric } of obligation.targets) {
      sets.push(grams.add(metric))
      owners.push(i)
    }
  })
  return [sets, owners]
}
