import { parseIso } from '../../grammar/calendar.js'
import type { TimeValue } from '../../grammar/resolve-time.js'
import type {
  EveryNode,
  InstantNode,
  LengthNode,
  StretchNode,
  TimeNode,
  TimePoint,
} from '../../grammar/time-nodes.js'
import type { Surroundings } from './surroundings.js'

export interface Candidate {
  readonly node: TimeNode
  readonly value: TimeValue
  readonly around: Surroundings
  readonly referenceDate: string | null
  /** Whether the time before it in the unit was taken: 2025年、2030年分别达到… */
  readonly afterTime: boolean
}

/**
 * Where the quote of a time begins, if it bounds when something is to be done or reached; null where it only names,
 * compares, dates an issue or lies in the past.
 */
export function boundStart(candidate: Candidate): number | null {
  const { node, around } = candidate
  if (around.within(node.start + leadOf(node).length, false) || isDecimal(candidate)) return null
  switch (node.type) {
    case 'every':
      return isRate(node, around) ? null : node.start
    case 'length':
      return isCondition(node, around) ? null : node.start
    case 'onward':
      return isPastYear(candidate) || isOthers(node, around) ? null : node.start
    case 'stretch':
      return isStretch(node, candidate) ? node.start : null
    case 'instant':
      return instantStart(node, candidate)
  }
}

const leadOf = (node: TimeNode): string => ('lead' in node ? node.lead : '')

/** 0.5年内 must not be read as 5年内; 1.2025年 is a numbered item. */
function isDecimal({ node, around }: Candidate): boolean {
  const before = around.folded.slice(Math.max(around.span.start, node.start - 2), node.start)
  return /\d\.$/.test(before) && !/^\d{4}/.test(around.folded.slice(node.start, node.start + 4))
}

/** 每人每年500元 · 每年最高2000元 · 每年的 */
function isRate(node: EveryNode, around: Surroundings): boolean {
  const after = around.after(node.end)
  if (after.startsWith('的')) return true
  if (/每[^,;。每]{1,3}$/.test(around.before(node.start)) && /^[^,;。]{0,16}元/.test(after)) return true
  return /^(?:每[^,;。]{1,4}|人均|户均)?(?:最高|最多|不超过|不低于|给予|补助|补贴)?\d[\d.]*(?:万|亿)?元/.test(
    after,
  )
}

/** 毕业2年内 · 压缩至3个工作日内 · 2年内未就业 · 近三年内 */
function isCondition(node: LengthNode, around: Surroundings): boolean {
  if (node.from !== null) return false
  const { words } = around
  const lead = /^(?:在|于|到|至)/.exec(around.folded.slice(node.start, node.start + 1))?.[0] ?? ''
  const before = around.before(node.start) + lead
  const bare = lead ? before.slice(0, -1) : before
  if (
    words.noDurationBefore.endingAt(before, before.length) ||
    words.noDurationBefore.endingAt(bare, bare.length)
  )
    return true
  const after = around.after(node.end)
  if (words.noDurationAfter.at(after, 0)) return true
  return /^(?:经过|通过)/.test(around.folded.slice(node.start, node.start + 2)) && /已|了/.test(after)
}

/** 《…法》自2019年1月1日起施行 speaks of the law. */
const isOthers = (node: TimeNode, around: Surroundings): boolean =>
  around.before(node.start).endsWith('》') || around.after(node.end).startsWith('的')

function isStretch(node: StretchNode, candidate: Candidate): boolean {
  const { around, value } = candidate
  const before = around.before(node.start)
  const labelled = /[(:【]$/.test(before) || /^(?:[)】]|$)/.test(around.after(node.end))
  if (isPastYear(candidate) || (isPast(value.until, candidate) && !labelled)) return false
  if (before.endsWith('(') && isYears(node)) return !isTitle(before.slice(0, -1), around)
  if (node.lead || labelled || around.opensClause(node.start, candidate.afterTime)) {
    return !around.words.openEnded.at(around.after(node.end), 0)
  }
  return around.stops(node.end) || around.goesOn(node.end, false) || node.bound !== ''
}

