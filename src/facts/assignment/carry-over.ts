import type { Span } from '../../source/span.js'
import type { Assignment } from '../../tree/nodes.js'
import type { FactContext } from '../context.js'
import { UNIT_CUES } from '../unit-cues.js'
import { readList } from './body-list.js'

/** 以下均需地方人民政府负责,不再列出 */
const CARRY =
  /以下(?:各项|各条|任务|工作|内容|事项|措施|重点任务|各项任务|各项工作){0,3}(?:均|都|全部)?(?:需要?|须|由|要|涉及){1,2}/
const DUTY = /^(?:分别|共同|按职责分工|按职责|分工)?(?:负责|落实|承担|参与|配合|组织实施)/
const REST = /(?:不再|不另|不一一)[一-鿿]{0,4}(?:列出|列示|列明|注明|说明|标注|重复|赘述|列)|下同/

/** The part of a bracket that holds for all that follows, quoted alone. */
export function readCarryOver(context: FactContext, bracket: Span): Assignment | null {
  const { folded } = context.source
  const text = folded.slice(bracket.start, Math.min(bracket.end, bracket.start + 2000))
  if (!text.includes('以下')) return null
  const opening = CARRY.exec(text)
  if (!opening) return null
  const start = bracket.start + opening.index
  const rest = REST.exec(text.slice(opening.index))
  if (!rest) return null
  const list = readList(context, start + opening[0].length, {
    limit: start + rest.index,
    stop: (pos) => DUTY.test(folded.slice(pos, pos + 16)),
    anything: false,
  })
  if (!list) return null
  const support = /^(?:参与|配合)/.test(folded.slice(list.end, list.end + 2))
  const bodies = list.bodies.map((body) => ({
    ...body,
    role: support ? ('support' as const) : ('responsible' as const),
  }))
  const end = start + rest.index + rest[0].length
  const { openEnded } = list
  return {
    type: 'assignment',
    start,
    end,
    style: 'parenthetical',
    bodies,
    openEnded,
    carriesOn: true,
    deadlines: [],
    rule: 'carry-over',
  }
}

/** 列第一位者为牵头部门,下同 · 排在第一位的部门为牵头单位 · 第一个部门为牵头部门 */
const FIRST = UNIT_CUES.pattern(
  /(?:(?:列|排|位列|排列|排名|排序|名列|列在|排在|列于|居)(?:在|于)?(?:第一位?|首位|首|最前|前面|第1位?)|第一(?:个|家|位|责任)?(?:责任)?(?:部门|单位))[^,。;)]{0,8}(?:为|是|作为|系)(?:第一)?(?:牵头|主办|主责|主要责任|总牵头)/,
)

/** Whether a text states, once for all that follow, that the first listed body leads. */
export function firstListedLeads(text: string, cues = UNIT_CUES.in(text, 0, text.length)): boolean {
  return FIRST.test(cues, text)
}
