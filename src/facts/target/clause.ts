import { type Bound, readBound } from '../../grammar/bound.js'
import type { Figure } from '../../grammar/figure.js'
import { changeFrom } from '../../grammar/parse-quantity.js'
import type { Span } from '../../source/span.js'
import { readCount } from './count.js'
import { clauseOf, dismissFigure } from './dismiss.js'
import { splitItems } from './items.js'
import { readRate } from './rate.js'
import type { Reading, State } from './state.js'

/** Read the figures of one clause, in order. A figure that is no target closes nothing: it may be part of a metric. */
export function readClause(state: State, span: Span, figures: readonly Figure[]): void {
  const clause = clauseOf(state.reader, span)
  const { folded, words } = state.reader
  const count = state.found.length
  let cursor = clause.start
  for (let index = 0; index < figures.length; index++) {
    const figure = figures[index] as Figure
    const next = figures[index + 1]
    const change = next && changeFrom(folded, cursor, figure, next, words.measures)
    if (change && next) {
      const bound = { ...change.bound, start: change.start }
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
    cursor = readOne(state, { figure, bound, clause, next, cursor }, null) ?? cursor
  }
  if (state.found.length === count) {
    state.verb = null
    state.previous = null
  }
  state.lastClause = clause
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
