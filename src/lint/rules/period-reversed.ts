import { defineRule } from '../rule.js'
import { holding } from './from-diagnostic.js'
import { readPeriods } from './read-periods.js'

/** 2023年6月—2022年12月: ends before it starts. */
export const periodReversed = defineRule({
  name: 'period-reversed',
  severity: 'error',
  about: { en: 'A period ends before it starts.', zh: '期间的结束早于开始。' },
  messages: {
    reversed: { en: '“{text}” ends before it starts.', zh: '“{text}”的结束早于开始。' },
    validity: {
      en: 'In force from {on}, but only until {until}.',
      zh: '自 {on} 起施行，有效期却至 {until}。',
    },
  },
  *check({ document, source }) {
    for (const span of readPeriods(source.folded)) {
      if (!span.reversed) continue
      const obligations = holding(document.obligations, span)
      yield { message: 'reversed', values: { text: source.slice(span) }, span, obligations }
    }
    const { on, until } = document.effective
    if (on === null || until === null || until >= on) return
    const at = source.folded.search(/有效期/)
    const start = Math.max(0, at)
    yield { message: 'validity', values: { on, until }, span: { start, end: at < 0 ? 0 : at + 3 } }
  },
})
