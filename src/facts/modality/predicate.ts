import type { Lexicon } from '../../grammar/index.js'
import type { Span } from '../../source/span.js'
import { CLAUSE_CUES } from './clause-cues.js'
import { innerVerb, isNoun, isSubject, stateOf } from './verbs.js'
import { type ModalityWords, modalityWords } from './words.js'

/**
 * What the predicate of one clause does:
 * `directive` tells somebody to act, `result` and `state` say what is reached, `frame` has no predicate of its own
 * (以…为重点 · 围绕… · 在…的,), `other` is not known.
 */
export type PredicateKind =
  'directive' | 'result' | 'state' | 'encourage' | 'prohibit' | 'permit' | 'frame' | 'other'

export interface Predicate {
  readonly kind: PredicateKind
  /** The word that decided. */
  readonly word: string
  /** Whether 要/应/须/必须 stands in the clause. */
  readonly modal: boolean
  /** Whether the predicate begins the clause, so that it has no subject in it. */
  readonly initial: boolean
}

const MODAL = CLAUSE_CUES.pattern(
  /要(?<![主重需必纲摘概紧首扼撮机次简]要)(?![素点求件闻害塞领义务旨道么])|应(?<![供适响效对反相感回呼答顺因]应)(?![用急答变届诊聘邀援力激缴税]|.尽|纳税|[收付]款|得的|有的|对(?!.{0,30}[进加给予]))|应当|必须|须(?<![必无]须)(?!知)|务必/,
)
const PROHIBIT = CLAUSE_CUES.pattern(
  /不可(?=同时|重复|擅自|随意|以任何)|不得|严禁|禁止(?!性|[、和或与]?(?:限制)?(?:通行|行驶|停车|停放|燃放|养殖|建设|吸烟|开发|开采|使用|经营|种植|生产|采砂|捕捞|放牧|进入)?的?(?:区域|区(?!分|别)|路段|时段|期(?!间)|目录|清单|物品))|不准|不许|不允许|杜绝/,
)
const PERMIT = CLAUSE_CUES.pattern(
  /可(?<![许认宁尚不]可)(?!视(?!情|需|[^,、]{1,6}(?:情|需要|实际))|[持靠再信控追行能溯操复观比读用见防推查循燃降达负承感及编移穿贵喜歌敬怕爱惜疑谓是吸溯住]|支配|转[换债]|降解|交付|[办研][率比事报、])|有权(?<!所有权|持有权)|享有(?=.{0,12}权)|允许(?<!不允许)/,
)
const CAUSAL = /^(?:推动|推进|促进|促使|确保|保障|保证|保持|实现|使|力争|争取|努力|加快|引领|带动|力求|维护)/
const FRAME =
  /^(?:以.+为|围绕|聚焦|按照|按|根据|依据|依照|结合|依托|立足|针对|通过|为了?|鉴于|本着|参照|随着|除|自|从|到|至|截至|在.+(?:的|上|中|下|前|后|时|内|方面|领域|期间|过程中)$|对(?:于)?.+的$|.+的$)/
/** 在整改验收合格之前 · …的: whatever verb stands in it. */
const CLOSED_FRAME =
  /的$|^围绕.+的(?:总体|中心|重点|战略)?(?:目标|任务|目标任务|要求|部署|精神|思路|定位|战略|主题|主线|方向|规划|布局|重点)$|^在.+(?:上|中|下|前|后|时|内|方面|期间|过程中)$/
/** Who encourages by law or policy; what follows is soft for all that: 国家鼓励… · 各级人民政府应当支持… */
const ENCOURAGER =
  /^(?:国家|本[省市县区州]|全社会|社会各界|各级人民政府|县级以上.{0,4}人民政府)(?:及其.{2,6}部门)?(?:应当?|要|积极|大力|依法)*(?=[鼓支引倡提])/
/** 将车辆冲洗干净后方可驶出: what has to be done before it */
const ONLY_THEN = /^ *[将把].+方可/
/** 按照…的标准, before a verb */
const RULE = /^按照?[^,;。]{2,40}?的(?:标准|要求|比例|原则|规定|程序|额度|规模)/
/** 纳入清单的项目, 列入计划的工程, : a topic, not a duty. */
const TOPIC = /^(?:纳入|列入|符合|涉及|属于)[^,]{2,40}的(?!.*(?:给予|予以|按规定|优先))[^,]{2,}$/
const SUBJECT_VERB = CLAUSE_CUES.pattern(
  /负责(?!人(?![民口才力防居])|同志|制|任)|承担|牵头(?!单位|部门|人)|每.{0,4}[年月周日天季度](?:至少)?(?:修订|评估|更新|组织|开展|公布|调整)|设在|召开|会同|签订|实行|予以|给予|开展|进行|组织实施|加[大快强]|实施(?!监督|检查|抽查|许可|行政|处罚|方案|意见|细则|办法|情况|主体|单位|以来|过程|效果|[后前的期])|推行|采取|(?:建立|设立|组建|成立|制定|出台|配备|设置)(?=[^,的]{3})|(?<!基本)淘汰|(?:优先|重点|主要|专项)用于|报送|报告|备案|纳入|列入|作为|由.{2,40}(?:组织|办理|确定|制定|审核|审批|批准|认定|公布|分享|解释|决定|执行|实施|办成|保障|承办)/,
)

