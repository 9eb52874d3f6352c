import type { Diagnostic, Result } from '../../diagnostics/diagnostic.js'
import type { Span } from '../../source/span.js'
import type { Assignment, Body, Role } from '../../tree/nodes.js'
import { splitClauses } from '../../units/split.js'
import type { FactContext } from '../context.js'
import { UNIT_CUES } from '../unit-cues.js'
import { isDefined } from './defined.js'
import { findAgents, helpersHere, partnersAt } from './agent.js'
import { readList, type BodyList } from './body-list.js'
import { clauseAssignment } from './clause-assignment.js'
import { bracketed, holds } from './inside.js'
import { areLevels } from './name-forms.js'
import { openingEnd } from './opening.js'
import { organsOf } from './organs.js'
import { predicatesOf, type Predicate } from './predicate.js'

const PARTNER =
  /牵头会同|会同|商请|联合(?!会|体|国|办|社|执法|惩|奖|激励|监管|开|制|发|印|检|整|督|攻|研|培|下|行)/g
/** 并会同有关部门… */
const JOINT = /^(?:并|要|应当?|积极|主动){0,2}(?:会同|商请|联合(?=[市县区省州镇有各相]))/
const MUTUAL = ['密切配合', '协同配合', '协调配合', '协作配合', '通力配合']
const SUPPORT = new Set(['配合', '参与', '参加', '协助', '协同', '协办', '支持配合', ...MUTUAL])
/** 予以支持、配合 · 给予协助 */
const SUPPORTS = /^(?:予以|给予)?(?:积极|大力)?(?:支持[、和与]?配合|(?<=予以|给予)(?:配合|协助))/
const LEAD = new Set(['牵头', '主办', '主责'])
/** A clause that only says what the duty is for carries no further duty. */
const PURPOSE = /^(?:并)?(?:形成|确保|保证|推动|促进|实现|共同|切实|务求|进一步|努力)/
/** 违反…的 · 审核后: a condition, not a duty. */
const CONDITION = /(?:的|的情形|情况下|时|之日起?|之后|以后|审核后|批准后|同意后|后)$/

/** Bodies set up for a task act under their bare name: 领导小组适时召开会议 */
const TASK = /(?:领导小组|指挥部|联席会议|专班|工作组|协调小组|委员会|办公室|管委会)(?:[(（].*[)）])?$/

/** What was done, not what is to be done. */
const PAST = /^[^,。]{0,12}(?:近年来|以来|多年来|期间,)|取得了?[^,。]{0,16}(?:成效|成绩|进展|成果|成就)/

/** 各地在执行中遇到的问题: a noun with its relative clause. */
const RELATIVE =
  /(?:遇到|出现|存在|发现|反映|提出|报送|提交|产生|取得|制定|出台|形成|承担|开展|确定|规定|指定|认定|批准|授权|核发|公布|设立)的[^,的应要须]{1,8}$/

/** 各地可结合实际… · 有权查阅…: a power, no duty. */
const PERMITS =
  /^(?:(?!应当?|要|须|负责|不得)[^,]){0,20}?(?<![许认])(?:可(?![行靠再能追控见信回利降]|视(?!情|需|[^,、]{1,6}(?:情|需要|实际))|持续)|有权)/

/** …认为有必要的 · …发现违法行为的 · …需要延期的 */
const CASE = /(?:认为|发现|需要?|拟|因|未|不|已|无法|逾期|依照|经审[查核])[^,]*(?:的|时|后)$/

/** How a clause opens whose subject is the clause before. */
const OPENS = /^(?:应当?|要|须|必须|按照?|依照?|依据|根据|在各自|负责|不得)/

interface Subject {
  readonly list: BodyList
  readonly predicate: Predicate
  readonly start: number
  readonly clause: Span
  readonly index: number
}

/**
 * The bodies that a sentence itself makes responsible: 市农业局要会同有关部门制定… · 由市财政局承担 · 办公室设在市司法局.
 *
 * 1. The body is the subject of its clause, the agent behind 由, or the host behind 设在; a body that is only topic,
 *    beneficiary or object (督促各级政府…) is none.
 * 2. A body that could be meant, but whose name holds unknown words before a bare verb, is reported, not taken.
 */
