import type { Span } from '../../source/span.js'
import type { Reason } from './dismiss.js'
import type { Reading, State } from './state.js'
import { tailOf } from './tail.js'

/** …资金(按照不低于财政支出)1%的比例安排 */
const BY = /按照?(不低于|不少于|不得低于|不超过|不得超过|不高于)([^,、]{2,20})$/

/** 80%以上县(市、区)创建成为… · 工程质量100%达到国家标准: the metric goes on after the figure. */
export function readQuota(state: State, reading: Reading, head: Span): number | Reason | null {
  const { figure, bound, clause, next } = reading
  const { folded, words } = state.reader
  const tail = tailOf(state.reader, figure, clause.end, next)
  if (tail.end - tail.start < 2) return null
  if ('股权'.includes(folded.charAt(tail.start))) return 'description'
  const said = folded.slice(head.start, head.end)
  const rule = BY.exec(said)
  if (rule) {
    const [, verb = '', whole = ''] = rule
    const metric = state.words(head.start, head.start + rule.index) + whole + '比例'
    const limit = words.measures.limitOf(verb)
    state.add('quota', metric, { start: head.start, end: figure.end }, figure, { ...bound, limit })
    return figure.end
  }
  if (/按|[占由]$/.test(said)) return 'benefit'
  if (words.benefit.at(folded, tail.start) !== undefined) return 'benefit'
  const metric = state.words(head.start, head.end) + state.words(tail.start, tail.end)
  const start = head.start < head.end ? head.start : Math.min(bound.wordStart, figure.start)
  state.add('quota', metric, { start, end: tail.end }, figure, bound)
  return tail.end
}
