import type { Span } from '../../source/span.js'
import { verbEnd } from './head.js'
import type { Reading, State } from './state.js'
import { wordIn } from './words.js'

/** Kinds that one quantity is broken down by. */
const KIND =
  /(?:幼儿园|小学|初中|高中|普通高中|中学|中职|高职|高校|[大中小]班|[国省市县区乡镇村]级|城市|农村|城镇|县城|乡镇|街道|社区|行政村|[大中小]型|新建|既有|公办|民办)$/

/** Places and bodies that have things, and are not what is counted. */
const HOLDER = /(?:乡镇?|镇|街道|社区|村|县|[市区](?!场)|学校|医院|机构|园区|企业|单位|站|库|户)$/

/** 省级以上(重点实验室) */
const GRADE = /[国家省市县区]级(?:及?以上)?的?/

/** A metric that takes more from the one before it would outgrow the text. */
const LONGEST = 40

/** The metric of an item that only names a part of what was counted before; null where it says more than that. */
export function brokenDown(state: State, { figure, clause, cursor }: Reading, head: Span): string | null {
  const { previous, reader } = state
  const said = state.words(head.start, head.end)
  if (said.length < 2 || said.length > LONGEST) return null
  if (isKind(said)) {
    const label = labelBefore(state, clause)
    if (label !== null && !previousIn(state, clause)) return label + said
  }
  if (!previous || previous.figure.unit !== figure.unit || previous.target.metric.length > LONGEST)
    return null
  const { metric } = previous.target
  const before = reader.folded.slice(cursor, head.start)
  const kind = KIND.exec(metric)
  if (kind && isKind(said) && before.includes('、')) return metric.slice(0, kind.index) + said
  return figure.kind === 'sortal' && before.includes('其中') ? ofWhich(state, metric, said) : null
}

const isKind = (said: string): boolean => KIND.exec(said)?.index === 0

const previousIn = ({ previous }: State, clause: Span): boolean =>
  previous !== null && previous.target.start >= clause.start

/** What stands before the clause, up to a sign. */
const LABEL = /(?:^|[\s。;.、)])([^\s,。;:、()\d]{2,24}):$/

/** 班级人数:小学不超过45人 */
function labelBefore({ reader }: State, { start }: Span): string | null {
  const { folded, text, words } = reader
  if (folded[start - 1] !== ':') return null
  const [, label] = LABEL.exec(folded.slice(Math.max(0, start - 30), start)) ?? []
  if (label === undefined) return null
  const isAmount = label.endsWith('班额') || words.amountNoun.endingAt(folded, start - 1) !== undefined
  return isAmount ? text.slice(start - 1 - label.length, start - 1) : null
}

/** 每村配备不少于2名护林员,其中(重点村)不少于3名 · 培训教师不少于100名,其中(骨干教师)不少于20名 */
function ofWhich({ reader }: State, metric: string, said: string): string {
  const inMetric = { ...reader, folded: metric, times: [] }
  if (HOLDER.test(said) && metric.at(-1) !== said.at(-1)) {
    const verb = wordIn(reader.words.done, metric, 0, metric.length)
    return said + metric.slice(verb && verb.end < metric.length ? verb.start : 0)
  }
  const verb = metric.slice(0, verbEnd(inMetric, 0, metric.length))
  const grade = said.endsWith('级') ? GRADE.exec(metric) : null
  return verb + said + (grade ? metric.slice(grade.index + grade[0].length) : '')
}