export function findClauseAssignments(
  context: FactContext,
  unit: Span,
  clauses: readonly Span[] = splitClauses(context.source, unit),
  cues = UNIT_CUES.in(context.source.folded, unit.start, unit.end),
): Result<Assignment[]> {
  const { folded } = context.source
  let past: boolean | undefined
  const found: Assignment[] = []
  const diagnostics: Diagnostic[] = []
  const subjects: Subject[] = []
  for (let index = 0; index < clauses.length; index++) {
    const subject = subjectOf(context, clauses, index)
    if (!subject) continue
    past ??= PAST.test(folded.slice(unit.start, unit.end))
    if (past && subject.predicate.kind !== 'modal') continue
    if (isCertain(subject) || isDefined(context.source, subject.list.bodies)) subjects.push(subject)
    else diagnostics.push(uncertain(context, subject))
  }
  const said = findAgents(context, clauses, cues)
  subjects.forEach((subject, i) => {
    const previous = found[found.length - 1]
    const next = subjects[i + 1]?.index ?? clauses.length
    const alone = i === 0 && !said.some(({ start }) => start < subject.start)
    const own = asAssignment(context, clauses, subject, next, alone)
    if (previous && joins(subject, subjects[i - 1])) merge(previous, own)
    else found.push(own)
  })
  const agents = said.filter((agent) => !found.some((other) => bracketed(folded, other, agent)))
  const own = agents.length === 0 ? found : found.filter((one) => !agents.some((agent) => holds(agent, one)))
  const value = agents.length === 0 ? own : [...own, ...agents]
  if (value.length > 1) value.sort((a, b) => a.start - b.start)
  return { value, diagnostics }
}

/** 组织规划、建设等部门进行联合审查: they are convened, not told to act; 组织部门 and 组织人事部门 are bodies. */
const CONVENES = /^组织(?![部、]|人事|工作)/

/** 发挥…作用 · 充分发挥领导小组统筹作用: no subject opens the clause. */
function opensWithVerb({ source, lexicon }: FactContext, { start }: Span): boolean {
  const organs = organsOf(lexicon)
  const manner = lexicon.list('modals.manner').at(source.folded, start)?.length ?? 0
  return organs.isVerb(source.folded, start) || (manner > 0 && organs.isVerb(source.folded, start + manner))
}

/** The subject that opens a clause; a list of bodies may run over from the clause before: 各县党委、政府，市直各部门要… */
function subjectOf(context: FactContext, clauses: readonly Span[], index: number): Subject | null {
  const clause = clauses[index] as Span
  const { folded } = context.source
  if (opensWithVerb(context, clause)) return null
  const predicates = predicatesOf(context.lexicon)
  const start = openingEnd(context, clause)
  const list = readList(context, start, {
    limit: clause.end,
    stop: (pos) => predicates.at(folded, pos, clause.end) !== null,
    anything: false,
  })
  if (!list) return detached(context, clauses, index, start)
  if (CONVENES.test(folded.slice(start, start + 4))) return null
  const predicate = predicates.at(folded, list.end, clause.end)
  if (!predicate) return null
  if (PERMITS.test(folded.slice(list.end, clause.end)) && !bindsToo(folded, clauses.slice(index + 1)))
    return null
  const condition = isCondition(folded, clause, predicate)
  if (predicate.kind !== 'modal' && goesOnAsCase(folded, clauses.slice(index + 1), predicate)) return null
  if (condition ? !dutyFollows(folded, clauses[index + 1]) : !hasVerb(context, clauses, index, predicate))
    return null
  const before = listBefore(context, clauses, index)
  const peers = peersOf(context, list, predicate, clause)
  if (!before && !peers) return { list, predicate, start, clause, index }
  const bodies = [...(before?.bodies ?? []), ...list.bodies, ...(peers?.bodies ?? [])]
  return {
    list: { ...list, bodies, known: list.known && (before ?? peers)?.known === true },
    predicate,
    start: before?.bodies[0]?.start ?? start,
    clause,
    index,
  }
}

