import type { EveryNode, LengthNode, OnwardNode, StretchNode, TimeNode } from '../../grammar/time-nodes.js'
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
      return (node.term ? !isOwnTerm(node, around) : isCondition(node, around)) ? null : node.start
    case 'onward':
      if (node.issue && !isFromIssue(node, around)) return null
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
  return /\d\.$/.test(before) && /^\d(?!\d{3})/.test(around.folded.slice(node.start, node.start + 4))
}

/** 每人每年500元 · 每年最高2000元 · 每年的 */
function isRate(node: EveryNode, around: Surroundings): boolean {
  const after = around.after(node.end)
  if (node.per) {
    const deed = after.replace(/^[一二两三四五六七八九十\d]{1,2}(?:次|轮)?/, '')
    return !around.words.directive.at(deed, 0) && !PER.test(deed)
  }
  if (/^[的为是]/.test(after) || CAPPED.test(after)) return true
  // 每小时35蒸吨
  if (node.unit === 'hour') return !around.words.directive.at(after.replace(/^(?:至少|不少于)/, ''), 0)
  if (/每[^,;。每]{1,3}$/.test(around.before(node.start)) && /^[^,;。]{0,16}元/.test(after)) return true
  return /^(?:每[^,;。]{1,4}|人均|户均)?(?:最高|最多|不超过|不低于|给予|补助|补贴){0,3}\d[\d.]*(?:万|亿)?元/.test(
    after,
  )
}

// 单个企业每年累计不超过100万元
const CAPPED = /^(?:累计|合计|最高|总额)?(?:补助|奖励|补贴|资助|奖补)?(?:金额)?(?:最高)?不超过[\d.]+万?元/
// 按月调度 · 按季度、按年
const PER =
  /^(?:调度|通报|督查|督导|会商|例会|小结|汇总|研判|上报|报送|报告|轮换|体检|巡查|排查|足额|统计|分析|推送|支付|兑现|分解|考评|评比|评分|排名|打分|[、和]按)/

/** 本办法…施行,有效期5年, not 许可证有效期5年 */
function isOwnTerm(node: LengthNode, around: Surroundings): boolean {
  const before = around.before(node.start)
  const { self, inForce } = around.words
  if (/^(?:第[^,;。:]{1,6}条 ?)?$/.test(before) && /期/.test(around.folded.slice(node.start, node.end)))
    return true
  if (self.endingAt(before.replace(/的$/, ''), before.replace(/的$/, '').length)) return true
  if (before.endsWith('之日起')) return true
  const clause = /^(.*)[,;]$/.exec(before)?.[1]
  return clause !== undefined && inForce.endingAt(clause, clause.length) !== undefined
}

/** 自印发之日起施行 · 自印发之日起,新建项目一律…, but not 自公布之日起计算 */
function isFromIssue(node: OnwardNode, around: Surroundings): boolean {
  const after = around.after(node.end).replace(/^(?:正式|开始|起)/, '')
  const { inForce, onward, directive } = around.words
  return after.startsWith(',') || [inForce, onward, directive].some((list) => list.at(after, 0) !== undefined)
}

// 3年内退出的,应当返还
const CONDITION = /^[^,;。]{1,12}的(?:[,;。]|$|应|不予|视为|由|可)/

/** 分别压缩至15个、(5个工作日以内) */
const REDUCED = /(?:压缩|缩短|压减|减少|缩减|控制|[降减缩])[至到在为][\d个工作日天小时、和]{1,12}[、和]$/

/** 毕业2年内 · 压缩至3个工作日内 · 2年内未就业 · 近三年内 · 自认定之日起三年内有效 */
function isCondition(node: LengthNode, around: Surroundings): boolean {
  const { words } = around
  const after = around.after(node.end)
  if (words.benefits.at(after, 0) || CONDITION.test(after)) return true
  if (node.from !== null) return /^(?:有效|[无未没][^,;。]{0,12}的)/.test(after)
  if (around.before(node.start).endsWith('提前') && /^(?:全面)?(?:完成|实现|达到|建成)/.test(after))
    return true
  const written = around.folded.slice(node.start, node.end)
  if (written.endsWith('前')) return after.startsWith('的')
  const bare = around.before(node.start)
  const before = bare + (/^[在于到至]/.exec(written)?.[0] ?? '')
  if ([bare, before].some((text) => words.noDurationBefore.endingAt(text, text.length))) return true
  if (REDUCED.test(bare)) return true
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
