import type { Diagnostic, Result } from '../../diagnostics/diagnostic.js'
import { parseIso } from '../../grammar/calendar.js'
import { readTime } from '../../grammar/parse-time.js'
import { areTwoDates } from '../../grammar/recurrence.js'
import { type Anchor, type Resolved, resolveTime } from '../../grammar/resolve-time.js'
import type { EveryNode, InstantNode, TimeNode, TimePoint } from '../../grammar/time-nodes.js'
import type { Span } from '../../source/span.js'
import type { Deadline } from '../../tree/nodes.js'
import type { FactContext } from '../context.js'
import { UNIT_CUES } from '../unit-cues.js'
import { boundStart } from './is-bound.js'
import { Surroundings } from './surroundings.js'
import { triggerOf } from './trigger.js'
import { deadlineWords } from './words.js'

/** What the time before lends to the next: 2019年6月底和12月底 · 3月10日前、20日前 */
interface Memory {
  year: number | null
  month: number | null
  end: number
  /** How often it comes: 每年…,于次年1月15日前报告 · 每月5日前…,25日前… */
  every: EveryNode['unit'] | null
}

/**
 * The times in a stretch of text that bound when something is to be done or reached.
 *
 * 1. In the order of the text, none overlapping.
 * 2. `start` and `end` cut out the expression with its 到/于/在 and 前/底前/内, nothing more.
 * 3. A month or day without a year has that of the time before it, else `lastYear`, else that of the reference date.
 */
export function findDeadlines(
  context: FactContext,
  span: Span,
  lastYear: number | null = null,
  cues = UNIT_CUES.in(context.source.folded, span.start, span.end),
): Result<Deadline[]> {
  const { source, lexicon, referenceDate } = context
  const { folded } = source
  const value: Deadline[] = []
  const diagnostics: Diagnostic[] = []
  if (!ANCHOR.may(cues) && !BEFORE.may(cues)) return { value, diagnostics }
  const text = folded.slice(span.start, span.end)
  const words = deadlineWords(lexicon)
  const events = BEFORE.test(cues, text) && words.event.test(text)
  if (!events && !ANCHOR.test(cues, text)) return { value, diagnostics }
  const around = new Surroundings(folded, span, words)
  const memory: Memory = { year: null, month: null, end: -1, every: null }
  const gate = events ? words.eventGate : words.gate
  gate.lastIndex = 0
  for (let match = gate.exec(text); match; match = gate.exec(text)) {
    const offset = span.start + match.index
    gate.lastIndex = match.index + 1
    const node = readNode(context, offset, memory, around)
    if (!node || node.end > span.end) continue
    const resolved = resolveTime(node, anchorOf(node, memory, lastYear, referenceDate))
    const afterTime = memory.end >= 0 && node.start - memory.end <= 3
    const start = boundStart({ node, value: resolved.value, around, referenceDate, lastYear, afterTime })
    gate.lastIndex = node.end - span.start
    if (start === null) continue
    const deadline: Deadline = {
      type: 'deadline',
      ...resolved.value,
      start,
      ...runningFrom(resolved, node, around, start, memory.end),
      end: node.end,
    }
    value.push(deadline)
    for (const code of resolved.notices) {
      const span = { start: deadline.start, end: deadline.end }
      diagnostics.push({ code, values: { text: source.slice(span) }, span })
    }
    remember(memory, node, resolved)
  }
  return { value, diagnostics }
}

/** A sign that nearly every time holds; most units hold none. */
const ANCHOR = UNIT_CUES.pattern(/[年月日天季周旬]|学期|小时|分钟|\d[./-]\d|五/)
/** 春节前 */
const BEFORE = UNIT_CUES.pattern(/前/)

function readNode(
  context: FactContext,
  offset: number,
  memory: Memory,
  around: Surroundings,
): TimeNode | null {
  const { folded } = context.source
  const length = readLength(context, offset, around)
  if (length) return length
  const node = readTime(folded, offset, context.lexicon)
  if (node?.type === 'instant') {
    const every = node.point.offset === 1 && followsYearly(around) ? 'year' : memory.every
    return asPeriod(repeated(node, { ...memory, every }), around)
  }
  const isPair =
    node?.type === 'every' && node.points !== undefined && !/^.?每/.test(folded.slice(offset, offset + 2))
  if (isPair && areTwoDates(node.points ?? [])) return readTime(folded, offset, context.lexicon, 'Single')
  if (!isPair || (memory.year === null && !REACHED.test(folded.slice(node.end, node.end + 10)))) return node
  return readTime(folded, offset, context.lexicon, 'Single')
}

