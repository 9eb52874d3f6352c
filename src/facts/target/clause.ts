import { readBound } from '../../grammar/bound.js'
import type { Figure } from '../../grammar/figure.js'
import { changeFrom } from '../../grammar/parse-quantity.js'
import type { Span } from '../../source/span.js'
import { readCount } from './count.js'
import { asideReason, dismissFigure, isRank } from './dismiss.js'
import type { Found } from './found.js'
import { headStart } from './head.js'
import { groupOf, MOST, readPairs } from './pairs.js'
import { readRate } from './rate.js'
import { type Clause, clauseOf } from './setting.js'
import type { Reading, State } from './state.js'
import { isClosed, tailOf } from './tail.js'

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
    if (isStepBeside(state, figure, clause)) {
      const { target, headEnd } = state.previous as Found
      const span = { start: target.start, end: figure.end }
      state.add('again', state.words(target.start, headEnd), span, { ...figure, after: '<=' }, bound)
      cursor = figure.end
      continue
    }
    const reason = isLongest(state, figure, bound.start, clause)
      ? null
      : dismissFigure(state.reader, figure, bound, clause, state.setting)
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
  return figures.filter((figure) => {
    const reason = isRank(reader.folded, figure) ? 'rank' : asideReason(reader.folded, figure, setting.pairs)
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

/** 合同期限一般不少于三年,最长不超过五年: the other bound of what was measured. */
function isLongest({ previous, reader }: State, figure: Figure, wordStart: number, clause: Clause): boolean {
  if (figure.kind !== 'duration' || previous?.figure.kind !== 'duration' || clause.condition) return false
  const said = reader.folded.slice(wordStart, figure.start)
  return wordStart === clause.start && /^(?:但|且|一般|原则上)?(?:最[长短多少]|不得?[超少长短低])/.test(said)
}

/** 压缩至3个环节、5个工作日: a time beside the steps that it is cut to. */
function isStepBeside({ previous, reader }: State, { kind, start, end }: Figure, clause: Span): boolean {
  if (kind !== 'duration' || !previous || previous.target.comparator !== '<=') return false
  const { folded } = reader
  return (
    previous.target.start >= clause.start &&
    isClosed(folded, end) &&
    /^(?:环节|步骤|材料|份材料)?、$/.test(folded.slice(previous.figure.end, start))
  )
}
