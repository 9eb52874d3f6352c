import type { Bound } from '../../grammar/bound.js'
import type { Figure } from '../../grammar/figure.js'
import type { Span } from '../../source/span.js'
import type { Pair } from '../../units/brackets.js'
import { isBenefit } from './benefit.js'
import { beforeTime, isInTime, type Reader, spanAfter } from './head.js'
import type { Clause, Setting } from './setting.js'
import { isClosed } from './tail.js'

/** Why a figure is no target. */
export type Reason = 'time' | 'name' | 'frequency' | 'benefit' | 'condition' | 'past' | 'rank' | 'description'

/** A figure that was read and is no target, on purpose. */
export interface Dismissed extends Span {
  readonly reason: Reason
}

/** What can be said of a figure before its metric is known. */
export function dismissFigure(
  reader: Reader,
  figure: Figure,
  bound: Bound,
  clause: Clause,
  setting: Setting,
): Reason | null {
  if (figure.kind === 'duration') return isMeasuredTime(reader, figure, bound) ? null : 'time'
  if (isInTime(reader, figure)) return 'time'
  if (setting.conditions || clause.condition) return 'condition'
  if (figure.kind === 'occasion') return 'frequency'
  return (
    besides(reader, figure) ??
    (bound.past || isPast(reader, figure, clause, setting) ? 'past' : null) ??
    (figure.kind === 'bare' ? ofBare(reader, figure, bound) : null) ??
    (figure.unit === '岁' || figure.unit === '周岁' ? ofAge(reader, bound, figure) : null) ??
    (isBenefit(reader, figure, bound, clause, setting) ? 'benefit' : null)
  )
}

/** 审批时限压缩至3个工作日: a length of time is a target where a time is what is measured. */
function isMeasuredTime(reader: Reader, { unit, value, start }: Figure, bound: Bound): boolean {
  const { folded, words } = reader
  if (unit === '月' || unit === '日' || unit === '时' || Number(value) >= 1900) return false
  const said = folded.slice(bound.start, start)
  // 实习时间一般为6个月
  const norm = bound.limit === '=' && /一般|原则上/.test(said)
  const explicit = said !== '' && (norm || bound.limit !== '=' || bound.change !== null)
  const noun = words.timeNoun.endingAt(folded, beforeTime(reader, bound.start))
  return explicit && (noun !== undefined || /[缩减]/.test(said))
}

/** What the sign before or after the figure says: 每100户 · 前10名 · 3级 · 90分以上为优秀 */
function besides({ folded }: Reader, { start, end }: Figure): Reason | null {
  const before = folded.charAt(start - 1)
  const next = folded.charAt(end)
  if (before === '每') return 'description'
  if (next !== '' && '级型版代期号届类星'.includes(next)) return 'name'
  const after = folded.slice(end, end + 6)
  return GRADE.test(after) || WHEN.test(after) ? 'condition' : null
}

/** 进入前1% · 排名前10位的, but not 2025年前80%以上的 */
export const isRank = (folded: string, { start }: Figure): boolean =>
  folded[start - 1] === '前' && !'年月日底末期'.includes(folded.charAt(start - 2))

/** 90分以上(为优秀) · 60分以下的(评定为不合格) */
const GRADE = /^的?,?(?:评定|确定|认定|评|定|视|划|列|记)?为[优良合不中及一二三四甲乙丙A-D]/

/** 气温达到40℃以上(时) */
const WHEN = /^(?:之?时(?![间代期段长限])|的时候|的情[形况]|后,)/

const ofBare = ({ folded }: Reader, figure: Figure, { limit }: Bound): Reason | null =>
  (limit === null || !isClosed(folded, figure.end)) && figure.after === null && limit === null ? 'name' : null

/** 人均预期寿命达到80岁 · 预期寿命延长,2030年达到83岁 */
const ofAge = ({ folded, words }: Reader, { start, limit }: Bound, { end }: Figure): Reason | null =>
  words.timeNoun.endingAt(folded, start) !== undefined ||
  (limit === '>=' && /^[年月底末]$/.test(folded.charAt(start - 1)) && isClosed(folded, end))
    ? null
    : 'condition'

/** A bracket that says more than this is read; a longer one is an aside. */
const ASIDE = 200

/** In quotation marks, in a title, or in a bracket that only explains. */
export function asideReason(folded: string, figure: Span, outer: readonly Pair[]): Reason | null {
  const pair = outer[spanAfter(outer, figure.start)]
  if (!pair || pair.start > figure.start) return null
  if (pair.sign !== '(') return isStatedGoal(folded, pair) ? null : 'name'
  if (pair.end - pair.start > ASIDE) return 'name'
  // (运距500公里以上)的煤炭采用铁路运输的比例…: it belongs to the words around it
  if (!isClosed(folded, pair.end) && !'和及与并'.includes(folded.charAt(pair.end))) return 'description'
  if (/[“《「][^”》」]*$/.test(folded.slice(pair.start, figure.start))) return 'name'
  return /达到|不低于|不少于|不超过|以上|以下/.test(folded.slice(pair.start, pair.end)) ? null : 'name'
}

/** 实现“…人才达到2000名,…贡献率达到40%”的目标, but not “3个90%”的目标 */
const isStatedGoal = (folded: string, { start, end }: Pair): boolean =>
  /^的[^,;。]{0,10}?(?:目标|要求|任务)/.test(folded.slice(end, end + 13)) &&
  /[^“\d]{3,}(?:达到|不低于|不少于|不超过|控制在|提高到|降至)[^,;。]{0,4}\d/.test(folded.slice(start, end))

function isPast({ folded }: Reader, figure: Span, clause: Clause, { unit, year }: Setting): boolean {
  if (clause.past < figure.start) return true
  if (year === null) return false
  const said = /(\d{4})年[^\d]*$/.exec(folded.slice(Math.max(unit.start, figure.start - 80), figure.start))
  if (!said || Number(said[1]) >= year) return false
  const before = folded.slice(Math.max(unit.start, figure.start - 80 + said.index - 2), figure.start)
  return !/[比较与从自由在到至于]/.test(before.slice(0, before.indexOf(said[0])))
}
