import { defineRule } from '../rule.js'
import { holding, located } from './from-diagnostic.js'
import { readPeriods } from './read-periods.js'

/** 2月30日 · 13月. A period that ends before it starts is for another rule. */
export const impossibleDate = defineRule({
  name: 'impossible-date',
  severity: 'error',
  about: { en: 'A date is not in the calendar.', zh: '日期在历法中不存在。' },
  messages: {
    impossible: { en: '“{text}” is no date of the calendar.', zh: '“{text}”不是有效日期。' },
  },
  *check(subject) {
    const { source, document } = subject
    for (const { span } of located(subject, 'date-impossible')) {
      if (readPeriods(source.folded.slice(span.start, span.end)).some(({ reversed }) => reversed)) continue
      const obligations = holding(document.obligations, span)
      yield { message: 'impossible', values: { text: source.slice(span) }, span, obligations }
    }
  },
})
