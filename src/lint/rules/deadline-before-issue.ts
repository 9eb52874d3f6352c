import { defineRule } from '../rule.js'
import { allDeadlines } from './deadlines.js'

/** 到2020年 in a document of 2021. */
export const deadlineBeforeIssue = defineRule({
  name: 'deadline-before-issue',
  severity: 'warning',
  about: {
    en: 'A deadline or period is over before the document is issued.',
    zh: '时限或期间在成文日期之前已经届满。',
  },
  messages: {
    past: {
      en: '“{text}” is over on {end}; the document is of {issued}.',
      zh: '“{text}”至 {end} 届满，而文件成文于 {issued}。',
    },
  },
  *check({ document, source }) {
    const issued = document.issuedOn
    if (issued === null) return
    for (const { deadline, obligations } of allDeadlines(document)) {
      const { end, span } = deadline
      if (end === null || end >= issued) continue
      yield { message: 'past', values: { text: source.slice(span), end, issued }, span, obligations }
    }
  },
})
