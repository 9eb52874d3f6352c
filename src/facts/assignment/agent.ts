import { append } from '../../source/append.js'
import type { Span } from '../../source/span.js'
import type { Assignment, Body, Role } from '../../tree/nodes.js'
import type { FactContext } from '../context.js'
import { UNIT_CUES } from '../unit-cues.js'
import { readList, type BodyList } from './body-list.js'
import { clauseAssignment } from './clause-assignment.js'
import { nameStart } from './opening.js'
import { predicatesOf } from './predicate.js'

/** 由 before an agent; 设在 before a host; 主管部门为 before the body that is it. */
const WORDS =
  /由|设立?在|设于|挂靠在?|(?:主管|牵头|责任|管理|监管|实施|负责|承办|配合|参与|协办)(?:部门|机关|单位|机构|主体)为/g
/** Without one of these characters none of the words stands in a text. */
const SIGNS = UNIT_CUES.pattern(/[由设挂]|[门关位构体]为/)
/** 由 that brings no agent: 自由 · 理由; 日常管理由… brings one. */
const NOT_BY = /[自缘]$|(?<![管办受审处治代修清料整])理$|(?<![人军民刑外农法大])事$|(?<![未将往])来$/
/** 由A、B等部门组成: membership, no duty; 由…向…转变: a change. */
const NO_DUTY =
  /^(?:组成|构成|共同组成|参加组成|联合组成|负责人|负责同志|主要|领导|分管|有关负责|相关负责|任(?!务|命|免)|担任(?!牵头|主)|主导(?:型|向|转|的)|所|引起|造成|出资组建的|颁发的|认定的|批准的|发布的|制定的|(?:依法|统一|共同|直接|具体|牵头|联合)?[\u4e00-\u9fff]{2}的|[^,;]{0,14}(?:向[^,;]{1,16}转变|转变为|转为|变为|转向))/
/** 由政府主导: nobody in particular. */
const BARE = /^(?:政府|人民政府|部门|党委|机关|党政|单位|地方)$/
/** 建立由A统一领导的工作格局: a description, no duty; 建立由A牵头、B参加的联席会议制度 says who leads. */
const FRAME =
  /^(?:要|应当?|进一步|积极|加快)?(?:建立|健全|完善|形成|构建|实行|坚持|成立|组建|设立|推行|探索|打造|强化|落实)|(?:建立|健全|完善|形成|构建|实行|成立|组建|设立|推行)$/
const FRAMED = /的[^的]{2,14}$/
const LEAD = /^(?:总|具体|统一)?(?:牵头|主办|主责|为主)/
const SUPPORT = /^(?:积极|密切)?(?:配合|参与|参加|协助|协同)/
const JOINT = /^(?:牵头)?[,]?(?:牵头)?(?:会同|商请|商|联合(?!会))/

/** Bodies behind 由 (由市财政局承担) and behind 设在 (办公室设在市司法局), each clause by itself. */
export function findAgents(context: FactContext, clauses: readonly Span[], cues: number): Assignment[] {
  const found: Assignment[] = []
  const first = clauses[0]
  const last = clauses[clauses.length - 1]
  if (!first || !last || !SIGNS.may(cues)) return found
  const { folded } = context.source
  const text = folded.slice(first.start, last.end)
  if (!SIGNS.test(cues, text)) return found
  let index = 0
  for (const match of text.matchAll(WORDS)) {
    const at = first.start + match.index
    while ((clauses[index] as Span).end <= at) index++
    const clause = clauses[index] as Span
    if (at < clause.start) continue
    const one =
      match[0] === '由' ? agentOf(context, clauses, index, at) : hostOf(context, clause, at, match[0].length)
    if (one) found.push(one)
  }
  return found
}

function hostOf(context: FactContext, clause: Span, at: number, length: number): Assignment | null {
  const { folded } = context.source
  const closes = (pos: number): boolean => pos >= clause.end || /[,;。()]/.test(folded[pos] as string)
  const list = readList(context, at + length, { limit: clause.end, stop: closes, anything: false })
  const section = list ? null : sectionOf(context, at + length, clause.end)
  if (section) return clauseAssignment(clause, [section], false, 'clause-seat')
  if (!list || list.generic) return null
  const words = folded.slice(at, at + length)
  const role = words.startsWith('牵头')
    ? 'lead'
    : /^(?:配合|参与|协办)/.test(words)
      ? 'support'
      : 'responsible'
  return clauseAssignment(clause, withRole(list, role), list.openEnded, 'clause-seat')
}

/** 办公室设在质监科: the section of an office that is the host. */
const SECTION = /^[\u4e00-\u9fff]{2,16}?(?:科室|处室|科|处|股|室|站|所|中心)(?=[,;。()]|$)/
/** 设在一楼大厅服务处 */
const PLACE = /[一二三四五六七八九十\d](?:楼|层|号)|大厅|原址|路|街道/

function sectionOf({ source }: FactContext, start: number, limit: number): Body | null {
  const name = SECTION.exec(source.folded.slice(start, limit))?.[0]
  if (name === undefined || PLACE.test(name)) return null
  const end = start + name.length
  return { name: source.text.slice(start, end), role: 'responsible', start, end }
}

