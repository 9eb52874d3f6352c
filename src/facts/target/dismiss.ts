import type { Bound } from '../../grammar/bound.js'
import type { Figure } from '../../grammar/figure.js'
import type { Span } from '../../source/span.js'
import { outermost, type Pair } from '../../units/brackets.js'
import type { FactContext } from '../context.js'
import { isInTime, type Reader, spanAfter } from './head.js'
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
  /** Outermost brackets and quotations. */
  readonly pairs: readonly Pair[]
  /** The unit tells of a benefit, fee, loan or penalty. */
  readonly benefit: boolean
  /** The unit stands in a list of conditions. */
  readonly conditions: boolean
  /** The year of `referenceDate`, or null. */
  readonly year: number | null
}

export function settingOf(context: FactContext, reader: Reader, unit: Span, pairs: readonly Pair[]): Setting {
  return {
    unit,
    pairs: outermost(pairs),
    benefit: wordIn(reader.words.benefit, reader.folded, unit.start, unit.end) !== undefined,
    conditions: isCondition(reader.folded, unit),
    year: context.referenceDate === null ? null : Number(context.referenceDate.slice(0, 4)),
  }
}

/** 应当具备下列条件:(一)注册资本不低于5000万元; */
function isCondition(folded: string, { start, end }: Span): boolean {
  const before = folded.slice(Math.max(0, start - 400), Math.min(end, start + 40))
  return /(?:下列|以下|如下)[^。:;]{0,6}条件[^。]*$/.test(before)
}

/** What all figures of a clause have in common. */
export interface Clause extends Span {
  /** From here on it tells what is so already. */
  readonly past: number
  readonly benefit: boolean
}

export function clauseOf({ folded, words }: Reader, { start, end }: Span): Clause {
  const past = wordIn(words.past, folded, start, end)?.start ?? end
  return { start, end, past, benefit: wordIn(words.benefit, folded, start, end) !== undefined }
}

/** What can be said of a figure before its metric is known. */
export function dismissFigure(
  reader: Reader,
  figure: Figure,
  bound: Bound,
  clause: Clause,
  setting: Setting,
): Reason | null {
  const { folded, words } = reader
  const next = folded.charAt(figure.end)
  const before = folded.charAt(figure.start - 1)
  if (figure.kind === 'duration') {
    if (figure.unit === '月' || figure.unit === '日' || figure.unit === '时' || Number(figure.value) >= 1900)
      return 'time'
    const said = folded.slice(bound.start, figure.start)
    const explicit = said !== '' && (bound.limit !== '=' || bound.change !== null)
    return explicit && (words.timeNoun.endingAt(folded, bound.start) !== undefined || /[缩减]/.test(said))
      ? null
      : 'time'
  }
  if (isInTime(reader, figure)) return 'time'
  if (isQuoted(folded, figure, setting.pairs)) return 'name'
  if (setting.conditions) return 'condition'
  if (figure.kind === 'occasion') return 'frequency'
  if (before === '每') return 'description'
  if (before === '前' && figure.kind !== 'rate') return 'rank'
  if ('级型版代期号届类星'.includes(next) && next !== '') return 'name'
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

/** A bracket that says more than this is read; a longer one is an aside. */
const ASIDE = 200

/** In quotation marks, in a title, or in a bracket that only explains. */
function isQuoted(folded: string, figure: Span, outer: readonly Pair[]): boolean {
  const pair = outer[spanAfter(outer, figure.start)]
  if (!pair || pair.start > figure.start) return false
  if (pair.sign !== '(' || pair.end - pair.start > ASIDE) return true
  if (/[“《「][^”》」]*$/.test(folded.slice(pair.start, figure.start))) return true
  return !/达到|不低于|不少于|不超过|以上|以下/.test(folded.slice(pair.start, pair.end))
}

function isPast({ folded }: Reader, figure: Span, clause: Clause, { unit, year }: Setting): boolean {
  if (clause.past < figure.start) return true
  if (year === null) return false
  const said = /(\d{4})年[^\d]*$/.exec(folded.slice(Math.max(unit.start, figure.start - 80), figure.start))
  if (!said || Number(said[1]) >= year) return false
  const before = folded.slice(Math.max(unit.start, figure.start - 80 + said.index - 2), figure.start)
  return !/[比较与从自由在到至于]/.test(before.slice(0, before.indexOf(said[0])))
}

/** Money and shares in a unit about a benefit are its terms, but a named rate stays a target: 报销比例达到75%. */
function isBenefit(
  { folded, words }: Reader,
  figure: Figure,
  bound: Bound,
  clause: Clause,
  setting: Setting,
): boolean {
  if (!setting.benefit) return false
  if (figure.kind === 'money') return true
  if (figure.kind === 'sortal' || figure.kind === 'measure') {
    return figure.unit === '倍' && clause.benefit
  }
  if (words.benefitRate.endingAt(folded, bound.start) !== undefined) return true
  if (words.rateNoun.endingAt(folded, bound.start) !== undefined && bound.limit !== null) return false
  if (bound.change !== null && words.rateNoun.endingAt(folded, bound.start) !== undefined) return false
  return clause.benefit
}
