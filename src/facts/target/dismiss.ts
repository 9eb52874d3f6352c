import type { Bound } from '../../grammar/bound.js'
import type { Figure } from '../../grammar/figure.js'
import type { Span } from '../../source/span.js'
import type { Pair } from '../../units/brackets.js'
import type { FactContext } from '../context.js'
import { isInTime, type Reader } from './head.js'
import { wordIn } from './words.js'

/** Why a figure is no target. */
export type Reason = 'time' | 'name' | 'frequency' | 'benefit' | 'condition' | 'past' | 'rank' | 'description'

/** A figure that was read and is no target, on purpose. */
export interface Dismissed extends Span {
  readonly reason: Reason
}

/** What all figures of a unit have in common. */
export interface Setting {
  readonly unit: Span
  readonly pairs: readonly Pair[]
  /** The unit tells of a benefit, fee, loan or penalty. */
  readonly benefit: boolean
  /** The year of `referenceDate`, or null. */
  readonly year: number | null
}

export function settingOf(context: FactContext, reader: Reader, unit: Span, pairs: readonly Pair[]): Setting {
  return {
    unit,
    pairs,
    benefit: wordIn(reader.words.benefit, reader.folded, unit.start, unit.end) !== undefined,
    year: context.referenceDate === null ? null : Number(context.referenceDate.slice(0, 4)),
  }
}

/** What can be said of a figure before its metric is known. */
export function dismissFigure(
  reader: Reader,
  figure: Figure,
  bound: Bound,
  clause: Span,
  setting: Setting,
): Reason | null {
  const { folded, words } = reader
  const next = folded.charAt(figure.end)
  const before = folded.charAt(figure.start - 1)
  if (figure.kind === 'duration') {
    const explicit = bound.limit !== null || bound.change !== null || figure.after !== null
    return explicit && words.timeNoun.endingAt(folded, bound.start) !== undefined ? null : 'time'
  }
  if (isInTime(reader, figure)) return 'time'
  if (isQuoted(folded, figure, setting.pairs)) return 'name'
  if (figure.kind === 'occasion') return 'frequency'
  if (before === '每') return 'description'
  if (before === '前' && figure.kind !== 'rate') return 'rank'
  if ('级型版代期号届类'.includes(next) && next !== '') return 'name'
  if (bound.past || isPast(reader, figure, clause, setting)) return 'past'
  if (figure.kind === 'bare' && (bound.limit === null || !isClosed(folded, figure.end))) {
    return figure.after !== null || bound.limit !== null ? null : 'name'
  }
  if (figure.unit === '岁' || figure.unit === '周岁') {
    return words.timeNoun.endingAt(folded, bound.start) !== undefined ? null : 'condition'
  }
  return isBenefit(reader, figure, bound, clause, setting) ? 'benefit' : null
}

/** Whether nothing that the figure could count comes after it. */
export const isClosed = (folded: string, at: number): boolean =>
  /^(?:$|[\s,，;:。、!?)）”])/.test(folded.charAt(at))

/** In quotation marks, in a title, or in a bracket that only explains. */
function isQuoted(folded: string, figure: Span, pairs: readonly Pair[]): boolean {
  return pairs.some(
    (pair) =>
      pair.start < figure.start &&
      pair.end > figure.end &&
      (pair.sign !== '(' || !/达到|不低于|不少于|不超过|以上|以下/.test(folded.slice(pair.start, pair.end))),
  )
}

function isPast({ folded, words }: Reader, figure: Span, clause: Span, { unit, year }: Setting): boolean {
  if (wordIn(words.past, folded, clause.start, figure.start)) return true
  if (year === null) return false
  const said = /(\d{4})年[^\d]*$/.exec(folded.slice(Math.max(unit.start, figure.start - 80), figure.start))
  if (!said || Number(said[1]) >= year) return false
  const before = folded.slice(Math.max(unit.start, figure.start - 80 + said.index - 2), figure.start)
  return !/[比较与从自由在]/.test(before.slice(0, before.indexOf(said[0])))
}

/** Money and shares in a unit about a benefit are its terms, but a named rate stays a target: 报销比例达到75%. */
function isBenefit(
  { folded, words }: Reader,
  figure: Figure,
  bound: Bound,
  clause: Span,
  setting: Setting,
): boolean {
  if (!setting.benefit) return false
  if (figure.kind === 'money') return true
  if (figure.kind === 'sortal' || figure.kind === 'measure') {
    return figure.unit === '倍' && wordIn(words.benefit, folded, clause.start, clause.end) !== undefined
  }
  if (words.benefitRate.endingAt(folded, bound.start) !== undefined) return true
  if (words.rateNoun.endingAt(folded, bound.start) !== undefined && bound.limit !== null) return false
  if (bound.change !== null && words.rateNoun.endingAt(folded, bound.start) !== undefined) return false
  return wordIn(words.benefit, folded, clause.start, clause.end) !== undefined
}