/** 每年不少于三次: how often, no state. */
const COUNTED = /^不少于[\d一两二三四五六七八九十]+次/

class Clause {
  private found: string | null | undefined

  constructor(
    readonly text: string,
    /** The text from where its verb may begin. */
    readonly rest: string,
    /** Whether 要/应/须/必须 stands in it. */
    readonly modal: boolean,
    readonly words: ModalityWords,
    /** What it can match. */
    readonly cues: number,
  ) {}

  /** The word by which it says that a state is reached; most clauses are known by their first word. */
  get state(): string | null {
    if (this.found === undefined) this.found = stateOf(this.rest, this.words, this.cues)
    return this.found
  }
}

type Found = readonly [kind: PredicateKind, word: string, initial: boolean] | null

/** Read the predicate of a clause of the folded text. `skip` are time expressions that may stand before it. */
export function readPredicate(
  folded: string,
  span: Span,
  lexicon: Lexicon,
  skip: readonly Span[],
): Predicate {
  const words = modalityWords(lexicon)
  const text = folded.slice(span.start, span.end)
  const rest = folded.slice(skipAdverbs(folded, span, words, skip), span.end)
  const cues = CLAUSE_CUES.in(folded, span.start, span.end)
  const modal = MODAL.test(cues, text)
  const clause = new Clause(text, rest, modal, words, cues)
  for (const read of READERS) {
    const found = read(clause)
    if (found) return { kind: found[0], word: found[1], initial: found[2], modal }
  }
  return { kind: 'other', word: '', initial: false, modal }
}

/** What a clause may be, in the order in which it is asked. */
const READERS: readonly ((clause: Clause) => Found)[] = [
  openingWord,
  prohibition,
  topic,
  openingVerb,
  permission,
  openingResult,
  modalVerb,
  bareVerb,
  byRule,
  ({ state }) => (state === null ? null : ['state', state, false]),
  frame,
  subjectVerb,
  reached,
]

/** 严禁… · 鼓励… · 国家鼓励… */
function openingWord({ rest, words }: Clause): Found {
  const prohibited = words.prohibit.at(rest, 0)
  if (prohibited) return ['prohibit', prohibited, true]
  const subject = ENCOURAGER.exec(rest)?.[0].length ?? 0
  const encouraged = words.encourage.at(rest, subject)
  return encouraged && rest.length > encouraged.length ? ['encourage', encouraged, true] : null
}

/** 任何单位不得… */
function prohibition({ text, rest, cues }: Clause): Found {
  const middle = PROHIBIT.exec(cues, text)
  if (
    !middle ||
    /^(?:使用|建立|查处|打击|明确|划定|公布|设置|标明)/.test(rest) ||
    (middle[0].startsWith('不') ? /[《“]/ : /[的《“]/).test(text[middle.index - 1] ?? '')
  )
    return null
  return ['prohibit', middle[0], middle.index === 0]
}

/** 纳入清单的项目, */
function topic(clause: Clause): Found {
  const { rest, modal, cues } = clause
  if (modal || !TOPIC.test(rest) || clause.state || PERMIT.test(cues, rest)) return null
  return ['frame', rest.slice(0, 2), true]
}

/** 健全… · 推动…提升 */
function openingVerb(clause: Clause): Found {
  const { rest, modal, words } = clause
  const verb = words.directive.at(rest, 0) ?? words.ambiguous.at(rest, 0)
  if (!verb || verb.length >= rest.length || isNoun(rest, verb)) return null
  return modal || CAUSAL.test(rest) || !isSubject(rest, verb, clause.state, words)
    ? ['directive', verb, true]
    : null
}

/** 申请人可以向… · 有权… */
function permission({ text, modal, cues }: Clause): Found {
  const permitted = modal || ONLY_THEN.test(text) ? null : PERMIT.exec(cues, text)
  return permitted && !/[(“][^)”]*$/.test(text.slice(0, permitted.index))
    ? ['permit', permitted[0], false]
    : null
}

/** 完成上级交办的其他工作: a duty, whatever it is */
const ASSIGNED = /^完成.{0,20}(?:交办|交给|布置|安排|部署|下达|委托)的/

/** 形成…格局 */
function openingResult({ rest, modal, words }: Clause): Found {
  if (ASSIGNED.test(rest)) return ['directive', '完成', true]
  const result = modal || COUNTED.test(rest) ? undefined : words.result.at(rest, 0)
  return result && rest.length > result.length ? ['result', result, true] : null
}