/** 市水务局可以委托…，并应当…: a permission that also binds. */
const bindsToo = (folded: string, further: readonly Span[]): boolean =>
  further.some(({ start, end }) => /^(?:并且|同时|[并且还])?(?:应当|必须|须)/.test(folded.slice(start, end)))

/** 教育部门与公安机关（之间）应当建立…: 与 between two bodies that share the duty. */
function peersOf(context: FactContext, list: BodyList, predicate: Predicate, clause: Span): BodyList | null {
  if (predicate.at !== list.end || !/^[与同]$/.test(predicate.word)) return null
  const between = (pos: number): boolean => context.source.folded.startsWith('之间', pos)
  const peers =
    partnersAt(context, list.end + 1, clause.end) ??
    readList(context, list.end + 1, { limit: clause.end, stop: between, anything: false })
  return peers?.certain === true && !peers.mixed && !peers.generic ? peers : null
}

/** 公安、民政等部门，按照各自职责做好… · 市气象局：负责…: the subject is a clause of its own, the predicate opens the next one. */
function detached(
  context: FactContext,
  clauses: readonly Span[],
  index: number,
  start: number,
): Subject | null {
  const clause = clauses[index] as Span
  const next = clauses[index + 1]
  const { folded } = context.source
  if (!next) return null
  const between = folded.slice(clause.end, next.start)
  if (!/^(?:[,， ]+|: *)$/.test(between)) return null
  if (!between.startsWith(':') && !OPENS.test(folded.slice(next.start, next.start + 4))) return null
  const end = caseStart(folded, clause) ?? clause.end
  if (end < clause.end && !dutyFollows(folded, next)) return null
  const list = readList(context, start, { limit: end, stop: (pos) => pos >= end, anything: false })
  if (!list?.known || list.generic) return null
  const predicate = predicatesOf(context.lexicon).at(folded, next.start, next.end)
  if (!predicate || isCondition(folded, next, predicate) || !hasVerb(context, clauses, index + 1, predicate))
    return null
  return { list, predicate, start, clause: { start: clause.start, end: next.end }, index }
}

/** 审批机关认为有必要的，应当…: where the case begins that stands between the body and its duty. */
function caseStart(folded: string, clause: Span): number | undefined {
  const at = folded.slice(clause.start, clause.end).search(CASE)
  return at > 0 ? clause.start + at : undefined
}

/** A clause that is nothing but a list of bodies goes with the next one. */
function listBefore(context: FactContext, clauses: readonly Span[], index: number): BodyList | null {
  const clause = clauses[index - 1]
  const own = clauses[index] as Span
  if (!clause || !/^[,， ]+$/.test(context.source.folded.slice(clause.end, own.start))) return null
  const start = openingEnd(context, clause)
  const list = readList(context, start, {
    limit: clause.end,
    stop: (pos) => pos >= clause.end,
    anything: false,
  })
  return list?.known && !list.generic ? list : null
}

/** 审批机关对符合条件的申请，未按期办结的，由…: the body is who is at fault · 执法机关实施检查，可以…: what it may do. */
function goesOnAsCase(folded: string, further: readonly Span[], { kind }: Predicate): boolean {
  const texts = further.map(({ start, end }) => folded.slice(start, end))
  if (/^(?:未|不|拒|逾期|违反|擅自|无正当理由)[^,]*的$/.test(texts[0] ?? '')) return true
  const next = texts.findIndex((text) => !/(?:的|时|后)$/.test(text))
  if (kind === 'duty' || next < 0 || !/^(?:可以|有权)/.test(texts[next] as string)) return false
  return !texts.slice(next + 1).some((text) => /^[并且还]?(?:应当?|必须|须|要(?!求))/.test(text))
}

/** 主管部门接到投诉后，应当…: the condition lies between the subject and its duty. */
function dutyFollows(folded: string, next: Span | undefined): boolean {
  return (
    next !== undefined &&
    /^(?:应当|应(?!急|用)|必须|须|不得|要(?!求|素))/.test(folded.slice(next.start, next.start + 3))
  )
}

