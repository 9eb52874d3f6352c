import { defineRule } from '../rule.js'
import { located } from './from-diagnostic.js'

/** （市财政局负责 without its ）; 实施“一窗受理 without its ”. */
export const unbalancedBracket = defineRule({
  name: 'unbalanced-bracket',
  severity: 'error',
  about: { en: 'A bracket or quotation mark has no partner.', zh: '括号、引号或书名号不成对。' },
  messages: {
    lone: { en: '“{sign}” has no partner in its sentence.', zh: '“{sign}”在本句中没有配对。' },
  },
  *check(subject) {
    for (const { span } of located(subject, 'unbalanced-bracket')) {
      yield { message: 'lone', values: { sign: subject.source.slice(span) }, span }
    }
  },
})
