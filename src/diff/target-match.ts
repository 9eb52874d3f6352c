import type { Target } from '../generated/registry.js'
import { baseLexicon } from '../grammar/index.js'
import { measureWords } from '../grammar/measure-words.js'
import { assign, type Edge } from './assign.js'
import { likeness } from './grams.js'
import { wording } from './normal.js'

/** Likeness from which two metrics of one pair of obligations are the same thing. */
const SAME = 0.5

/** Units that measure the same: how many of the second make one of the first. */
const SCALES = new Map<string, readonly [unit: string, factor: number]>([
  ['‰', ['%', 0.1]],
  ['‱', ['%', 0.01]],
  ['百分点', ['个百分点', 1]],
  ['公顷', ['亩', 15]],
  ['平方公里', ['亩', 1500]],
  ['平方千米', ['亩', 1500]],
  ['千米', ['公里', 1]],
  ['千克', ['公斤', 1]],
  ['平米', ['平方米', 1]],
  ['㎡', ['平方米', 1]],
  ['元人民币', ['元', 1]],
])

/** A unit by its common name, and what a figure is multiplied by for it. */
export function scaleOf({ unit }: Target): readonly [unit: string | null, factor: number] {
  if (unit === null) return [null, 1]
  const own = wording(unit)
  return SCALES.get(own) ?? [own, 1]
}

/** A level, or a change up or down. */
const sortOf = ({ comparator, to }: Target): string =>
  to === null && (comparator === 'increase' || comparator === 'decrease') ? comparator : 'level'

/** Whether the figures of two targets can be held against each other: the same sort and unit. Counts all can. */
export function comparable(a: Target, b: Target): boolean {
  if (sortOf(a) !== sortOf(b)) return false
  const [x] = scaleOf(a)
  const [y] = scaleOf(b)
  return x === y || (isCount(x) && isCount(y))
}

const isCount = (unit: string | null): boolean =>
  unit !== null && measureWords(baseLexicon()).kindOf(unit) === 'sortal'

/** How far two metrics are the same thing: 地产农产品抽检合格率 and 农产品抽检合格率 nearly are. */
export const metricLikeness = (a: Target, b: Target): number =>
  a.metric === b.metric ? 1 : likeness(wording(a.metric), wording(b.metric))

/** Targets of two obligations that set figures for the same thing, by index. */
export function pairTargets(a: readonly Target[], b: readonly Target[]): Edge[] {
  const edges: Edge[] = []
  for (const [i, x] of a.entries()) {
    for (const [j, y] of b.entries()) {
      if (!comparable(x, y)) continue
      const like = metricLikeness(x, y)
      const same = x.comparator === y.comparator && String(x.value) === String(y.value) ? 0.05 : 0
      const order = 0.01 / (1 + Math.abs(i - j))
      if (like >= SAME) edges.push({ a: i, b: j, score: like + same + order })
    }
  }
  return assign(edges)
}
