import type { Target } from '../../generated/registry.js'
import { fold } from '../../source/fold.js'
import { defineRule } from '../rule.js'

/** A shorter metric (覆盖率) may be of two things. */
const SHORTEST = 4

interface Figure {
  readonly target: Target
  readonly obligation: string
}

/** 到2025年合格率达到98% in one place and 96% in another. */
export const conflictingTargets = defineRule({
  name: 'conflicting-targets',
  severity: 'warning',
  about: {
    en: 'Two figures for one thing and one date do not agree.',
    zh: '同一指标、同一时限的两个数值不一致。',
  },
  messages: {
    differ: {
      en: '“{text}” does not agree with “{other}”.',
      zh: '“{text}”与“{other}”不一致。',
    },
  },
  *check({ document, source }) {
    const known = new Map<string, Figure[]>()
    for (const { id, targets } of document.obligations) {
      for (const target of targets) {
        const key = keyOf(target)
        if (key === null) continue
        const figures = known.get(key) ?? []
        known.set(key, figures)
        const other = figures.find((figure) => disagree(figure.target, target))
        if (!figures.some((figure) => same(figure.target, target))) figures.push({ target, obligation: id })
        if (!other) continue
        const values = { text: source.slice(target.span), other: source.slice(other.target.span) }
        const obligations = [...new Set([id, other.obligation])]
        yield { message: 'differ', values, span: target.span, related: [other.target.span], obligations }
      }
    }
  },
})

/** What two figures must share to be of one thing. */
function keyOf({ metric, unit, due, comparator }: Target): string | null {
  const name = fold(metric).replace(/[\s"“”‘’《》]/g, '')
  if (name.length < SHORTEST) return null
  const change = comparator === 'increase' || comparator === 'decrease'
  return [name, unit ?? '', due ?? '', change ? 'change' : 'level'].join('\n')
}

/** Whether no figure satisfies both, or both bound the same side differently. */
function disagree(a: Target, b: Target): boolean {
  if (a.comparator === 'increase' || a.comparator === 'decrease')
    return a.comparator !== b.comparator || !sameValue(a, b)
  const [sideA, sideB] = [sideOf(a), sideOf(b)]
  if (sideA === sideB) return !sameValue(a, b)
  const [lower, upper] = sideA === 'least' || sideB === 'most' ? [a, b] : [b, a]
  return low(lower) > high(upper)
}

function sideOf({ comparator }: Target): 'least' | 'most' | 'exact' {
  if (comparator === '>=' || comparator === '>') return 'least'
  return comparator === '<=' || comparator === '<' ? 'most' : 'exact'
}

const same = (a: Target, b: Target): boolean => a.comparator === b.comparator && sameValue(a, b)
const low = ({ value }: Target): number => (typeof value === 'number' ? value : value[0])
const high = ({ value }: Target): number => (typeof value === 'number' ? value : value[1])
const sameValue = (a: Target, b: Target): boolean => low(a) === low(b) && high(a) === high(b)