function isCondition(folded: string, clause: Span, predicate: Predicate): boolean {
  const text = folded.slice(clause.start, clause.end)
  if (/(?:的|的情形)$/.test(text)) return !text.endsWith('目的')
  if (predicate.kind !== 'modal' && RELATIVE.test(folded.slice(predicate.at, clause.end))) return true
  return (
    predicate.kind !== 'modal' &&
    predicate.kind !== 'duty' &&
    CONDITION.test(text) &&
    !/(?:月|年|年底|月底|日)(?:之?后)$/.test(text)
  )
}

/** Behind a means (按照… 对…) a verb has to come, in this clause or the next. */
function hasVerb(
  context: FactContext,
  clauses: readonly Span[],
  index: number,
  predicate: Predicate,
): boolean {
  if (predicate.kind !== 'means') return !isNominal(context, clauses[index] as Span, predicate)
  const here = clauses[index] as Span
  const limit = clauses[index + 1]?.end ?? here.end
  const { folded } = context.source
  const text = folded.slice(predicate.at, limit)
  if (
    /^以.{1,8}为(?:主导|主体|主)(?:$|[、,])|^为(?!.{0,40}(?:提供|做好|给予|办理|发放|配备))|^与.{1,20}(?:之间|的)$/.test(
      text,
    )
  )
    return false
  const directive = context.lexicon.list('verbs.directive')
  const duty = context.lexicon.list('verbs.duty')
  const ambiguous = context.lexicon.list('verbs.ambiguous')
  for (let at = predicate.at + predicate.word.length; at < limit; at++) {
    const word = directive.at(folded, at) ?? duty.at(folded, at) ?? ambiguous.at(folded, at)
    if (word !== undefined && (word.length > 1 || /[抓建办]/.test(word))) return true
    if (/^(?:要|应当|须|进行|负责|负总)/.test(folded.slice(at, at + 2))) return true
  }
  return false
}

/** 各级政府治理能力显著提升: a state that ends the clause; no duty. */
function isNominal(context: FactContext, clause: Span, predicate: Predicate): boolean {
  if (predicate.kind !== 'verb') return false
  const text = context.source.folded.slice(predicate.at + predicate.word.length, clause.end)
  return (
    /(?:明显|显著|不断|进一步|持续|大幅|有效|稳步|全面|逐步|更加|日益)[^、,]{2,4}$/.test(text) ||
    (context.lexicon.list('verbs.nounlike').has(predicate.word) &&
      /^[^、]{0,6}(?:机制|体系|制度|格局|能力|水平|的能力)(?:$|更|不|基本|初步|逐步)/.test(text))
  )
}

/** 各地区、行业协会要…: who stands beside a public body where the sentence opens is none; 组织各部门、企业等…: an object. */
function isCertain({ list, predicate, index }: Subject): boolean {
  if (predicate.kind === 'modal' || predicate.word === '不得' || TASK.test(list.bodies[0]?.name ?? ''))
    return true
  return (
    !list.generic &&
    (!list.mixed || index === 0) &&
    (list.known || areLevels(list.bodies) || (predicate.kind === 'duty' && !list.mixed))
  )
}

function uncertain(context: FactContext, { list }: Subject): Diagnostic {
  const first = list.bodies[0] as { start: number }
  const span = { start: first.start, end: list.end }
  return { code: 'uncertain-assignment', values: { name: context.source.slice(span) }, span }
}

