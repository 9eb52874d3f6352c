import type { Figure } from '../../grammar/figure.js'
import type { Span } from '../../source/span.js'
import { isClosed, type Reason } from './dismiss.js'
import { innerVerbEnd, verbEnd } from './head.js'
import { splitItems } from './items.js'
import { readAgain } from './rate.js'
import type { Reading, State } from './state.js'
import { isGoal, tailOf } from './tail.js'

const LEAST = /至少|最少|不少于|不低于/

/** 实施8项重点任务 names what there is; 实施100项 counts what is to be done. */
const WEAK_UNDER = 20

/** Further back than this no 至少 is looked for. */
const REACH = 60

/** The longest name of a thing that shares the place before it: 葡萄 · 红枣 */
const ITEM = 4

/**
 * A number of things, or an amount. A bare count needs evidence that it is to be reached: a verb of doing before it, a
 * bound, or an enumeration of such. Gives the offset where the next metric may begin, a reason, or null.
 */
export function readCount(state: State, reading: Reading): number | Reason | null {
  const { figure, bound, clause, next, cursor } = reading
  const { reader } = state
  const { folded, words } = reader
  const head = state.head(cursor, bound, false)
  const empty = head.end <= head.start
  const least = bound.limit === null && LEAST.test(folded.slice(Math.max(cursor, head.end - REACH), head.end))
  const limited = bound.limit !== null && bound.limit !== '='
  const explicit = figure.after !== null || least || (limited && bound.limit !== '~')
  const adjacent = words.count.endingAt(folded, head.end)
  const beside = adjacent !== undefined && head.end - adjacent.length >= head.start
  const opens = verbEnd(reader, head.start, head.end)
  const verbAt = opens > head.start ? opens : innerVerbEnd(reader, head.start, head.end, state.verb !== null)
  const closed = isEnd(folded, figure)
  const counting = !closed && (beside || empty) && folded[figure.end] !== '的'

  const reason = describes(state, reading, { counting, closed, beside, limited })
  if (reason !== null) return reason
  if (figure.small && !explicit) return 'name'
  if (empty && !counting) return readAgain(state, figure, bound, null)
  const verb = verbAt === undefined && bound.limit === null ? state.verb : null
  if (empty && verb === null && !explicit) return 'description'
  const bare = !explicit && verbAt === undefined && verb === null
  if (bare && (!closed || isPlace(state, head) || head.end - head.start < 2)) return 'description'
  if (!explicit && counting && isWeak(state, adjacent, figure)) return 'description'
  const tail = counting ? tailOf(reader, figure, clause.end, next) : null
  if (tail && tail.end <= tail.start) return 'description'

  const from = verbAt === undefined && verb === null && bound.limit === null ? state.before() : null
  const carried = (verb === null ? null : containerBefore(state, head)) ?? verb ?? from?.verb ?? ''
  const lead = verbAt === undefined ? carried : state.words(head.start, verbAt)
  const items = bound.shared && !tail ? splitItems(reader, head, false) : [{ ...head, shared: null }]
  items.forEach((item, index) => {
    const opening = index === 0 && verbAt !== undefined ? '' : lead
    const metric = opening + state.itemText(item) + (tail ? state.words(tail.start, tail.end) : '')
    const own = metric.startsWith(lead) ? metric.slice(lead.length) : metric
    const subject = whole(state, own)
    const span = {
      start: empty ? Math.min(bound.wordStart, figure.start) : item.start,
      end: tail?.end ?? figure.end,
    }
    const meant = least ? { ...bound, limit: '>=' as const } : bound
    const details = { subject, needsCompany: bare && from === null }
    state.add(tail ? 'counted' : 'count', subject === own ? metric : subject, span, figure, meant, details)
  })
  if (verbAt !== undefined && (bound.limit === null || beside)) state.verb = state.words(head.start, verbAt)
  else if (bound.limit !== null) state.verb = null
  else if (from) state.verb = from.verb
  return tail ? tail.end : figure.end
}

/** Nothing after the figure is counted by it. */
const isEnd = (folded: string, { end }: Figure): boolean =>
  isClosed(folded, end) || isGoal(folded, end) || '和及与并'.includes(folded.charAt(end))

interface Shape {
  readonly counting: boolean
  readonly closed: boolean
  readonly beside: boolean
  readonly limited: boolean
}

/** Figures that say which things are meant, or what they are like, and not how many there are to be. */
function describes(
  state: State,
  reading: Reading,
  { counting, closed, beside, limited }: Shape,
): Reason | null {
  const { figure, bound } = reading
  const { folded } = state.reader
  if (figure.value === 0) return 'description'
  if (closed) return null
  // 30人以上的单位 · 投资5000万元以上的
  if (folded[figure.end] === '的') return 'condition'
  if (!counting && !limited) return figure.after !== null ? 'condition' : 'description'
  if (figure.kind === 'sortal') return null
  // 超10亿元企业20家 · 设立100亿元基金 · 日处理5万吨污水处理厂2座
  if (qualifiesNext(state, reading)) return 'description'
  if (counting) return figure.kind === 'money' || figure.after !== null || !beside ? 'description' : null
  return bound.limit === '>' || bound.limit === '<' ? 'description' : null
}

/** Another figure follows in the clause without a sign between: it counts what this one describes. */
function qualifiesNext(state: State, { figure, clause, next }: Reading): boolean {
  if (!next || next.start >= clause.end) return false
  return !/[、,和及与并]/.test(state.reader.folded.slice(figure.end, next.start))
}

const isPlace = ({ reader }: State, head: Span): boolean =>
  reader.words.preposition.at(reader.folded, head.start) !== undefined

function isWeak({ reader }: State, adjacent: string | undefined, { value }: Figure): boolean {
  if (adjacent === undefined || typeof value !== 'number' || value >= WEAK_UNDER) return false
  return reader.words.weak.has(adjacent)
}

/** 新建标准化生产示范基地葡萄8万亩、红枣2万亩: the place goes with the items as the verb does. */
function containerBefore(state: State, head: Span): string | null {
  const { previous, reader } = state
  if (!previous || head.end <= head.start || head.end - head.start > ITEM) return (state.container = null)
  if (state.container !== null) return state.container
  const { start } = previous.target
  for (let at = previous.headEnd - 1; at >= previous.headEnd - ITEM && at > start; at--) {
    if (reader.words.container.endingAt(reader.folded, at) !== undefined)
      return (state.container = state.words(start, at))
  }
  return null
}

/** 总数达到83.9万亩: a total of what was counted before. */
function whole({ previous, reader }: State, metric: string): string {
  if (!previous || !reader.words.total.has(metric)) return metric
  return previous.subject.replace(/(?:年均|平均|累计|数量|总数)$/, '') + metric
}
