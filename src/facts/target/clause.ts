import { type Bound, readBound } from '../../grammar/bound.js'
import type { Figure } from '../../grammar/figure.js'
import { changeFrom } from '../../grammar/parse-quantity.js'
import type { Span } from '../../source/span.js'
import { readCount } from './count.js'
import { asideReason, dismissFigure } from './dismiss.js'
import { headStart } from './head.js'
import { splitItems } from './items.js'
import { readRate } from './rate.js'
import { clauseOf } from './setting.js'
import type { Reading, State } from './state.js'
import { tailOf } from './tail.js'

/** Read the figures of one clause, in order. A figure that is no target closes nothing: it may be part of a metric. */
export function readClause(state: State, span: Span, all: readonly Figure[]): void {
  // 到2025年,: a clause that only gives a time stands between nothing
  if (all.length === 0 && headStart(state.reader, span.start, span.end) >= span.end) return
  const clause = clauseOf(state.reader, span)
  const figures = withoutAsides(state, all)
  const count = state.found.length
  state.perHead = ''
  let cursor = clause.start
  for (let index = 0; index < figures.length; index++) {
    const figure = figures[index] as Figure
    const next = figures[index + 1]
    if (figure.start < cursor) {
      // 1家以上世界500强企业: part of what was counted
      state.dismiss(figure, 'name')
      continue
    }
    const { folded, words } = state.reader
    const change = next && changeFrom(folded, cursor, figure, next, words.measures)
    if (change && next) {
      const { limit, change: direction, shared, past, wordStart } = change.bound
      const bound = { start: change.start, limit, change: direction, shared, past, wordStart }
      const end = readOne(state, { figure: next, bound, clause, next: figures[index + 2], cursor }, figure)
      cursor = end ?? next.end
      index++
      continue
    }
    const bound = readBound(folded, cursor, figure, words.measures)
    const reason = dismissFigure(state.reader, figure, bound, clause, state.setting)
    if (reason !== null) {
      state.dismiss(figure, reason)
      continue
    }
    const group = groupOf(folded, figures, index, bound)
    if (group.length > 1 && readPairs(state, group, bound, cursor)) {
      index += group.length - 1
      cursor = (group[group.length - 1] as Figure).end
      continue
    }
    const counted = nextCounted(figures, index)
    cursor = readOne(state, { figure, bound, clause, next: counted, cursor }, null) ?? cursor
  }
  if (state.found.length === count) {
    state.verb = null
    state.previous = null
  }
  state.topic = state.found.length === count ? topicOf(state, figures, clause) : null
  state.lastClause = clause
}

/** The figure that ends what is said of this one: 1000个5G应用场景、3个平台 */
function nextCounted(figures: readonly Figure[], index: number): Figure | undefined {
  for (let next = index + 1; next < figures.length && next < index + MOST; next++) {
    if (figures[next]?.kind !== 'bare') return figures[next]
  }
  return undefined
}

/** The figures that the clause itself says; those in quotations and explanations are put aside. */
function withoutAsides(state: State, figures: readonly Figure[]): readonly Figure[] {
  const { reader, setting } = state
  if (setting.pairs.length === 0) return figures
  return figures.filter((figure) => {
    const reason = asideReason(reader.folded, figure, setting.pairs)
    if (reason !== null) state.dismiss(figure, reason)
    return reason === null
  })
}

/** The longest name of a topic. */
const TOPIC = 16

/** 纳入清单的26条(黑臭水体),…完成率不低于60% */
function topicOf({ reader }: State, figures: readonly Figure[], clause: Span): Span | null {
  const last = figures[figures.length - 1]
  if (!last || last.kind !== 'sortal' || last.small) return null
  const tail = tailOf(reader, last, clause.end, undefined)
  const length = tail.end - tail.start
  if (tail.end !== clause.end || length < 2 || length > TOPIC) return null
  return /[、的和()]/.test(reader.folded.slice(tail.start, tail.end)) ? null : tail
}

const RATES: ReadonlySet<Figure['kind']> = new Set(['rate', 'doubling', 'ratio', 'duration', 'bare'])

/** The offset where the next metric may begin, or null where the figure is no target. */
function readOne(state: State, reading: Reading, base: Figure | null): number | null {
  const { figure, bound } = reading
  const rate = RATES.has(figure.kind) || bound.change !== null || base !== null || figure.unit === '倍'
  const result = rate ? readRate(state, reading, base) : readCount(state, reading)
  if (typeof result === 'number') return result
  if (result !== null) state.dismiss(figure, result)
  return null
}

/** More figures in a row than this are no pairs with metrics. */
const MOST = 12

/** Figures with nothing but 、 and 和 between them: 分别达到65%和55%. */
function groupOf(folded: string, figures: readonly Figure[], index: number, bound: Bound): Figure[] {
  const group = [figures[index] as Figure]
  if (!bound.shared && bound.limit === null && bound.change === null) return group
  for (let next = figures[index + 1]; next && group.length < MOST; next = figures[index + group.length]) {
    const last = group[group.length - 1] as Figure
    if (next.start - last.end > 3 || !/^[、,和与及 ]+$/.test(folded.slice(last.end, next.start))) break
    group.push(next)
  }
  return group
}

/** As many metrics as figures: each takes its own; a bound after the last goes for all. */
function readPairs(state: State, group: readonly Figure[], bound: Bound, cursor: number): boolean {
  const head = state.head(cursor, bound, true)
  let items = splitItems(state.reader, head, false)
  // 到2022年和2025年,…分别不低于22%和25%: one metric, two times
  if (items.length === 1 && bound.shared) items = group.map(() => ({ ...head, shared: null }))
  if (items.length !== group.length || head.end <= head.start) return false
  const last = group[group.length - 1] as Figure
  const verb = state.verbOf(head)
  items.forEach((item, index) => {
    const own = group[index] as Figure
    const figure = { ...own, after: own.after ?? last.after, unit: own.unit ?? last.unit }
    const metric = (item.start > head.start ? verb : '') + state.itemText(item)
    state.add('pair', metric, { start: item.start, end: own.end }, figure, bound)
  })
  state.verb = null
  return true
}