/** A length of time by what stands before it: 延长至10个工作日 · 提前20日 · 有效期5年 · 届满30日前 · 举办前20日 */
function readLength({ source, lexicon }: FactContext, offset: number, around: Surroundings): TimeNode | null {
  const { folded } = source
  const { bareLength, ahead } = around.words
  const at = /[至到]/.test(folded.charAt(offset)) ? offset + 1 : offset
  if (bareLength.endingAt(folded, at)) return readTime(folded, at, lexicon, 'Bare')
  if (ahead.endingAt(folded, at)) return readTime(folded, at, lexicon, 'Ahead')
  if (folded[at - 1] === '前' && ahead.endingAt(folded, at - 1)) return readTime(folded, at, lexicon, 'Bare')
  if (!/[期限间为定行效:]/.test(folded.charAt(at - 1))) return null
  const term = TERM.exec(folded.slice(Math.max(around.span.start, at - 12), at))
  if (!term) return null
  const node = readTime(folded, at, lexicon, 'Bare')
  if (node?.type !== 'length' || folded[node.end - 1] === '内' || /[以前后]/.test(folded.charAt(node.end)))
    return null
  return { ...node, term: true, start: at - term[0].length }
}

// 有效期暂定为5年 · 试行期限两年 · 试行一年
const TERM = /(?:(?:有效|试行|暂行|施行|实施|执行)(?:期限|期|时间)(?:暂定为|暂定|为|是|:)?|试行|暂行|有效)$/

/** So much of the sentence before may say that it comes every year. */
const BEFORE_YEARLY = 120

/** 每年编制计划。(次年1月底前报备案): the sentence before in the same line says 每年. */
function followsYearly({ folded, span }: Surroundings): boolean {
  const before = folded.slice(Math.max(0, span.start - BEFORE_YEARLY), span.start)
  return /每年[^。\n\r]*[。;] *$/.test(before)
}

/** What comes once after 每年 or 每月 comes every time. */
function repeated(node: InstantNode, { every }: Memory): InstantNode | EveryNode {
  const { start, end, point, bound } = node
  if (every === 'year' && point.month !== undefined && (isOfEveryYear(point) || isAnyYears(node)))
    return { type: 'every', unit: 'year', interval: 1, points: [point], start, end }
  if (every !== 'month' || bound !== '前' || point.month !== undefined || point.thisMonth) return node
  const day = point.sameMonth ? -1 : point.day
  return day === undefined ? node : { type: 'every', unit: 'month', interval: 1, days: [day], start, end }
}

/** The month of a stage is all of it: 动员阶段（2022年4月） */
function asPeriod(node: TimeNode, around: Surroundings): TimeNode {
  if (node.type !== 'instant' || node.lead || node.bound || node.point.edge || node.point.day !== undefined)
    return node
  const before = around.before(node.start)
  if (!before.endsWith('(') || !/^[)】]/.test(around.after(node.end))) return node
  const isStage = around.words.stages.endingAt(before, before.length - 1) !== undefined
  return isStage ? { ...node, point: { ...node.point, whole: true } } : node
}

/** 每年3月底前…,于4月30日前…: the second comes every year too. */
const isAnyYears = ({ point, bound }: InstantNode): boolean =>
  bound === '前' && point.year === undefined && point.offset === undefined

/** 次年1月15日前 · 当年12月底前 */
const isOfEveryYear = ({ offset }: TimePoint): boolean => offset === 0 || offset === 1

/** 3月底、6月底前分别完成30%、60% happens once. */
const REACHED = /^[^,;。]{0,6}(?:完成|达到|建成|开工|竣工|实现)/

function anchorOf(
  node: TimeNode,
  memory: Memory,
  lastYear: number | null,
  referenceDate: string | null,
): Anchor {
  const point = node.type === 'instant' ? node.point : undefined
  const own = parseIso(referenceDate)?.year ?? null
  const year = memory.year ?? (point && isYearEnd(point) ? (own ?? lastYear) : lastYear)
  return { referenceDate, year, month: memory.month }
}

/** 年底前 and 年内 count from the document's own year. */
const isYearEnd = ({ month, day, half, quarter, edge }: TimePoint): boolean =>
  edge !== undefined &&
  month === undefined &&
  day === undefined &&
  half === undefined &&
  quarter === undefined

/** What a length of time runs from, and the quote with it, not before the time before it. */
function runningFrom(
  { value }: Resolved,
  node: TimeNode,
  around: Surroundings,
  start: number,
  after: number,
): Partial<Deadline> {
  if (node.type !== 'length' || value.runsFrom !== null || node.term) return {}
  if (around.folded.startsWith('提前', start - 2)) return { start: start - 2 }
  const countedBack = around.folded[node.end - 1] === '前'
  const trigger = triggerOf(around, start, countedBack)
  return trigger ? { runsFrom: trigger.runsFrom, start: Math.max(after, trigger.start) } : {}
}

function remember(memory: Memory, node: TimeNode, { value }: Resolved): void {
  memory.end = node.end
  if (node.type === 'every') memory.every = node.unit
  else if (memory.every === 'month') memory.every = null
  const last = parseIso(value.until ?? value.from)
  if (!last) return
  memory.year = last.year
  const point = node.type === 'instant' ? node.point : node.type === 'stretch' ? node.to : undefined
  memory.month = point?.month === undefined ? memory.month : last.month
}
