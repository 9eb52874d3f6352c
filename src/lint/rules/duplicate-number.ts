import { defineRule } from '../rule.js'
import { located } from './from-diagnostic.js'

/** (三) twice under one heading. */
export const duplicateNumber = defineRule({
  name: 'duplicate-number',
  severity: 'error',
  about: { en: 'Two sections of one place have the same number.', zh: '同一层级下编号重复。' },
  messages: {
    twice: { en: '“{number}” stands here a second time.', zh: '编号“{number}”在此重复。' },
  },
  *check(subject) {
    for (const { span, related } of located(subject, 'duplicate-id')) {
      yield { message: 'twice', values: { number: subject.source.slice(span) }, span, related }
    }
  },
})
