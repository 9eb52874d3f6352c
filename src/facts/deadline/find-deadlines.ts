import type { Diagnostic, Result } from '../../diagnostics/diagnostic.js'
import { parseIso } from '../../grammar/calendar.js'
import { readTime } from '../../grammar/parse-time.js'
import { type Anchor, type Resolved, resolveTime } from '../../grammar/resolve-time.js'
import type { TimeNode, TimePoint } from '../../grammar/time-nodes.js'
import type { Span } from '../../source/span.js'
import type { Deadline } from '../../tree/nodes.js'
import type { FactContext } from '../context.js'
import { boundStart } from './is-bound.js'
import { Surroundings } from './surroundings.js'
import { deadlineWords } from './words.js'

/** What the time before lends to the next: 2019年6月底和12月底 · 3月10日前、20日前 */
interface Memory {
  year: number | null
  month: number | null
  end: number
  /** Whether it comes every year: 每年…,于次年1月15日前报告 */
  yearly: boolean
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
): Result<Deadline[]> {
  const { source, lexicon, referenceDate } = context
  const { folded } = source
  const value: Deadline[] = []
  const diagnostics: Diagnostic[] = []
  const text = folded.slice(span.start, span.end)
  if (!ANCHOR.test(text)) return { value, diagnostics }
  const words = deadlineWords(lexicon)
  const around = new Surroundings(folded, span, words)
  const memory: Memory = { year: null, month: null, end: -1, yearly: false }
  const { gate } = words
  gate.lastIndex = 0
  for (let match = gate.exec(text); match; match = gate.exec(text)) {
    const offset = span.start + match.index
    gate.lastIndex = match.index + 1
    const node = readNode(context, offset, memory)
    if (!node || node.end > span.end) continue
    const resolved = resolveTime(node, anchorOf(node, memory, lastYear, referenceDate))
    const afterTime = memory.end >= 0 && node.start - memory.end <= 3
    const start = boundStart({ node, value: resolved.value, around, referenceDate, afterTime })
    gate.lastIndex = node.end - span.start
    if (start === null) continue
    const deadline: Deadline = {
      type: 'deadline',
      ...resolved.value,
      start,
      ...runningFrom(resolved, around, start, memory.end),
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
const ANCHOR = /[年月日天季周旬]|小时|分钟|\d[./-]\d|五/

function readNode(context: FactContext, offset: number, memory: Memory): TimeNode | null {
  const { folded } = context.source
  const node = readTime(folded, offset, context.lexicon)
  if (
    node?.type === 'instant' &&
    memory.yearly &&
    node.point.month !== undefined &&
    isOfEveryYear(node.point)
  ) {
    const { start, end, point } = node
    return { type: 'every', unit: 'year', interval: 1, points: [point], start, end }
  }
  const isPair =
    node?.type === 'every' && node.points !== undefined && !/^.?每/.test(folded.slice(offset, offset + 2))
  if (!isPair || (memory.year === null && !REACHED.test(folded.slice(node.end, node.end + 10)))) return node
  return readTime(folded, offset, context.lexicon, true)
}

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

/**
 * What stands before a length of time and says what it runs from: 收到申请后5个工作日内 runs from 收到申请后;
 * 受理之日起 belongs to the quote, as in 自受理之日起.
 */
function runningFrom(
  { value }: Resolved,
  around: Surroundings,
  start: number,
  after: number,
): Partial<Deadline> {
  if (value.kind !== 'relative' || value.runsFrom !== null) return {}
  const from = RUNS_FROM.exec(around.before(start))?.[1]
  if (from === undefined) return {}
  if (!from.endsWith('起')) return { runsFrom: from }
  return { runsFrom: from.slice(0, -1), start: Math.max(after, around.folded.lastIndexOf(from, start)) }
}

const RUNS_FROM = /^.*(?:^|[,;。:、()在于自从须]|应当|应)([^,;。:、()]{2,20}(?:[后前]|之日起))$/

function remember(memory: Memory, node: TimeNode, { value }: Resolved): void {
  memory.end = node.end
  if (node.type === 'every') memory.yearly = node.unit === 'year'
  const last = parseIso(value.until ?? value.from)
  if (!last) return
  memory.year = last.year
  const point = node.type === 'instant' ? node.point : node.type === 'stretch' ? node.to : undefined
  memory.month = point?.month === undefined ? memory.month : last.month
}
