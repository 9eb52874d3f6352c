import type { Lexicon } from '../../grammar/index.js'
import { type Span, SpanSet } from '../../source/span.js'
import type { Label, ObligationType } from '../../tree/nodes.js'
import { type Predicate, readPredicate } from './predicate.js'
import type { ListKind } from './list.js'
import { bindsNobody, type SectionMood } from './statement.js'
import { modalityWords } from './words.js'

/** What the label of a unit depends on, besides its words. */
export interface LabelContext {
  readonly folded: string
  readonly lexicon: Lexicon
  /** What the unit can match. */
  readonly cues: number
  readonly mood: SectionMood
  /** What the sentence that ends in ： above a list of items makes of each. */
  readonly listed: ListKind | null
  /** Whether the unit is the first of its section or paragraph of ideology. */
  readonly opening: boolean
  /** Time expressions of the unit; `goal` where one says by when a state is reached (到2020年). */
  readonly times: readonly (Span & { readonly goal: boolean })[]
  /** Figures that somebody is to reach. */
  readonly targets: readonly Span[]
  /** Whether a public body is made responsible in the unit's own words. */
  readonly hasSubject: boolean
}

export interface Labelled {
  readonly label: Label
  readonly also: ObligationType[]
  readonly rule: string
}

interface Reading {
  readonly kind: Predicate['kind']
  readonly word: string
  readonly modal: boolean
  readonly initial: boolean
  readonly span: Span
  /** It stands after 到X年, or carries a figure of its own. */
  readonly result: boolean
}

interface Facts {
  readonly clauses: readonly Reading[]
  readonly context: LabelContext
  readonly text: string
}

/** Acts that only a government does: they turn an encouragement into an action. */
const STRONG_ACT =
  /^(?:推行|推广|组织|制定|出台|打击|严厉打击|查处|给予|实施|落实|推进|建立|规范|安排|设立|发布|编制|强化|监督|完善|统筹|予以|执行|严格执行)/
/** 支持打造品牌,对品牌依法加强保护: who was encouraged is the object now. */
const TURNS_TO = /^对[^,]{2,30}?(?:依法|按规定|按照规定|给予|予以)/
const MEANS = /^通过/
/** 服务机构接受委托开展核查,不得…: a verb that only says on what occasion the next clause forbids. */
const OCCASION = /^(?:开展|进行|组织实施|签订)$/
/** 新建工程未安装…的, · 监督检查时, : a condition that another clause follows. */
const CONDITION = /(?:的|时|后|之前|期间)$/

const is =
  (...kinds: Predicate['kind'][]) =>
  ({ kind }: Reading): boolean =>
    kinds.includes(kind)
const directive = is('directive')

/**
 * The label rules of the annotation guide, in its order; the first that fits decides.
 * Each row: the guide's rule, when it fits, the label.
 */
const RULES: readonly { rule: string; fits: (facts: Facts) => boolean; label: Label }[] = [
  {
    rule: 'listed-under-prohibition',
    fits: ({ context }) => context.listed === 'prohibition',
    label: 'prohibition',
  },
  {
    rule: 'listed-under-permission',
    fits: ({ context }) => context.listed === 'permission',
    label: 'permission',
  },
  {
    rule: 'listed-thing',
    fits: ({ context, text }) => context.listed === 'things' && !/处.+罚款|责令/.test(text),
    label: 'N',
  },
  { rule: 'binds-nobody', fits: ({ text, context }) => bindsNobody(text, context), label: 'N' },
  {
    rule: 'opens-with-prohibition',
    fits: ({ clauses }) => clauses[0]?.kind === 'prohibit' && clauses[0].initial,
    label: 'prohibition',
  },
  { rule: 'every-duty-is-a-result', fits: everyDutyIsResult, label: 'outcome' },
  { rule: 'opens-with-encouragement', fits: encourages, label: 'encouragement' },
  { rule: 'opens-with-permission', fits: permits, label: 'permission' },
  { rule: 'directive', fits: ({ clauses }) => clauses.some(directive), label: 'action' },
  { rule: 'body-as-subject', fits: bodyActs, label: 'action' },
  { rule: 'encouragement', fits: ({ clauses }) => clauses.some(is('encourage')), label: 'encouragement' },
  { rule: 'prohibition', fits: ({ clauses }) => clauses.some(is('prohibit')), label: 'prohibition' },
  { rule: 'permission', fits: ({ clauses }) => clauses.some(is('permit')), label: 'permission' },
  { rule: 'listed-under-duty', fits: ({ context }) => context.listed === 'duty', label: 'action' },
  { rule: 'names-time-or-place', fits: namesTimeOrPlace, label: 'N' },
  { rule: 'state', fits: ({ clauses }) => clauses.some(is('state', 'result')), label: 'outcome' },
  { rule: 'figure', fits: ({ context }) => context.targets.length > 0, label: 'outcome' },
  { rule: 'default', fits: () => true, label: 'action' },
]

