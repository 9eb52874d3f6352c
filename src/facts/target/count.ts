import { readBound } from '../../grammar/bound.js'
import type { Span } from '../../source/span.js'
import { readAgain } from './again.js'
import { brokenDown } from './breakdown.js'
import type { Reason } from './dismiss.js'
import { AVERAGE } from './head.js'
import { type Item, splitItems } from './items.js'
import { describes, isUncertain, type Shape, shapeOf } from './shape.js'
import type { Reading, State } from './state.js'
import { tailOf } from './tail.js'

/** The longest name of a thing that shares the place before it: 葡萄 · 红枣 · 充电桩 */
const ITEM = 4

/**
 * A number of things, or an amount. A bare count needs evidence that it is to be reached: a verb of doing before it, a
 * bound, or an enumeration of such. Gives the offset where the next metric may begin, a reason, or null.
 */
export function readCount(state: State, reading: Reading): number | Reason | null {
  const { figure, bound, clause, next } = reading
  const shape = shapeOf(state, reading)
  const { empty, explicit, counting } = shape
  const reason = describes(state, reading, shape)
  if (reason !== null) return reason
  if (figure.small && !explicit) return 'name'
  if (empty && !counting) return readAgain(state, figure, bound, null)
  const said = state.words(shape.head.start, shape.head.end)
  if (state.previous && !counting && AVERAGE.test(said)) return readAgain(state, figure, bound, null, said)
  if (isUncertain(state, reading, shape)) return 'description'
  const tail = counting ? tailOf(state.reader, figure, clause.end, next) : null
  if (tail && tail.end <= tail.start) return 'description'
  write(state, reading, shape, tail)
  carry(state, reading, shape)
  return tail ? tail.end : figure.end
}

/** One target for each thing that the figure counts. */
function write(state: State, reading: Reading, shape: Shape, tail: Span | null): void {
  const { figure, bound, clause } = reading
  const { empty, explicit, limited, verbAt, least } = shape
  const head = tail ? shape.head : withPurse(state, reading, shape)
  const listed = isListed(state, reading, shape)
  const verb =
    verbAt === undefined && (bound.limit === null || listed) && !isOther(state, reading, shape)
      ? state.verb
      : null
  const from = verbAt === undefined && verb === null && bound.limit === null ? state.before() : null
  const shared = verb === null ? '' : (containerBefore(state, head) ?? modifierBefore(state, head) ?? verb)
  const carried = shared === '' ? (from?.verb ?? '') : shared
  const lead = verbAt === undefined ? carried : state.words(head.start, verbAt)
  const things = tail ?? tailOfNext(state, reading, shape)
  const end = things ? state.words(things.start, things.end) + kindOfNext(state, reading, tail) : ''
  const whole: Item = { start: head.start, end: head.end, shared: null }
  const items = bound.shared && !tail ? splitItems(state.reader, head, false) : [whole]
  const meant = least ? { ...bound, limit: '>=' as const } : bound
  const each = carried === '' ? state.each(head, reading.cursor) : ''
  const part =
    limited && verbAt === undefined && verb === null && !tail ? brokenDown(state, reading, head) : null
  const needsCompany = !explicit && verbAt === undefined && verb === null && from === null
  items.forEach((item, index) => {
    const opening = index === 0 && verbAt !== undefined ? '' : lead
    const metric = part ?? each + opening + state.itemText(item) + end + sameThing(state, reading, shape)
    const own = metric.startsWith(lead) ? metric.slice(lead.length) : metric
    const subject = total(state, own)
    const start = empty ? Math.min(bound.wordStart, figure.start) : item.start
    const span = { start: Math.max(start, clause.start), end: tail?.end ?? figure.end }
    const name = subject === own ? metric : subject
    state.add(tail ? 'counted' : 'count', name, span, figure, meant, { subject, needsCompany })
  })
}

/** (市级财政每年)安排不少于1亿元: whose money it is, where nothing else says what is measured. */
function withPurse({ reader }: State, { figure, cursor }: Reading, { head, verbAt }: Shape): Span {
  if (figure.kind !== 'money' || verbAt !== head.end || head.end <= head.start) return head
  const { folded } = reader
  const who = /[^,、;。:()\d]{1,12}财政(?:每年)?$/.exec(folded.slice(cursor, head.start))
  return who ? { start: head.start - who[0].length, end: head.end } : head
}

/** 新增示范企业300家以上、(龙头企业)不少于20家: the bound does not part it from the enumeration. */
function isListed({ reader }: State, { bound, cursor }: Reading, { head }: Shape): boolean {
  const { folded } = reader
  if (bound.limit === null || !/^(?:不|至少|最少)/.test(folded.slice(bound.wordStart, bound.wordStart + 2)))
    return false
  return head.end > head.start && folded.slice(cursor, head.start).includes('、')
}

