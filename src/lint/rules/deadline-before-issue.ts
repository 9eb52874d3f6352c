import type { Obligation } from '../../generated/registry.js'
import { readTime } from '../../grammar/parse-time.js'
import { resolveTime } from '../../grammar/resolve-time.js'
import type { Span } from '../../source/span.js'
import { defineRule, type Found, type Subject } from '../rule.js'
import { allDeadlines } from './deadlines.js'

const TIME = /(?:截至|截止|[到至于在])? ?(?<!\d)(?:19|20)\d\d ?年/g
/** How far back a title may open that a year stands in. */
const BEFORE = 80
/** 到2020年 · 2020年6月底前 say by when; 2020年 alone may only name a year. */
const BOUND = /^(?:截至|截止|[到至])|[前底末内]$/
/** 2017年底前已完成 · 比到2015年 · 2018年底前的: tells or compares. */
const TOLD = /^[^,。;]{0,12}[已了]|^的|^以来/
const COMPARED = /[比较与同自从据]$/

/**
 * 到2020年 in a document of 2021. A compiler takes what is over for history and keeps it out of the registry, so the
 * sentences that bind are read again.
 */
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
  *check(subject) {
    const { document, source } = subject
    const issued = document.issuedOn
    if (issued === null) return
    const seen = new Set<number>()
    const past = (span: Span, end: string, obligations: readonly string[]): Found<'past'>[] => {
      if (end >= issued || seen.has(span.end)) return []
      seen.add(span.end)
      return [{ message: 'past', values: { text: source.slice(span), end, issued }, span, obligations }]
    }
    for (const { deadline, obligations } of allDeadlines(document)) {
      if (deadline.end !== null) yield* past(deadline.span, deadline.end, obligations)
    }
    for (const obligation of document.obligations) {
      for (const { span, end } of printedTimes(obligation, subject)) yield* past(span, end, [obligation.id])
    }
  },
})

/** The times with a year that a sentence gives for what is to come. */
function* printedTimes(
  { span: { start, end } }: Obligation,
  { source, lexicon }: Subject,
): Generator<{ span: Span; end: string }> {
  const sentence = source.folded.slice(start, end)
  for (const { index } of sentence.matchAll(TIME)) {
    const before = sentence.slice(Math.max(0, index - BEFORE), index)
    const node = readTime(source.folded, start + index, lexicon)
    if (!node || node.end > end || isInTitle(before) || COMPARED.test(before)) continue
    if (TOLD.test(source.folded.slice(node.end, Math.min(end, node.end + 20)))) continue
    const words = source.folded.slice(node.start, node.end)
    if (node.type !== 'stretch' && (node.type !== 'instant' || !BOUND.test(words))) continue
    const { until } = resolveTime(node, { referenceDate: null, year: null, month: null }).value
    if (until !== null) yield { span: { start: node.start, end: node.end }, end: until }
  }
}

const isInTitle = (before: string): boolean => before.lastIndexOf('《') > before.lastIndexOf('》')