/** Label one unit of the body whose clauses are given. */
export function labelUnit(clauses: readonly Span[], body: Span, context: LabelContext): Labelled {
  const facts: Facts = {
    clauses: readClauses(clauses, context),
    context,
    text: context.folded.slice(body.start, body.end),
  }
  const { rule, label } = RULES.find(({ fits }) => fits(facts)) as (typeof RULES)[number]
  return { label, rule, also: label === 'N' ? [] : furtherTypes(facts.clauses, label) }
}

/** 经过三年努力,明显减少重污染天数 */
const AFTER_YEARS = /^(?:力争)?(?:经过|再?用)[^,]{0,6}年(?:左右)?(?:的)?(?:时间|努力|奋斗)/
/** 提高抽检比例,抽检数量不少于1200批次: the share whose figures follow */
const SHARE = /(?:[^效]率|比例|比重|占比|覆盖面|满意度)$/
/** What causes a change says in a goal that it will have come about: 推动消费规模保持快速增长 */
const CAUSES = /^(?:推动|促进|促使|带动|保持)$/

/** 大幅降低能耗: among goals a verb of change is what is reached. */
function isChange(word: string, lexicon: Lexicon): boolean {
  const { ambiguous, change } = modalityWords(lexicon)
  return CAUSES.test(word) || (ambiguous.has(word) && change.has(word))
}

function readClauses(clauses: readonly Span[], context: LabelContext): Reading[] {
  const goal = context.times.find((time) => time.goal)
  const opening = context.folded.slice(clauses[0]?.start ?? 0, clauses[0]?.end ?? 0)
  const goals = context.mood === 'goals' || AFTER_YEARS.test(opening)
  const times = SpanSet.of(context.times)
  const targets = SpanSet.of(context.targets)
  const { folded } = context
  return clauses.map((span, at) => {
    const last = at === clauses.length - 1
    if (!last && CONDITION.test(folded.slice(Math.max(span.start, span.end - 2), span.end))) {
      return { kind: 'frame', word: '', modal: false, initial: true, span, result: false }
    }
    const { kind, word, modal, initial } = readPredicate(
      folded,
      span,
      context.lexicon,
      times.startingIn(span),
    )
    if (!modal && !initial && OCCASION.test(word) && folded.startsWith('不得', clauses[at + 1]?.start))
      return { kind: 'frame', word: '', modal, initial, span, result: false }
    const figure = targets.touches(span)
    const reached =
      (figure && !(modal && context.hasSubject)) || (goal !== undefined && goal.start < span.end)
    const named = at === 0 && context.targets.length > 0 && SHARE.test(folded.slice(span.start, span.end))
    const result =
      reached || ((goals || named) && kind === 'directive' && !modal && isChange(word, context.lexicon))
    return { kind, word, modal, initial, span, result }
  })
}

/**
 * 到2020年,建立…格局,形成…文化 · 培育名牌产品19个,新增著名商标10件
 * What stands before 到X年 as a means (通过创建…,夯实…) is no duty of its own.
 */
function everyDutyIsResult({ clauses, context }: Facts): boolean {
  if (context.hasSubject) return false
  const goal = context.times.find((time) => time.goal)
  const means = goal !== undefined && MEANS.test(context.folded.slice(clauses[0]?.span.start ?? 0))
  let duties = 0
  for (const { kind, span, result } of clauses) {
    if ((kind !== 'directive' && kind !== 'encourage') || (means && goal && span.end <= goal.start)) continue
    if (!result) return false
    duties++
  }
  if (duties > 0) return true
  return goal !== undefined && clauses.some(is('state', 'result'))
}

const PLACE = /^[^,;。要应须]{2,60}(?:的范围|范围内?|的区域|区域内)[。;]?$/

/** 2024年9月15日至2025年4月30日。 · 全县林地及其边缘100米的范围。: when or where, and nothing that is to be done */
function namesTimeOrPlace({ context, text, clauses }: Facts): boolean {
  if (clauses.some(is('state', 'result'))) return false
  if (PLACE.test(text)) return true
  const first = clauses[0]?.span.start ?? 0
  const last = clauses.at(-1)?.span.end ?? 0
  const { times } = context
  return (
    times.length === 1 &&
    times.every(
      ({ start, end }) =>
        !/[^\s\p{P}]/u.test(context.folded.slice(first, start) + context.folded.slice(end, last)),
    )
  )
}