/** 拥有博物馆60座,年观众量800万人次: an amount that opens a clause is no further thing of the enumeration. */
const isOther = ({ reader }: State, { clause, cursor }: Reading, { head }: Shape): boolean =>
  cursor === clause.start &&
  (reader.words.amountNoun.endingAt(reader.folded, head.end) !== undefined ||
    /^年(?![级轻青])/.test(reader.folded.slice(head.start, head.end)))

/** What the next figures of the enumeration begin with. */
function carry(state: State, reading: Reading, shape: Shape): void {
  const { bound } = reading
  const { head, verbAt, adjacent } = shape
  if (verbAt !== undefined && (bound.limit === null || adjacent !== undefined)) {
    state.verb = state.words(head.start, verbAt)
  } else if (bound.limit !== null && !isListed(state, reading, shape)) state.verb = null
  else if (state.verb === null) state.verb = state.before()?.verb ?? null
}

/** Longer words name no one thing; a metric that took them over and over would outgrow the text. */
const LONGEST = 40

/** 新建中转站12座,改造提升30座以上: a verb alone counts what was counted before. */
function sameThing(
  { previous, reader }: State,
  { figure }: Reading,
  { head, verbAt, closed }: Shape,
): string {
  if (!previous || !closed || verbAt !== head.end || head.end === head.start) return ''
  const { kind, unit } = previous.figure
  const { subject } = previous
  // 建设高标准农田12万亩、改造提升8万亩, but 完成造林12万亩、抚育8万亩: two works, and no thing that both are done to
  const deed = reader.folded.slice(head.start, head.end)
  const thing =
    kind === 'sortal' || (kind === 'measure' && /^(?:改造|提升|改建|扩建|修复|维修|更新)/.test(deed))
  return thing && unit === figure.unit && subject.length <= LONGEST ? subject : ''
}

/** 每座大型水库配备2名、每座小型水库配备1名(管护员): what is counted is said once, after the last figure. */
function tailOfNext({ reader }: State, { figure, clause, next }: Reading, shape: Shape): Span | null {
  const { adjacent, closed } = shape
  if (!next || !closed || adjacent === undefined || next.unit !== figure.unit || next.kind !== 'sortal')
    return null
  const { folded, words } = reader
  if (folded[figure.end] !== '、' || next.start >= clause.end) return null
  const bound = readBound(folded, figure.end, next, words.measures)
  if (words.count.endingAt(folded, bound.start) !== adjacent) return null
  const tail = tailOf(reader, next, Math.min(clause.end, next.end + 2 * LONGEST), undefined)
  return tail.end > tail.start && tail.end - tail.start <= LONGEST ? tail : null
}

/** 3个国家级、8个省级(示范园): what is graded is said once, after the last grade. */
function kindOfNext({ reader }: State, { clause, next }: Reading, tail: Span | null): string {
  if (!tail || !next || next.start >= clause.end) return ''
  const { folded } = reader
  const grade = folded.charAt(tail.end - 1)
  if (!'级类型'.includes(grade) || !'、和及'.includes(folded.charAt(tail.end))) return ''
  const other = tailOf(reader, next, Math.min(clause.end, next.end + 2 * LONGEST), undefined)
  const at = folded.slice(other.start, Math.min(other.end, other.start + LONGEST)).indexOf(grade)
  return at > 0 && at < 8
    ? reader.text.slice(other.start + at + 1, Math.min(other.end, other.start + LONGEST))
    : ''
}

/** 新建标准化生产示范基地葡萄8万亩、红枣2万亩: the place goes with the items as the verb does. */
function containerBefore(state: State, head: Span): string | null {
  const { previous, reader } = state
  if (!previous || head.end <= head.start || head.end - head.start > ITEM) return (state.container = null)
  if (state.container !== null) return state.container
  const { start } = previous.target
  for (let at = previous.headEnd - 1; at >= previous.headEnd - ITEM - 1 && at > start; at--) {
    if (reader.words.container.endingAt(reader.folded, at) !== undefined)
      return (state.container = state.words(start, at))
  }
  return null
}

/** 建成垃圾分类示范乡镇50个、(示范村)300个: a word that both begin with takes along what qualifies it. */
function modifierBefore(state: State, head: Span): string | null {
  const { previous, reader } = state
  if (!previous || head.end - head.start > ITEM || head.end - head.start < 3) return null
  const { start } = previous.target
  const at = reader.folded
    .slice(start, previous.headEnd)
    .lastIndexOf(reader.folded.slice(head.start, head.start + 2))
  return at > 0 ? state.words(start, start + at) : null
}

/** 总数达到83.9万亩: a total of what was counted before. */
function total({ previous, reader }: State, metric: string): string {
  if (!previous || !reader.words.total.has(metric)) return metric
  return previous.subject.replace(/(?:年均|平均|累计|数量|总数)$/, '') + metric
}
