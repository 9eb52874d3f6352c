import { shared } from './grams.js'
import type { Leftover } from './match-similar.js'

/** One obligation that became several, or several that became one: indexes of obligations, parts in document order. */
export interface Division {
  readonly whole: number
  readonly parts: readonly number[]
}

/** Share of a part's wording that comes from the whole, and that no other part has. */
const FROM_WHOLE = 0.65
const ITS_OWN = 0.35
/** Share of the part that the whole was paired with. */
const KNOWN = 0.5
/** Where only one part is known, nearly all of it has to come from the whole. */
const ALONE = 0.75
/** Shorter wording stands in anything. */
const LENGTH = 8

/**
 * What is left without a partner may be a part of something. Pairs are taken as they are in `match`; a lone part of an
 * obligation without a partner becomes its partner there.
 */
export function findDivisions(
  left: Leftover,
  match: Int32Array,
): { readonly splits: Division[]; readonly merges: Division[] } {
  const toB = new Int32Array(left.a.length).fill(-1)
  const toA = new Int32Array(left.b.length).fill(-1)
  const indexB = new Map(left.b.map(({ index }, j) => [index, j]))
  left.a.forEach(({ index }, i) => {
    const j = indexB.get(match[index] ?? -1) ?? -1
    toB[i] = j
    if (j >= 0) toA[j] = i
  })
  const here: Side = { words: left.a, sets: left.setsA, totals: left.totalsA, partner: toB }
  const there: Side = { words: left.b, sets: left.setsB, totals: left.totalsB, partner: toA }
  const inSplit = new Set<number>()
  const splits = divide(here, there, left.pairs, left.weights, inSplit)
  for (const { whole, parts } of splits) {
    inSplit.add(whole)
    for (const part of parts) inSplit.add(~part)
  }
  const turned = left.pairs.map(([i, j]) => [j, i] as const)
  const taken = new Set([...inSplit].map((at) => ~at))
  const merges = divide(there, here, turned, left.weights, taken)
  const global = (
    whole: Leftover['a'],
    parts: Leftover['a'],
    { whole: at, parts: of }: Division,
  ): Division => ({
    whole: whole[at]?.index ?? 0,
    parts: of.map((part) => parts[part]?.index ?? 0).sort((x, y) => x - y),
  })
  left.a.forEach(({ index }, i) => (match[index] = left.b[toB[i] ?? -1]?.index ?? -1))
  return {
    splits: splits.map((division) => global(left.a, left.b, division)),
    merges: merges.map((division) => global(left.b, left.a, division)),
  }
}

interface Side {
  readonly words: Leftover['a']
  readonly sets: readonly Int32Array[]
  readonly totals: readonly number[]
  /** Partner on the other side, or -1. */
  readonly partner: Int32Array
}

/** Parts among `others` of what stands in `whole`; `taken` holds those that are spoken for (others as their ~). */
function divide(
  whole: Side,
  others: Side,
  pairs: readonly (readonly [number, number])[],
  weights: Float64Array,
  taken: ReadonlySet<number>,
): Division[] {
  const best = new Map<number, { readonly whole: number; readonly share: number }>()
  for (const [i, j] of pairs) {
    if (others.partner[j] !== -1 || taken.has(i) || taken.has(~j)) continue
    const share = shareOf(whole, others, i, j, weights)
    if (share > (best.get(j)?.share ?? 0)) best.set(j, { whole: i, share })
  }
  const groups = new Map<number, { part: number; share: number }[]>()
  for (const [part, { whole: i, share }] of best) {
    const group = groups.get(i)
    if (group) group.push({ part, share })
    else groups.set(i, [{ part, share }])
  }
  const divisions: Division[] = []
  for (const [i, group] of groups) {
    const parts = group.map(({ part }) => part)
    const partner = whole.partner[i] ?? -1
    if (partner >= 0) divisions.push({ whole: i, parts: [partner, ...parts] })
    else if (parts.length > 1) divisions.push({ whole: i, parts })
    else if ((group[0]?.share ?? 0) >= ALONE) {
      whole.partner[i] = parts[0] ?? -1
      others.partner[parts[0] ?? 0] = i
    }
  }
  return divisions
}

/** The share of part `j` that stands in whole `i`, 0 where it is too little or the known part has it too. */
function shareOf(whole: Side, others: Side, i: number, j: number, weights: Float64Array): number {
  if ((others.words[j]?.words.length ?? 0) < LENGTH) return 0
  const total = Math.max(1e-9, others.totals[j] ?? 0)
  const set = whole.sets[i] as Int32Array
  const part = others.sets[j] as Int32Array
  const share = shared(part, set, weights) / total
  if (share < FROM_WHOLE) return 0
  const partner = whole.partner[i] ?? -1
  if (partner < 0) return share
  const known = others.sets[partner] as Int32Array
  const own = shared(part, set, weights, known) / total
  const knownShare = shared(known, set, weights) / Math.max(1e-9, others.totals[partner] ?? 0)
  return own >= ITS_OWN && knownShare >= KNOWN ? share : 0
}