/** 由市公安局完成核定, not 由此产生 */
const byBody = (folded: string, { start }: Span): boolean =>
  folded[start] === '由' && !'此于'.includes(folded.charAt(start + 1))

/** 各县可以参照本办法,结合实际制定…: what the permission leads to is permitted too, unless 并… or 由… adds a duty. */
function permits({ clauses, context: { folded, hasSubject } }: Facts): boolean {
  const at = clauses.findIndex(({ kind }) => kind !== 'frame')
  if (clauses[at]?.kind !== 'permit' || clauses[at].word === '允许' || clauses.some(is('prohibit')))
    return false
  return !clauses
    .slice(at + 1)
    .some(
      ({ kind, modal, span }) =>
        (hasSubject && byBody(folded, span)) ||
        (kind === 'directive' && (modal || folded[span.start] === '并')),
    )
}

/** 省水利厅每年开展不少于2次培训: a public body acts, whatever its verb. */
function bodyActs({ clauses, context }: Facts): boolean {
  if (!context.hasSubject || clauses.some(is('prohibit', 'encourage'))) return false
  const charged = clauses.slice(1).some(({ span }) => byBody(context.folded, span))
  return charged || !clauses.some(is('permit'))
}

/** Opens with 鼓励 支持 引导 …, and no later clause is plainly the government's own act. */
function encourages({ clauses, context: { folded, lexicon } }: Facts): boolean {
  const at = clauses.findIndex(({ kind, span }) => kind !== 'frame' && !isMeans(folded, span))
  const first = clauses[at]
  if (first?.kind !== 'encourage' || !first.initial) return false
  const text = folded.slice(first.span.start, first.span.end)
  if (/(?:支持|引导)(?:和|并|与)(?!鼓励|引导|支持)/.test(text.slice(0, 12))) return false
  return !clauses.slice(at + 1).some(({ kind, span, word, modal }, i) => {
    if (kind !== 'directive') return false
    const own = folded.slice(skipManner(folded, span, lexicon), span.end)
    // 鼓励利用旧厂房…,涉及转让的,应办理手续: what the encouraged party has to heed.
    if (modal) return !folded.startsWith('应', span.start) || !isCase(folded, clauses[at + i]?.span)
    if (word.startsWith('由')) return true
    if (text.includes(word) && word.length >= 2) return false
    return (
      STRONG_ACT.test(own) ||
      TURNS_TO.test(own) ||
      /^加大(?:对|.{2,40}力度)/.test(own) ||
      (word !== '推广' && STRONG_ACT.test(word)) ||
      (/^(?:推动|带动)企业/.test(own) && !text.startsWith('引导'))
    )
  })
}

const isCase = (folded: string, span: Span | undefined): boolean =>
  span !== undefined &&
  /^(?:涉及|需要?|确需|属于)/.test(folded.slice(span.start, span.end)) &&
  folded[span.end - 1] === '的'

const isMeans = (folded: string, span: Span): boolean =>
  /^(?:充分|积极|更好)?(?:发挥.+(?:作用|优势)|利用|依托|借助|运用|坚持)/.test(
    folded.slice(span.start, span.end),
  ) &&
  /^(?:充分|积极|更好)?发挥.+(?:作用|优势)$|^(?:充分)?(?:利用|依托|借助|运用)/.test(
    folded.slice(span.start, span.end),
  )

function skipManner(folded: string, span: Span, lexicon: Lexicon): number {
  const { manner, directive: verbs } = modalityWords(lexicon)
  let at = span.start
  for (let word = manner.at(folded, at); word; word = manner.at(folded, at)) {
    if (verbs.at(folded, at)) break
    at += word.length
  }
  return at
}

const TYPE_OF: Partial<Record<Predicate['kind'], ObligationType>> = {
  directive: 'action',
  prohibit: 'prohibition',
  encourage: 'encouragement',
  permit: 'permission',
}

function furtherTypes(clauses: readonly Reading[], label: Label): ObligationType[] {
  const types: ObligationType[] = []
  for (const { kind, result } of clauses) {
    const type = kind === 'directive' && result ? 'outcome' : TYPE_OF[kind]
    if (type && type !== label && !types.includes(type)) types.push(type)
  }
  return types
}
