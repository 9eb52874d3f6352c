import type { Span } from '../../source/span.js'
import type { Assignment } from '../../tree/nodes.js'
import type { FactContext } from '../context.js'
import { readList } from './body-list.js'

/** 市发改委职责: the heading of a list of duties. */
const DUTIES = /(?:的)?(?:主要|工作|具体|质量工作)?(?:职责|职能|职责任务|工作任务|主要任务|责任)(?:分工)?$/
const NUMBER =
  /^\s*(?:第[一二三四五六七八九十百零\d]+[章节条编]|[(]?[一二三四五六七八九十百\d]+[)]|[一二三四五六七八九十百]+、|\d+[.、]|[①-⑳])\s*/
/** What the name of a body may end in. */
const LAST = /[部指委局办厅署院会社行组处关队构府门位台联协心办县市区盟州站团方面司兵地)]/
/** Headings that speak of a kind of body and name none. */
const KIND =
  /^(?:本?(?:预案|规划|方案|办法))?(?:责任|牵头|配合|成员|参与|解释|主管|主办|协办|承办|实施|监管|管理|组织|工作|办事|领导|直属|下设)?(?:部门|单位|机构|机关|主体|办公室|领导小组|委员会|指挥部|工作组|地区|地方|基层|方面)$/

/** A section's heading that IS the body whose duties the section lists: (五)市发改委 · 市总工会、妇联、团委 */
export function readHeadingBodies(context: FactContext, heading: Span): Assignment | null {
  const { source } = context
  const { folded } = source
  if (heading.end - heading.start > 120) return null
  const text = folded.slice(heading.start, heading.end)
  const trimmed = source.trim(heading.start + (NUMBER.exec(text)?.[0].length ?? 0), heading.end)
  const { start } = trimmed
  let { end } = trimmed
  while (end > start && '。:;.'.includes(folded[end - 1] as string)) end--
  const name = folded.slice(start, end)
  if (name.length < 2) return null
  const duties = DUTIES.exec(name)
  if (duties && duties.index > 2) end = start + duties.index
  if (KIND.test(folded.slice(start, end))) return null
  if (!LAST.test(folded[end - 1] ?? '')) return null
  const list = readList(context, start, { limit: end, stop: (pos) => pos >= end, anything: true })
  if (!list?.certain || list.generic || list.bodies.length === 0) return null
  if (!list.known && !list.bodies.every((body) => isSafe(context, body.start, body.end))) return null
  const bodies = list.bodies.map((body) => ({ ...body, role: 'responsible' as const }))
  const { openEnded } = list
  return {
    type: 'assignment',
    ...heading,
    style: 'heading',
    bodies,
    openEnded,
    carriesOn: false,
    deadlines: [],
    rule: 'heading',
  }
}

/** A name with unknown parts is one if it opens with no verb and is short. */
function isSafe(context: FactContext, start: number, end: number): boolean {
  const { folded } = context.source
  const lists = ['verbs.directive', 'verbs.encourage', 'verbs.purpose', 'modals.manner']
  if (end - start > 30) return false
  const opens = lists.some((list) => (context.lexicon.list(list).at(folded, start)?.length ?? 0) > 1)
  return !opens || context.lexicon.list('organs.field').at(folded, start) !== undefined
}