/** 分步推进 · 扎实治理: an adverb and a verb to act on what was said before */
function bareVerb({ text, rest, modal, words }: Clause): Found {
  if (modal || text.length - rest.length < 2 || rest.length > 4) return null
  // 2025年底前全部上线
  if (text.endsWith(`全部${rest}`)) return ['state', '全部', false]
  return words.directive.at(rest, 0) === rest && !words.nounlike.has(rest) ? ['directive', rest, true] : null
}

/** 每项补助不超过50万元 · 最高奖励20万元 · 按每个不超过5万元给予奖补: what is granted, whatever the limit */
const GRANT =
  /(?:奖励|奖补|补助|补贴|资助)(?:金额|标准)?(?:(?:不超过|最高|不低于)(?=[^,]{0,6}\d)|\d)|(?:给予|予以)(?=[^,]{0,12}(?:补助|补贴|奖[励补]|资助|贴息|补偿))/

/** 按照每张床位不高于3000元的标准给予补贴: the figure is that of a rule, the verb comes after it. */
function byRule({ rest, words }: Clause): Found {
  const grant = GRANT.exec(rest)
  if (grant) return ['directive', grant[0].slice(0, 2), false]
  const rule = rest.startsWith('按') ? RULE.exec(rest)?.[0] : undefined
  const verb = rule && words.directive.at(rest, rule.length)
  return verb ? ['directive', verb, false] : null
}

/** 实现信息互联互通: what is reached, although 实现 may announce a verb (实现全面覆盖); so 将 before its object */
function reached({ text, rest }: Clause): Found {
  const skipped = text.slice(0, text.length - rest.length)
  if (skipped.endsWith('将')) return ['directive', '将', true]
  return skipped.endsWith('实现') ? ['result', '实现', true] : null
}

/** 各地要… · 将…纳入… · 对…给予不超过…的补助 */
function modalVerb({ text, rest, modal, cues }: Clause): Found {
  if (modal) return ['directive', MODAL.exec(cues, text)?.[0] ?? '', false]
  return /^(?:[将把]|对.{1,40}?(?:给予|予以))/.test(rest) ? ['directive', rest.slice(0, 1), true] : null
}

/** 对在防控中表现突出的(人员) */
const TOPICAL = /^对(?:于)?[^,]{2,60}的[^,、的]{2,12}$/

/** 以…为重点 · 在…领域制定… · 对…给予… */
function frame({ rest, words }: Clause): Found {
  if (!FRAME.test(rest) && !/^[对在为与向就因]/.test(rest)) return null
  const inner = CLOSED_FRAME.test(rest) ? null : innerVerb(rest, words)
  // 对在防控中表现突出的人员, : the verb says which of them
  const verb = inner && TOPICAL.test(rest) && rest.lastIndexOf(inner) < rest.lastIndexOf('的') ? null : inner
  return verb ? ['directive', verb, false] : ['frame', rest.slice(0, 1), true]
}

/** 领导小组适时召开… · 各行业逐步推行… */
function subjectVerb({ text, words, cues }: Clause): Found {
  const verb = SUBJECT_VERB.exec(cues, text)?.[0] ?? innerVerb(text, words)
  return verb ? ['directive', verb, false] : null
}

/** 在风险可控的前提下(鼓励…) */
const PREMISE = /在[^,、;。]{2,24}?(?:前提下|基础上|条件下|情况下|框架下|范围内|过程中)/y

/** 到2020年, 进一步 认真 要 … : where the verb may begin. */
function skipAdverbs(folded: string, clause: Span, words: ModalityWords, skip: readonly Span[]): number {
  let at = clause.start
  for (let moved = true; moved && at < clause.end;) {
    moved = false
    const time = skip.length === 0 ? undefined : startingAt(skip, at)
    const step =
      (time && time.end - at) ||
      words.before.at(folded, at)?.length ||
      connective(folded, at) ||
      premise(folded, at)
    if (step && at + step < clause.end && (time || !words.directive.at(folded, at))) {
      at += step
      moved = true
    }
  }
  return at
}

function premise(folded: string, at: number): number {
  PREMISE.lastIndex = at
  return folded[at] === '在' && PREMISE.test(folded) ? PREMISE.lastIndex - at : 0
}

function startingAt(spans: readonly Span[], at: number): Span | undefined {
  for (const span of spans) if (span.start === at) return span
  return undefined
}

/** 一是 · 并 · 、: the length of what ties a clause to the one before. */
function connective(folded: string, at: number): number {
  const sign = folded.charAt(at)
  if (' 并且及和或、:-'.includes(sign)) return 1
  return folded[at + 1] === '是' && '一二三四五六七八九十'.includes(sign) ? 2 : 0
}
