import { sum } from './grams.js'

/** Entries of the index that one text may look at, and how many texts it may name. */
const LOOKS = 400
const NAMED = 10

/**
 * For each text of `a` the few of `b` that share most of its rare pairs: `[a, b]` by index. What stands in thousands
 * of texts is looked up last and only near the same relative place, so the cost stays in line with the number of texts.
 */
export function candidates(
  a: readonly Int32Array[],
  b: readonly Int32Array[],
  weights: Float64Array,
): [number, number][] {
  const index = new Map<number, number[]>()
  b.forEach((set, j) => {
    for (const id of set) {
      const entry = index.get(id)
      if (entry) entry.push(j)
      else index.set(id, [j])
    }
  })
  const score = new Float64Array(b.length)
  const pairs: [number, number][] = []
  a.forEach((set, i) => {
    const seen = look(set, index, weights, score, a.length > 1 ? i / (a.length - 1) : 0)
    seen.sort((x, y) => (score[y] as number) - (score[x] as number) || x - y)
    for (const j of seen.slice(0, NAMED)) pairs.push([i, j])
    for (const j of seen) score[j] = 0
  })
  return pairs
}

/** Adds up in `score` what each text shares with the set, rare pairs first; gives the texts that have some. */
function look(
  set: Int32Array,
  index: ReadonlyMap<number, readonly number[]>,
  weights: Float64Array,
  score: Float64Array,
  place: number,
): number[] {
  const entries = [...set]
    .flatMap((id) => {
      const list = index.get(id)
      return list ? [{ list, weight: weights[id] as number }] : []
    })
    .sort((x, y) => x.list.length - y.list.length)
  const seen: number[] = []
  let left = LOOKS
  for (const { list, weight } of entries) {
    const count = Math.min(list.length, left)
    const start = Math.round(place * (list.length - count))
    for (let at = start; at < start + count; at++) {
      const j = list[at] as number
      if (score[j] === 0) seen.push(j)
      score[j] = (score[j] as number) + weight
    }
    left -= count
    if (left <= 0) break
  }
  return seen
}

/** The sum of weights of each text. */
export const totals = (sets: readonly Int32Array[], weights: Float64Array): number[] =>
  sets.map((set) => sum(set, weights))
