import type { Obligation } from '../../generated/registry.js'
import { defineRule } from '../rule.js'

/** 新建养老床位500张 without a year. A figure that holds every year (每年不少于2次) has its time. */
export const targetWithoutDeadline = defineRule({
  name: 'target-without-deadline',
  severity: 'warning',
  about: { en: 'A figure is to be reached, but no date says by when.', zh: '指标没有完成时限。' },
  messages: {
    undated: { en: '“{text}”: by when?', zh: '“{text}”未明确完成时限。' },
  },
  *check({ document, source }) {
    for (const obligation of document.obligations) {
      if (obligation.due !== null || isTimed(obligation)) continue
      for (const { due, metric, span } of obligation.targets) {
        if (due !== null || /[每年]/.test(metric)) continue
        yield { message: 'undated', values: { text: source.slice(span) }, span, obligations: [obligation.id] }
      }
    }
  },
})

const isTimed = ({ deadlines }: Obligation): boolean =>
  deadlines.some(({ kind }) => kind === 'recurring' || kind === 'relative' || kind === 'period')
