import type { Target } from '../generated/registry.js'
import { pairTargets, scaleOf } from './target-match.js'
import type { TargetChange } from './types.js'

/** What became of the figures: pairs that changed, in the order of the new side, then those that are gone. */
export function compareTargets(old: readonly Target[], now: readonly Target[]): TargetChange[] {
  const pairs = pairTargets(old, now).flatMap(({ a, b }) => {
    const direction = directionOf(old[a] as Target, now[b] as Target)
    return direction === null ? [] : [{ a, b, direction }]
  })
  const byNew = new Map(pairs.map((pair) => [pair.b, pair]))
  const kept = new Set(pairs.map(({ a }) => a))
  const changes: TargetChange[] = now.map((target, j) => {
    const pair = byNew.get(j)
    if (!pair) return { kind: 'target-added', old: null, new: target }
    const kind =
      pair.direction === 0
        ? null
        : pair.direction > 0
          ? ('target-tightened' as const)
          : ('target-relaxed' as const)
    return { kind, old: old[pair.a] as Target, new: target }
  })
  old.forEach((target, i) => {
    if (!kept.has(i)) changes.push({ kind: 'target-removed', old: target, new: null })
  })
  return changes
}

/** The figure as an interval in a common unit, and which way it is meant. */
interface Bound {
  readonly low: number
  readonly high: number
  /** More is asked for, less is allowed, or neither is said. */
  readonly sense: 'up' | 'down' | 'both'
  /** Of two equal figures the stricter bound: 左右 < 以上 < 超过. */
  readonly strict: number
}

const STRICT: Readonly<Record<string, number>> = { '~': 0, '>=': 1, '<=': 1, '=': 1, '>': 2, '<': 2 }

function boundOf(target: Target): Bound {
  const { comparator, bound, to } = target
  const [, factor] = scaleOf(target)
  const value = to ?? target.value
  const [low, high] =
    typeof value === 'number' ? [value * factor, value * factor] : [value[0] * factor, value[1] * factor]
  const change = comparator === 'increase' || comparator === 'decrease'
  const sign = change ? (bound ?? '>=') : comparator
  const strict = STRICT[sign] ?? 1
  const reached = to !== null && comparator === 'decrease'
  if (sign === '>=' || sign === '>') return { low, high, strict, sense: reached ? 'down' : 'up' }
  if (sign === '<=' || sign === '<') return { low, high, strict, sense: 'down' }
  return { low, high, strict, sense: 'both' }
}

/** 1 where the new figure asks for more, -1 for less, 0 for the same; null where they cannot be held against each other. */
function directionOf(old: Target, now: Target): -1 | 0 | 1 | null {
  const a = boundOf(old)
  const b = boundOf(now)
  if (a.sense !== b.sense && a.sense !== 'both' && b.sense !== 'both') return null
  if (old.comparator === 'range' && now.comparator === 'range') return rangeDirection(a, b)
  const sense = a.sense === 'both' ? b.sense : a.sense
  // Two bare figures: more is asked for, unless one of them is nought (事故为零).
  const down = sense === 'down' || (sense === 'both' && (a.low === 0 || b.low === 0))
  const change = down ? a.high - b.high || a.low - b.low : b.low - a.low || b.high - a.high
  return sign(round(change) || b.strict - a.strict)
}

/** A narrower range asks for more, a wider one for less; else the higher does. */
function rangeDirection(a: Bound, b: Bound): -1 | 0 | 1 {
  const low = sign(round(b.low - a.low))
  const high = sign(round(b.high - a.high))
  if (low >= 0 && high <= 0) return low === 0 && high === 0 ? 0 : 1
  if (low <= 0 && high >= 0) return -1
  return low
}

const round = (value: number): number => (Math.abs(value) < 1e-9 ? 0 : value)

const sign = (value: number): -1 | 0 | 1 => (value > 0 ? 1 : value < 0 ? -1 : 0)