const isYears = ({ from, to }: StretchNode): boolean => from.month === undefined && to.month === undefined

const isTitle = (before: string, around: Surroundings): boolean =>
  before.endsWith('》') || around.words.titles.endingAt(before, before.length) !== undefined

function instantStart(node: InstantNode, candidate: Candidate): number | null {
  const { around } = candidate
  const { words } = around
  const { point, lead, bound } = node
  const before = around.before(node.start)
  const after = around.after(node.end)
  const inner = node.start + lead.length
  if (point.offset === -1 || isUnanchored(point, candidate)) return null
  if (!bound && words.comparing.endingAt(before + lead, before.length + lead.length)) return null
  if ((lead === '到' || lead === '至') && words.reaching.endingAt(before, before.length)) {
    return /^的[^,;。]{0,12}[\d百]/.test(after) && !isPastYear(candidate) ? inner : null
  }
  if (bound || lead === '到' || lead === '至') {
    return isPastYear(candidate) || (bound === '' && words.openEnded.at(after, 0)) ? null : node.start
  }
  if (around.within(inner, true) && point.plan === undefined) return null
  if (isPast(candidate.value.until, candidate) || words.naming.at(after, 0) || isIssue(point, before, after))
    return null
  if (lead) return /^[^,;。]{0,12}(?:已|累计|共有)/.test(after.replace(/^,/, '')) ? null : node.start
  return isBare(point, candidate) ? node.start : null
}

/** A time without 到 or 前 counts only before what is to be reached. */
function isBare(point: TimePoint, { node, around, afterTime }: Candidate): boolean {
  const before = around.before(node.start)
  const opens = around.opensClause(node.start, afterTime)
  const stops = around.stops(node.end)
  const isYear =
    point.month === undefined && point.half === undefined && point.quarter === undefined && !point.edge
  if (point.edge === 'start' && point.month === undefined) return false
  if (point.offset === 0 && isYear && !around.folded.startsWith('今年', node.start)) return false
  if (
    point.year === undefined &&
    point.day === undefined &&
    /^[一二三四五六七八九十]/.test(around.folded.slice(node.start))
  ) {
    if (point.quarter === undefined && point.plan === undefined && !point.edge) return false
  }
  if (before === '' && stops && around.after(node.end) === '' && (isYear || point.day !== undefined))
    return false
  if (before.endsWith('(') && stops && isYear) return /(?:阶段|期)\($/.test(before)
  if (stops) return opens
  return around.goesOn(node.end, opens)
}

/** A day without a month before it, or 年内 that belongs to another word (近年内). */
function isUnanchored(point: TimePoint, { node, value, around }: Candidate): boolean {
  if (point.day !== undefined && point.month === undefined && !point.thisMonth) return value.until === null
  const isYearEnd = point.year === undefined && point.offset === undefined && point.month === undefined
  if (!isYearEnd || point.plan !== undefined || point.half !== undefined || point.quarter !== undefined)
    return false
  return /[近几多数整该同某历学财青少成中老幼童周去\d个]$/.test(
    around.folded.slice(Math.max(around.span.start, node.start - 1), node.start),
  )
}

/** 2018年11月,国务院印发《…》 · 成文日期:2018年3月15日 */
const isIssue = ({ day }: TimePoint, before: string, after: string): boolean =>
  /(?:日期|发布时间|印发时间|发文时间):$/.test(before) ||
  /^,?[^;。]{0,24}(?:印发|发布|出台|公布|颁布|下发|转发|审议通过|批准)了?《/.test(after) ||
  (day !== undefined && /^[^,;。()]{0,20}(?:通过|批准|修订|修正|公布)(?:[,;。)]|$)/.test(after))

const isPast = (until: string | null, { referenceDate }: Candidate): boolean =>
  until !== null && referenceDate !== null && until < referenceDate

/** Whether a written year lies before the document's own. */
function isPastYear({ node, value, referenceDate }: Candidate): boolean {
  const year = parseIso(node.type === 'onward' ? value.from : value.until)?.year
  const own = parseIso(referenceDate)?.year
  return year !== undefined && own !== undefined && year < own
}
