import type { Figure } from '../../grammar/figure.js'
import type { Span } from '../../source/span.js'
import type { Reason } from './dismiss.js'
import { innerVerbEnd, verbEnd } from './head.js'
import type { Reading, State } from './state.js'
import { wordIn } from './words.js'
import { isClosed, isGoal } from './tail.js'

const LEAST = /至少|最少|不少于|不低于/

/** 实施8项重点任务 names what there is; 实施100项 counts what is to be done. */
const WEAK_UNDER = 20

/** 每个区均有1所妇幼保健院 */
const EACH = /^[每各].*[均都各]有$/

/** 每3万人口配置(1辆救护车): so many for each so many. */
const NORM =
  /^(?:全[省市县区]|.{0,8})每(?:[\d.]+|[百千万亿]+)[百千万]*.{0,10}(?:配[置备建]|设[置立]|建有|拥有|建设|建成)$/

/** 每个乡镇不少于(1所)公办幼儿园 */
const isForEach = ({ reader }: State, { start, end }: Span, { kind }: Figure): boolean =>
  kind === 'sortal' && /^每(?:个)?[^\d的]{1,6}$/.test(reader.folded.slice(start, end))

/** Within so many signs the money that is spent gets its name. */
const PURSE = 8

/** Further back than this no 至少 is looked for. */
const REACH = 60

/** How a count is put. */
export interface Shape {
  /** The words before figure and bound. */
  readonly head: Span
  readonly empty: boolean
  /** 至少 stands somewhere in the head. */
  readonly least: boolean
  /** It says by a word that it is a bound. */
  readonly explicit: boolean
  readonly limited: boolean
  /** The verb that the figure follows: 培育(19个…), or undefined. */
  readonly adjacent: string | undefined
  /** Where the verb of the head ends, or undefined. */
  readonly verbAt: number | undefined
  /** Nothing after the figure is counted by it. */
  readonly closed: boolean
  /** What is counted comes after the figure. */
  readonly counting: boolean
}

export function shapeOf(state: State, { figure, bound, cursor, next }: Reading): Shape {
  const { folded, words } = state.reader
  const head = state.head(cursor, bound, false)
  const empty = head.end <= head.start
  const least = bound.limit === null && LEAST.test(folded.slice(Math.max(cursor, head.end - REACH), head.end))
  const limited = bound.limit !== null && bound.limit !== '='
  const norm = NORM.test(folded.slice(head.start, head.end))
  const batch = empty ? undefined : words.batch.endingAt(folded, head.end)
  const close = head.end - (batch?.length ?? 0)
  const verb = words.count.endingAt(folded, close)
  // 评审组由不少于5名专家组成 · 每村至少有1名医生
  const last = folded.charAt(close - 1)
  const ought = last === '有' && '应须要'.includes(folded.charAt(close - 2))
  const of =
    last === '由' || (last === '有' && (least || ought || EACH.test(folded.slice(head.start, close))))
      ? last
      : verb
  const adjacent = of !== undefined && close - of.length >= head.start ? of : undefined
  const closed = isEnd(folded, figure) || isTwice(folded, figure, next)
  return {
    head,
    empty,
    least,
    limited,
    explicit: figure.after !== null || least || ought || norm || (limited && bound.limit !== '~'),
    adjacent,
    verbAt: verbOf(state, head, adjacent),
    closed,
    counting:
      !closed &&
      (adjacent !== undefined || empty || (limited && isForEach(state, head, figure))) &&
      !isAttribute(folded, figure, limited && adjacent),
  }
}

/** 30人以上的单位, but not 配建不少于200平方米的服务用房 */
const isAttribute = (folded: string, { end, after }: Figure, verb: string | false | undefined): boolean =>
  folded[end] === '的' && (after !== null || !verb)

function verbOf({ reader, verb }: State, head: Span, adjacent: string | undefined): number | undefined {
  const opens = verbEnd(reader, head.start, head.end)
  if (opens > head.start) return opens
  const inner = innerVerbEnd(reader, head.start, head.end, verb !== null)
  if (adjacent === '有') return head.end
  if (inner !== undefined || verb === null || adjacent === undefined) return inner
  // …配备2名、(小型水库配备)1名: the second has a verb of its own
  return reader.words.done.has(adjacent) && head.end - head.start > adjacent.length ? head.end : undefined
}

