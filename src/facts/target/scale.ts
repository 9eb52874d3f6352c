import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import type { SourceText } from '../../source/source-text.js'
import type { Found } from './found.js'

/** From this ratio on one of two figures has most likely lost its 万. */
const OUT = 1000

/** 新建成高标准农田17.05亩,总数达到83.9万亩: the same thing in the same unit, one of them a thousand times the other. */
export function outOfScale(source: SourceText, found: readonly Found[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  for (let index = 1; index < found.length; index++) {
    const [a, b] = [found[index - 1] as Found, found[index] as Found]
    if (a.target.unit === null || a.target.unit !== b.target.unit || a.figure.scaled === b.figure.scaled)
      continue
    if (/[均每]/.test(a.target.metric + b.target.metric)) continue
    if (
      a.subject === '' ||
      b.subject === '' ||
      !(b.subject.includes(a.subject) || a.subject.includes(b.subject))
    )
      continue
    if (typeof a.target.value !== 'number' || typeof b.target.value !== 'number') continue
    const [small, large] = a.target.value < b.target.value ? [a, b] : [b, a]
    if (Number(large.target.value) < OUT * Number(small.target.value) || small.figure.scaled) continue
    diagnostics.push({
      code: 'quantity-out-of-scale',
      values: { value: source.slice(small.figure), neighbour: source.slice(large.figure) },
      span: { start: small.figure.start, end: small.figure.end },
      related: { start: large.figure.start, end: large.figure.end },
    })
  }
  return diagnostics
}
