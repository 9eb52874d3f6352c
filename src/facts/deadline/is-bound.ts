import type { EveryNode, LengthNode, StretchNode, TimeNode } from '../../grammar/time-nodes.js'
import { type Candidate, isPast, isPastYear } from './candidate.js'
import { instantStart } from './instant-start.js'
import type { Surroundings } from './surroundings.js'

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

/** 毕业2年内 · 压缩至3个工作日内 · 2年内未就业 · 近三年内 · 自认定之日起三年内有效 */
function isCondition(node: LengthNode, around: Surroundings): boolean {
  const { words } = around
  const after = around.after(node.end)
  if (node.from !== null) return /^(?:有效|[无未没][^,;。]{0,12}的)/.test(after)
  const written = around.folded.slice(node.start, node.end)
  const bare = around.before(node.start)
  const before = bare + (/^[在于到至]/.exec(written)?.[0] ?? '')
  if ([bare, before].some((text) => words.noDurationBefore.endingAt(text, text.length))) return true
  if (/(?:^|[,;。:、(在])前$/.test(bare) || words.noDurationAfter.at(after, 0)) return true
  return /^(?:经过|通过)/.test(written) && /已|了/.test(after)
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