/** 新建道路8条12.6公里: the same thing counted twice. */
const isTwice = (folded: string, { end, unit }: Figure, next: Figure | undefined): boolean =>
  next !== undefined && next.start === end && next.unit !== unit && unit !== null && isEnd(folded, next)

const isEnd = (folded: string, { end, kind }: Figure): boolean =>
  isClosed(folded, end) ||
  isGoal(folded, end) ||
  '和及与并'.includes(folded.charAt(end)) ||
  (kind === 'money' && /^(?:专[门项]|主要|重点|统筹)?(?:用于|支持|扶持)/.test(folded.slice(end, end + 4)))

/** Figures that say which things are meant, or what they are like, and not how many there are to be. */
export function describes(state: State, reading: Reading, shape: Shape): Reason | null {
  const { figure, bound } = reading
  const { folded } = state.reader
  const { counting, closed, adjacent, limited } = shape
  if (figure.value === 0) return 'description'
  if (closed) return null
  // (20户以上)自然村通达率100% · (至少有1名骨干教师的)学校比例达到95%
  if (reading.next?.kind === 'rate' && qualifiesNext(state, reading)) return 'description'
  if (figure.unit === '类') return 'name'
  // 30人以上的单位 · 投资5000万元以上的
  if (folded[figure.end] === '的' && !counting) return 'condition'
  if (!counting && !limited) return figure.after !== null ? 'condition' : 'description'
  if (figure.kind === 'sortal') return null
  // 超10亿元企业20家 · 设立100亿元基金 · 日处理5万吨污水处理厂2座
  if (qualifiesNext(state, reading)) return 'description'
  if (!counting) return bound.limit === '>' || bound.limit === '<' ? 'description' : null
  if (isSpent(state, reading, shape)) return null
  return figure.kind === 'money' || figure.after !== null || adjacent === undefined ? 'description' : null
}

/** 安排不少于10亿元专项资金: what a government is to spend itself. */
function isSpent({ reader }: State, { figure, bound }: Reading, { adjacent }: Shape): boolean {
  const { folded, words } = reader
  if (figure.kind !== 'money' || adjacent === undefined || !words.spend.has(adjacent)) return false
  const least = bound.limit === '>=' || figure.after === '>='
  return least && wordIn(words.purse, folded, figure.end, figure.end + PURSE) !== undefined
}

/** Another figure follows in the clause without a sign between: it counts what this one describes. */
function qualifiesNext(state: State, { figure, clause, next }: Reading): boolean {
  if (!next || next.start >= clause.end) return false
  return !/[、,和及与并]/.test(state.reader.folded.slice(figure.end, next.start))
}

/** A bare count that nothing says is to be reached. */
export function isUncertain(state: State, { figure, bound }: Reading, shape: Shape): boolean {
  const { head, empty, explicit, verbAt, closed, counting, adjacent } = shape
  if (explicit) return false
  const verb = verbAt === undefined && bound.limit === null ? state.verb : null
  if (empty && verb === null) return !isNext(state, figure)
  const bare = verbAt === undefined && verb === null
  if (bare && (!closed || isPlace(state, head) || head.end - head.start < 2)) return true
  return counting && isWeak(state, adjacent, figure)
}

/** 5个以上学科进入前1‰、60个(学科进入前1%): an enumeration without a verb. */
function isNext({ previous, reader }: State, { unit, start, end }: Figure): boolean {
  if (!previous || previous.figure.unit !== unit || previous.target.rule !== 'target.counted') return false
  return (
    previous.target.end === start - 1 && reader.folded[start - 1] === '、' && !isClosed(reader.folded, end)
  )
}

const isPlace = ({ reader }: State, head: Span): boolean =>
  reader.words.preposition.at(reader.folded, head.start) !== undefined &&
  !/^在[学校园读岗职册编建]/.test(reader.folded.slice(head.start, head.start + 2))

function isWeak({ reader }: State, adjacent: string | undefined, { value }: Figure): boolean {
  if (adjacent === undefined || typeof value !== 'number' || value >= WEAK_UNDER) return false
  return reader.words.weak.has(adjacent)
}