function agentOf(
  context: FactContext,
  clauses: readonly Span[],
  index: number,
  at: number,
): Assignment | null {
  const { folded } = context.source
  const clause = clauses[index] as Span
  if (at > clause.start && NOT_BY.test(folded.slice(Math.max(clause.start, at - 2), at))) return null
  // 对由县级部门监管的企业…: which firms, not whose duty
  if ('对向将把'.includes(folded[at - 1] ?? ' ') && folded.slice(at, clause.end).includes('的')) return null
  const limit = clause.end
  const predicates = predicatesOf(context.lexicon)
  const ends = (pos: number): boolean => {
    const rest = folded.slice(pos, Math.min(limit, pos + 40))
    return NO_DUTY.test(rest) || JOINT.test(rest) || predicates.at(folded, pos, limit) !== null
  }
  const start = nameStart(folded, at + 1)
  const list =
    readList(context, start, { limit, stop: ends, anything: false }) ??
    readList(context, start, {
      limit,
      stop: (pos) => pos >= limit || folded[pos] === '依',
      anything: false,
    }) ??
    namedAgent(context, start, limit)
  if (!list) return null
  if (context.lexicon.list('roles.office').at(folded, list.end) !== undefined) return null
  const rest = folded.slice(list.end, Math.min(limit, list.end + 40))
  const framed = FRAME.test(folded.slice(clause.start, at))
  const leads = framed && LEAD.test(rest)
  if (
    (NO_DUTY.test(rest) && !leads) ||
    folded[limit - 1] === '的' ||
    (rest === '' && !endsSentence(folded, limit))
  )
    return null
  if (framed && FRAMED.test(rest) && !leads) return null
  if (
    BARE.test(list.bodies[0]?.name ?? '') &&
    !/^(?:负责|承担|牵头|组织|统一|按|依|予以|责令|给予|处)/.test(rest)
  )
    return null
  const joint = JOINT.exec(rest)
  const helpers = joint ? null : helpersHere(context, list.end, limit)
  const partners = joint
    ? partnersAt(context, list.end + joint[0].length, limit)
    : (helpers ?? partnersNext(context, clauses, index, rest))
  const leading = partners && !rest.startsWith('负责、')
  const role: Role = leading || LEAD.test(rest) ? 'lead' : SUPPORT.test(rest) ? 'support' : 'responsible'
  const bodies = withRole(list, role)
  if (partners) append(bodies, withRole(partners, 'support'))
  const open = list.openEnded || (partners?.openEnded ?? false)
  const span = { start: at, end: Math.max(limit, partners?.end ?? 0) }
  return clauseAssignment(span, bodies, open, 'clause-agent')
}

/** 由省水利厅规定: a body known by its whole name acts, whatever the verb behind it. */
function namedAgent(context: FactContext, start: number, limit: number): BodyList | null {
  const list = readList(context, start, { limit, stop: () => true, anything: false })
  if (!list?.known || list.generic || list.mixed) return null
  return /^[\u4e00-\u9fff]{2}/.test(context.source.folded.slice(list.end, limit)) ? list : null
}

const endsSentence = (folded: string, at: number): boolean =>
  at >= folded.length || /[。;\n\r]/.test(folded[at] as string)

/** 由X牵头、Y等部门参与 · X负责、Y配合 */
export function helpersHere(context: FactContext, from: number, limit: number): BodyList | null {
  const { folded } = context.source
  const lead = /^(?:(?:牵头|主办|主责)(?:负责)?|负责)、/.exec(folded.slice(from, limit))
  if (!lead) return null
  const helps = (pos: number): boolean => SUPPORT.test(folded.slice(pos, Math.min(limit, pos + 6)))
  return readList(context, from + lead[0].length, { limit, stop: helps, anything: false })
}

/** 由X牵头，会同Y… · 由X牵头，Y配合 · 建立由X牵头，Y参与的制度 */
function partnersNext(
  context: FactContext,
  clauses: readonly Span[],
  index: number,
  rest: string,
): BodyList | null {
  const next = clauses[index + 1]
  if (!next || !LEAD.test(rest)) return null
  const { folded } = context.source
  const joint = /^(?:并)?(?:会同|联合|商)/.exec(folded.slice(next.start, next.end))
  if (joint) return partnersAt(context, next.start + joint[0].length, next.end)
  const helps = (pos: number): boolean =>
    SUPPORT.test(folded.slice(pos, pos + 6)) &&
    (next.end - pos <= 8 || FRAMED.test(folded.slice(pos, next.end)))
  const list = readList(context, next.start, { limit: next.end, stop: helps, anything: false })
  return list && { ...list, end: next.end }
}

/** The bodies at an offset up to the verb behind them. */
export function partnersAt(context: FactContext, start: number, limit: number): BodyList | null {
  const { folded } = context.source
  const predicates = predicatesOf(context.lexicon)
  const ends = (pos: number): boolean => pos >= limit || predicates.at(folded, pos, limit) !== null
  return readList(context, start, { limit, stop: ends, anything: false })
}

const withRole = (list: BodyList, role: Role): Body[] => list.bodies.map((body) => ({ ...body, role }))
