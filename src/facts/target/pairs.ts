import type { Bound } from '../../grammar/bound.js'
import type { Figure } from '../../grammar/figure.js'
import type { Span } from '../../source/span.js'
import { metricOfLastClause } from './again.js'
import { AVERAGE } from './head.js'
import { type Item, splitItems } from './items.js'
import type { State } from './state.js'

/** More figures in a row than this are no pairs with metrics. */
export const MOST = 12

/** How far the times of 2025年、2030年分别达到… may stand apart, and the figures. */
const GAP = 3

/** Figures with nothing but 、 and 和 between them: 分别达到65%和55%. */
export function groupOf(folded: string, figures: readonly Figure[], index: number, bound: Bound): Figure[] {
  const group = [figures[index] as Figure]
  if (!isShared(folded, bound) && bound.limit === null && bound.change === null) return group
  for (let next = figures[index + 1]; next && group.length < MOST; next = figures[index + group.length]) {
    const last = group[group.length - 1] as Figure
    if (next.start - last.end > GAP || !/^[、,和与及 ]+$/.test(folded.slice(last.end, next.start))) break
    group.push(next)
  }
  return group
}

/** 分别达到… · 2024年、2025年分别完成…: the verb of a count stands between. */
const isShared = (folded: string, { shared, start }: Bound): boolean =>
  shared ||
  /分别.{2,4}$/.test(folded.slice(Math.max(0, start - 6), start)) ||
  /年[,，]?分别[^,;。、\d]{2,24}$/.test(folded.slice(Math.max(0, start - 28), start))

/** One metric of a row of figures: its words, where its quote begins, and the time that it is paired with. */
interface Pair {
  readonly metric: string
  readonly start: number
  readonly at?: number
}

/** As many metrics, or times, as figures: each takes its own; a bound after the last goes for all. */
export function readPairs(state: State, group: readonly Figure[], bound: Bound, cursor: number): boolean {
  const pairs = pairsOf(state, group, bound, cursor)
  if (!pairs) return false
  const last = group[group.length - 1] as Figure
  pairs.forEach(({ metric, start, at }, index) => {
    const own = group[index] as Figure
    const { unit, kind } = isSameUnit(own, last) ? last : own
    const figure = { ...own, after: own.after ?? last.after, unit, kind }
    state.add('pair', metric, { start, end: own.end }, figure, bound, at === undefined ? {} : { at })
  })
  state.verb = null
  return true
}

/** 分别压缩至15(个)、5个工作日: the unit is said in full once, after the last. */
const isSameUnit = (own: Figure, last: Figure): boolean =>
  own.unit === null || (own.unit === '个' && last.unit !== null && last.unit.startsWith('个'))

function pairsOf(state: State, group: readonly Figure[], bound: Bound, cursor: number): Pair[] | null {
  const { reader, found } = state
  const head = state.head(cursor, bound, true)
  const said = state.words(head.start, head.end)
  const verb = state.verbOf(head)
  const count = group.length
  const shared = isShared(reader.folded, bound)
  if (bound.shared && AVERAGE.test(said) && found.length >= count)
    return found.slice(-count).map(({ target }) => ({ metric: target.metric + said, start: target.start }))
  if (said === verb)
    return shared ? ofContext(state, group, verb, verb === '' ? bound.wordStart : head.start) : null
  const items = [true, false]
    .map((joint) => splitItems(reader, head, false, joint))
    .find((split) => split.length === count)
  // 甲率、乙率(年均)分别提高
  const average = /(?:年均|平均)$/.exec(said)?.[0] ?? ''
  if (items)
    return items.map((item) => {
      const name = nameOf(state, item, head, verb)
      return { metric: name.endsWith(average) ? name : name + average, start: item.start }
    })
  const named = shared ? exemplified(state, head, count) : null
  if (named) return named
  return shared ? each(state, group, { metric: said, start: head.start }) : null
}

/** 氨氮、总磷等(污染物排放)量分别下降8%、6%: as many things as figures, and the class after 等 names none of its own. */
function exemplified(state: State, head: Span, count: number): Pair[] | null {
  const { folded, words } = state.reader
  const close = head.start + folded.slice(head.start, head.end).indexOf('等')
  if (close <= head.start || folded.slice(close, head.end).includes('、')) return null
  const things = splitItems(state.reader, { start: head.start, end: close }, false)
  if (things.length !== count || things.some(({ shared }) => shared !== null)) return null
  const end = words.rateNoun.endingAt(folded, head.end) ?? words.amountNoun.endingAt(folded, head.end)
  if (end === undefined) return null
  const at = head.end - end.length
  const measured = words.property.endingAt(folded, at) ?? words.measures.change.endingAt(folded, at) ?? ''
  const shared = state.words(Math.max(close, at - measured.length), head.end)
  return things.map((thing) => ({ metric: state.words(thing.start, thing.end) + shared, start: thing.start }))
}

/** Figures with no metric of their own: it is the one before, or the clause before names it. */
function ofContext(state: State, group: readonly Figure[], verb: string, start: number): Pair[] | null {
  const { previous } = state
  if (previous)
    return each(state, group, { metric: again(previous.target.metric, previous.subject, verb), start })
  const last = metricOfLastClause(state)
  return last ? each(state, group, last) : null
}

const nameOf = (state: State, item: Item, head: Span, verb: string): string =>
  (item.start > head.start ? verb : '') + state.itemText(item)

/** 改造累计完成1.2万户,其中…分别完成4000户、4000户: the verb says again what was counted. */
const again = (metric: string, subject: string, verb: string): string =>
  metric.endsWith(verb) || metric.startsWith(verb) ? metric : verb + subject

/** 2025年、2030年…分别不低于22%和25%: one metric, as many times as figures. */
function each({ reader }: State, group: readonly Figure[], pair: Pair): Pair[] {
  const times = timesBefore(reader.times, (group[0] as Figure).start, group.length)
  return group.map((_, index) => ({ ...pair, ...(times ? { at: (times[index] as Span).end } : {}) }))
}

/** The last times before an offset where they stand side by side. */
function timesBefore(times: readonly Span[], at: number, count: number): Span[] | null {
  const row = times.filter(({ end }) => end <= at).slice(-count)
  const apart = row.some(({ start }, index) => index > 0 && start - (row[index - 1] as Span).end > GAP)
  return row.length < count || apart ? null : row
}
