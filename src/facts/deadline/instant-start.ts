import { parseIso } from '../../grammar/calendar.js'
import type { InstantNode, TimePoint } from '../../grammar/time-nodes.js'
import { type Candidate, isPast, isPastYear } from './candidate.js'
import type { DeadlineWords } from './words.js'

/**
 * Where the quote of one moment begins, if it bounds something: with 到 or 前 nearly always, with 在 or 于 where it is
 * still to come, bare (2025年) only before what is to be reached. Null where it does not.
 */
export function instantStart(node: InstantNode, candidate: Candidate): number | null {
  const { around } = candidate
  const { words } = around
  const { point, lead, bound } = node
  const before = around.before(node.start)
  const after = around.after(node.end)
  const inner = node.start + lead.length
  if (point.event) return isEventBound(node, candidate, before, after) ? node.start : null
  if (point.offset === -1 || isUnanchored(point, candidate)) return null
  if (!bound && words.comparing.endingAt(before + lead, before.length + lead.length)) return null
  if ((lead === '到' || lead === '至') && words.reaching.endingAt(before, before.length)) {
    return /^的[^,;。]{0,12}[\d百]/.test(after) && !isPastYear(candidate) ? inner : null
  }
  if (bound || lead === '到' || lead === '至' || lead.startsWith('不')) {
    return isPastYear(candidate) || (bound === '' && words.openEnded.at(after, 0)) ? null : node.start
  }
  if (around.within(inner, true) && point.plan === undefined) return null
  if (
    isPast(candidate.value.until, candidate) ||
    words.naming.at(after, 0) ||
    WORK.test(after) ||
    isIssue(point, before, after, words)
  )
    return null
  if (point.whole && isWholeYear(point)) return isPlanned(candidate) ? node.start : null
  if (lead) return /^[^,;。]{0,12}(?:已|累计|共有)/.test(after.replace(/^,/, '')) ? null : node.start
  return isBare(point, candidate) ? node.start : null
}

/** 2023年(全区食品安全工作要…): whose work it is, no time by which */
const WORK = /^,?(?:全?[省市县区州]|我[省市县区州])[^,;。]{0,20}工作(?:要|的?总体|坚持|以|应)/

/** 汛前检查 · 春节前的准备: what is done then, not until then */
const BEFOREHAND =
  /^(?:的|(?:检查|准备|排查|巡查|培训|演练|会商|调度|走访)(?:工作|情况|[和及、,;:。)的要应]|$))/

/** 春节前,… · 确保主汛期来临前完成 · 2025年汛前完成 */
function isEventBound(
  { lead, point, end, start }: InstantNode,
  { around, afterTime }: Candidate,
  before: string,
  after: string,
): boolean {
  if (BEFOREHAND.test(after)) return false
  if (lead !== '' || point.year !== undefined || around.opensClause(start, afterTime) || before === '')
    return true
  return around.goesOn(end, false)
}

/** 全年 without the year that it is of. */
const isWholeYear = ({ year, offset, month, half, quarter }: TimePoint): boolean =>
  [year, offset, month, half, quarter].every((part) => part === undefined)

/** 全年新增就业5万人 in the plan of one year. */
function isPlanned({ node, value, around, referenceDate, lastYear }: Candidate): boolean {
  const year = parseIso(value.until)?.year
  if (year === undefined || year !== lastYear) return false
  if (year > (parseIso(referenceDate)?.year ?? year) + 1) return false
  return around.opensClause(node.start, false) && around.goesOn(node.end, true)
}

/** A time without 到 or 前 counts only before what is to be reached. */
function isBare(point: TimePoint, { node, around, afterTime }: Candidate): boolean {
  const before = around.before(node.start)
  const opens = around.opensClause(node.start, afterTime)
  const stops = around.stops(node.end)
  const isYear =
    point.month === undefined && point.half === undefined && point.quarter === undefined && !point.edge
  if (point.edge === 'start' && point.month === undefined) return false
  if (point.offset === 0 && isYear && !around.folded.startsWith('今年', node.start)) {
    return opens && around.words.doing.at(around.after(node.end), 0) !== undefined
  }
  if (
    point.year === undefined &&
    point.day === undefined &&
    /^[一二三四五六七八九十]/.test(around.folded.charAt(node.start))
  ) {
    if (point.quarter === undefined && point.plan === undefined && !point.edge) return false
  }
  if (before === '' && stops && around.after(node.end) === '' && (isYear || point.day !== undefined))
    return false
  if (before.endsWith('(') && stops && isYear) return /(?:阶段|期)\($/.test(before)
  if (stops || (point.plan !== undefined && opens)) return opens
  return around.goesOn(node.end, opens)
}

/** A day without a month before it, or 年内 that belongs to another word (近年内). */
function isUnanchored(point: TimePoint, { node, value, around }: Candidate): boolean {
  if (point.day !== undefined && point.month === undefined && !point.thisMonth) return value.until === null
  if (
    point.offset === 1 &&
    /[人批户车场频班架列]次年/.test(around.folded.slice(node.start - 1, node.start + 2))
  )
    return true
  const isYearEnd = point.year === undefined && point.offset === undefined && point.month === undefined
  if (!isYearEnd || point.plan !== undefined || point.half !== undefined || point.quarter !== undefined)
    return false
  return /[近几多数整该同某历学财青少成中老幼童周去上下每\d个]$/.test(
    around.folded.slice(Math.max(around.span.start, node.start - 1), node.start),
  )
}

/** 2018年11月,国务院印发《…》 · 成文日期:2018年3月15日 */
const isIssue = ({ day }: TimePoint, before: string, after: string, words: DeadlineWords): boolean =>
  /(?:日期|发布时间|印发时间|发文时间):$/.test(before) ||
  words.issues.test(after) ||
  words.reports.test(after) ||
  (day !== undefined && words.adopts.test(after))