function asAssignment(
  context: FactContext,
  clauses: readonly Span[],
  subject: Subject,
  next: number,
  alone: boolean,
): Assignment {
  const { list, predicate, clause, index, start } = subject
  const { folded } = context.source
  const partners = partnersOf(context, list.end, clause) ?? partnersAfter(context, clauses, index, next)
  const role: Role = partners ? 'lead' : roleOf(context, clauses, subject, next, alone)
  const bodies: Body[] = list.bodies.map((body) => ({ ...body, role }))
  const helpers = partners ? null : helpersHere(context, list.end, clause.end)
  for (const body of (partners ?? helpers)?.bodies ?? []) bodies.push({ ...body, role: 'support' })
  let end = clause.end
  if (predicate.kind === 'means' && !/[一-鿿]{2}/.test(folded.slice(predicate.at + 6, end)))
    end = clauses[index + 1]?.end ?? end
  end = Math.max(end, partners?.bodies.at(-1)?.end ?? 0)
  const openEnded = list.openEnded || ((partners ?? helpers)?.openEnded ?? false)
  const rule = partners ? 'clause-partners' : `clause-${predicate.kind}`
  return clauseAssignment({ start, end }, bodies, openEnded, rule)
}

/** …会同有关部门… */
function partnersOf(context: FactContext, from: number, clause: Span): BodyList | null {
  const { folded } = context.source
  const text = folded.slice(from, clause.end)
  PARTNER.lastIndex = 0
  for (let match = PARTNER.exec(text); match; match = PARTNER.exec(text)) {
    const start = from + match.index + match[0].length
    const list = partnerList(context, start, clause.end)
    if (list) return list
  }
  return null
}

/** 市民政局要发挥牵头作用,会同有关部门…: the partners open a later clause of the same subject. */
function partnersAfter(
  context: FactContext,
  clauses: readonly Span[],
  index: number,
  next: number,
): BodyList | null {
  const { folded } = context.source
  for (const { start, end } of clauses.slice(index + 1, next)) {
    const joint = JOINT.exec(folded.slice(start, Math.min(end, start + 8)))
    if (joint) return partnerList(context, start + joint[0].length, end)
  }
  return null
}

/** The bodies behind 会同: they end before a verb, or at least where the name does. */
function partnerList(context: FactContext, start: number, limit: number): BodyList | null {
  return (
    partnersAt(context, start, limit) ??
    readList(context, start, { limit, stop: () => true, anything: false })
  )
}

function roleOf(
  context: FactContext,
  clauses: readonly Span[],
  { predicate, index, clause }: Subject,
  next: number,
  alone: boolean,
): Role {
  if (LEAD.has(predicate.word) || leads(context.source.folded, predicate, clause)) return 'lead'
  const { folded } = context.source
  if (!SUPPORT.has(predicate.word) && !SUPPORTS.test(folded.slice(predicate.at, clause.end)))
    return 'responsible'
  // 协同推进征缴工作: together, not for somebody else
  const verb = predicate.at + predicate.word.length
  if (predicate.word === '协同' && context.lexicon.list('verbs.directive').at(folded, verb))
    return 'responsible'
  const close =
    /[密互相共通]/.test(folded.slice(predicate.at - 2, predicate.at)) || MUTUAL.includes(predicate.word)
  const mutual = alone && close && verb >= clause.end
  if (mutual) return 'responsible'
  for (let i = index + 1; i < next; i++) {
    const further = clauses[i] as Span
    if (!PURPOSE.test(folded.slice(further.start, further.end))) return 'responsible'
  }
  return 'support'
}

/** 教育部门依照标准牵头组织开发…: the word stands behind a means. */
const leads = (folded: string, { kind, at }: Predicate, { end }: Span): boolean =>
  kind === 'means' && /^[^由、]{2,24}牵头(?!单位|部门|机构|人|、)/.test(folded.slice(at, end))

/** X牵头，Y配合: one statement about one task. */
function joins(subject: Subject, previous: Subject | undefined): boolean {
  if (!previous || previous.index + 1 !== subject.index || !SUPPORT.has(subject.predicate.word)) return false
  const short = subject.clause.end - subject.predicate.at <= subject.predicate.word.length + 4
  return short && (LEAD.has(previous.predicate.word) || previous.predicate.kind === 'duty')
}

function merge(into: Assignment, other: Assignment): void {
  for (const body of other.bodies) into.bodies.push({ ...body, role: 'support' })
  into.openEnded ||= other.openEnded
  into.end = other.end
}
