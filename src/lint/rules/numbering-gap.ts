import type { Section } from '../../generated/registry.js'
import { defineRule, type Found } from '../rule.js'
import { located } from './from-diagnostic.js'
import { kindOf, type NumberKind, parentOf, valueOf } from './number-kind.js'

/** 一、 then 三、; or a first item that is (二). Numbers that run on through several chapters are no gap. */
export const numberingGap = defineRule({
  name: 'numbering-gap',
  severity: 'warning',
  about: { en: 'A number is missing in a run of sections.', zh: '章节编号不连续。' },
  messages: {
    gap: { en: 'The number before “{number}” is missing.', zh: '“{number}”之前缺少编号。' },
    start: {
      en: 'The numbering here begins with “{number}”.',
      zh: '此处编号从“{number}”开始。',
    },
  },
  *check(subject) {
    for (const { span, related } of located(subject, 'numbering-gap')) {
      const number = subject.source.slice(span)
      yield { message: 'gap', values: { number }, span, related }
    }
    yield* lateStarts(subject.document.sections)
  },
})

/** The first of its kind under a heading that is neither 1 nor the next of that kind in the document. */
function* lateStarts(sections: readonly Section[]): Generator<Found<'start'>> {
  const byId = new Map(sections.map((section) => [section.id, section]))
  const seen = new Set<string>()
  const last = new Map<NumberKind, number>()
  for (const section of sections) {
    const kind = kindOf(section)
    const value = valueOf(section)
    const place = `${parentOf(section, byId)?.id ?? ''} ${kind}`
    const first = !seen.has(place)
    seen.add(place)
    const runsOn = value === (last.get(kind) ?? Number.NaN) + 1
    last.set(kind, value)
    if (kind === 'other' || section.computed || !first || runsOn || !(value > 1)) continue
    const { start } = section.span
    const span = { start, end: start + section.number.length, page: section.span.page }
    yield { message: 'start', values: { number: section.number }, span }
  }
}
