import type { Bound } from '../../grammar/bound.js'
import type { Figure } from '../../grammar/figure.js'
import type { Span } from '../../source/span.js'
import { isClosed, type Reason } from './dismiss.js'
import { headStart, verbEnd } from './head.js'
import { sharedEnd, splitItems } from './items.js'
import type { Reading, State } from './state.js'
import { isGoal, tailOf } from './tail.js'

/** …零售总额达到5000亿元、年均增长9%: the metric is the one before. */
const AVERAGE = /^(?:年均|平均|人均|每年|年度)$/

/** All that is said of 全市 各县 before a share of something: 全市80%以上的乡镇… */
const PLACE = /^(?:全[市省县区国州镇]|各.{1,6}|.{1,8}[市省县区州])$/

/**
 * A share, an index or a change. Gives the offset where the next metric may begin; a reason where the figure is no
 * target; null where it was not understood.
 */
export function readRate(state: State, reading: Reading, base: Figure | null): number | Reason | null {
  const { figure, bound, cursor } = reading
  const { folded, words } = state.reader
  const head = state.head(cursor, bound, true)
  const empty = head.end <= head.start
  const named = !empty && words.rateNoun.endingAt(folded, head.end) !== undefined
  const closed = isClosed(folded, figure.end) || isGoal(folded, figure.end)
  const verb = !empty && verbEnd(state.reader, head.start, head.end) === head.end
  const place = empty || verb || (!named && PLACE.test(folded.slice(head.start, head.end)))
  if (folded[figure.end] === '的' && !closed) {
    // 持股比例达到50%的 · 占比30%以上的企业: only those of whom it is so.
    if (isClosed(folded, figure.end + 1)) return 'condition'
    if (named || (!place && bound.limit !== null)) return 'condition'
  }
  const adverb =
    !empty && AVERAGE.test(folded.slice(head.start, head.end)) ? state.words(head.start, head.end) : ''
  if (adverb !== '' && state.previous) return readAgain(state, figure, bound, base, adverb)
  if (empty && closed) return readAgain(state, figure, bound, base)
  const loose = bound.limit === null || bound.limit === '~' || place
  if (!closed && bound.change === null && !named && loose) return readQuota(state, reading, head)
  if (empty) return readAgain(state, figure, bound, base)
  const opening =
    named || bound.limit || bound.change ? undefined : words.measures.change.at(folded, head.start)
  if (opening !== undefined && head.start + opening.length < head.end && closed) {
    // 降低企业用电成本10%
    const metric = state.words(head.start + opening.length, head.end)
    const change = words.measures.directionOf(opening)
    state.add(
      'measure',
      metric,
      { start: head.start, end: figure.end },
      figure,
      { ...bound, change },
      { base },
    )
    return figure.end
  }
  const explicit =
    bound.limit !== null || bound.change !== null || figure.after !== null || figure.kind === 'doubling'
  if (
    !explicit &&
    !named &&
    figure.kind !== 'ratio' &&
    !folded.slice(head.start, figure.start).includes('占')
  ) {
    return closed ? 'description' : null
  }
  const end = named ? null : endOfPrevious(state, head, figure)
  if (end !== null) {
    state.add(
      'shared',
      state.words(head.start, head.end) + end,
      { start: head.start, end: figure.end },
      figure,
      bound,
      { base },
    )
    return figure.end
  }
  const shares = bound.shared || (named && (figure.kind === 'rate' || figure.kind === 'doubling'))
  const items = shares ? splitItems(state.reader, head, !bound.shared) : [{ ...head, shared: null }]
  for (const item of items) {
    const span = { start: item.start, end: figure.end }
    state.add(items.length > 1 ? 'shared' : 'measure', state.itemText(item), span, figure, bound, { base })
  }
  state.verb = null
  return figure.end
}

/** The longest name that takes its end from the metric before it: 城市污水处理率达到95%、(县城)达到85%. */
const SHORT = 8

function endOfPrevious({ previous, reader }: State, head: Span, { kind, unit }: Figure): string | null {
  if (!previous || kind !== 'rate' || previous.target.unit !== unit || head.end - head.start > SHORT)
    return null
  const { metric } = previous.target
  if (reader.words.rateNoun.endingAt(metric, metric.length) === undefined) return null
  const name = { start: metric.length, end: metric.length + head.end - head.start }
  const joined = metric + reader.folded.slice(head.start, head.end)
  const end = sharedEnd({ ...reader, folded: joined }, name, { start: 0, end: metric.length })
  return end && end.start > 0 ? metric.slice(end.start) : null
}

/** 80%以上县(市、区)创建成为… · 工程质量100%达到国家标准: the metric goes on after the figure. */
function readQuota(
  state: State,
  { figure, bound, clause, next }: Reading,
  head: Span,
): number | Reason | null {
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

/** 提高15个百分点,达到95%以上: the same metric once more. Or the clause before names it: …机械化率,到2025年达到85%. */
export function readAgain(
  state: State,
  figure: Figure,
  bound: Bound,
  base: Figure | null,
  adverb = '',
): number | Reason | null {
  const { previous, lastClause, reader } = state
  if (bound.limit === null && bound.change === null && figure.after === null)
    return previous ? 'description' : null
  if (previous) {
    state.add(
      'again',
      previous.target.metric.endsWith(adverb) ? previous.target.metric : previous.target.metric + adverb,
      { start: previous.target.start, end: figure.end },
      figure,
      bound,
      {
        base,
        subject: previous.subject,
      },
    )
    return figure.end
  }
  if (lastClause && reader.words.rateNoun.endingAt(reader.folded, lastClause.end) !== undefined) {
    const start = headStart(reader, lastClause.start, lastClause.end)
    if (start >= lastClause.end) return null
    const metric = state.words(start, lastClause.end)
    state.add('measure', metric, { start, end: figure.end }, figure, bound, { base })
    return figure.end
  }
  return null
}
