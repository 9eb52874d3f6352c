import type { Span } from '../../source/span.js'
import type { Reason } from './dismiss.js'
import type { Reading, State } from './state.js'
import { tailOf } from './tail.js'

/** 80%以上县(市、区)创建成为… · 工程质量100%达到国家标准: the metric goes on after the figure. */
export function readQuota(state: State, reading: Reading, head: Span): number | Reason | null {
  const { figure, bound, clause, next } = reading
  const { folded, words } = state.reader
  const tail = tailOf(state.reader, figure, clause.end, next)
  if (tail.end - tail.start < 2) return null
  if ('股权'.includes(folded.charAt(tail.start))) return 'description'
  if (folded[head.start] === '按' || words.benefit.at(folded, tail.start) !== undefined) return 'benefit'
  const metric = state.words(head.start, head.end) + state.words(tail.start, tail.end)
  const start = head.start < head.end ? head.start : Math.min(bound.wordStart, figure.start)
  state.add('quota', metric, { start, end: tail.end }, figure, bound)
  return tail.end
}
