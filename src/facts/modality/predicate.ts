import type { Lexicon } from '../../grammar/index.js'
import type { Span } from '../../source/span.js'
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

const MODAL =
  /要(?<![主重需必纲摘概紧首扼撮机次简]要)(?![素点求件闻害塞领义务旨道么])|应(?<![供适响效对反相感回呼答顺因]应)(?![用急答变届诊聘邀援力激]|对(?!.{0,30}[进加给予]))|应当|必须|须(?<![必无]须)(?!知)|务必/
const PROHIBIT = /不得|严禁|禁止(?!性)|不准|不许|不允许|杜绝/
const PERMIT = /可(?<![许认宁尚不]可)(?=[以由按根参在向通申依委采给自结将凭])|有权|允许(?<!不允许)/
const CAUSAL = /^(?:推动|推进|促进|促使|确保|保障|保证|保持|实现|使|力争|争取|努力|加快|引领|带动|力求|维护)/
const ADVERB =
  '(?:显著|明显|大幅|大幅度|进一步|全面|不断|持续|稳步|逐步|逐年|基本|更加|有效|普遍|日益|总体|切实|较大|加快|深度|深入|整体|较为|初步|快速|稳定|同步|充分|广泛|有所|趋于|加速|迅速|极大|根本|总体上|更|较|大力|率先|成功|如期|按期|圆满|全部|高效|协调|健康|蓬勃|深刻|稳中有|平稳|得到|取得|逐渐|越来越|愈加|愈发|更为|十分|相对|大为|保持|继续|良性|融合|加)'
const FIGURE_STATE =
  /达到|达标$|稳定在|保持在|控制在|不低于|不高于|不少于|不超过|低于|高于|超过|突破\d|为零|占.{0,20}(?:比例|比重|的)|降至|增至|提高到|提升到|下降到|[率度数量额比重]达\d?|取得(?:显著|明显|重大|重要|积极|突破|新)|走在.{0,8}前列|位居|迈上|上台阶|成为|得到|形成(?!工作合力|合力)|建成|实现(?!.*机制)|名列|跻身|进入.{0,8}(?:行列|方阵|前)|蔚然成风|总量.{0,6}\d/
const FRAME =
  /^(?:以.+为|围绕|按照|按|根据|依据|依照|结合|依托|立足|针对|通过|为了?|鉴于|本着|参照|随着|除|自|从|到|至|截至|在.+(?:的|上|中|下|前|后|时|内|方面|领域|期间|过程中)$|对(?:于)?.+的$|.+的$)/
/** 在整改验收合格之前 · …的: whatever verb stands in it. */
const CLOSED_FRAME = /的$|^在.+(?:上|中|下|前|后|时|内|方面|期间|过程中)$/
/** 纳入清单的项目, 列入计划的工程, : a topic, not a duty. */
const TOPIC = /^(?:纳入|列入|符合|涉及|属于)[^,]{2,40}的[^,]{2,}$/
const ADVERBIAL_VERB =
  /(?:逐步|全面|积极|严格|认真|切实|及时|依法|普遍|广泛|共同|统一|定期|适时|均|分别|具体|原则上|主要|应|一律|全部|直接|自觉|主动|充分|深入|持续|统筹)(?=[\u4e00-\u9fff]{2})/g
const SUBJECT_VERB =
  /负责(?!人|同志|制|任)|承担|牵头(?!单位|部门|人)|设在|召开|会同|签订|实行|予以|给予|开展|进行|组织实施|报送|报告|备案|纳入|列入|作为|由.{2,40}(?:组织|办理|确定|制定|审核|审批|批准|认定|公布|分享|解释|决定|执行|实施|办成|保障|承办)/
const STATE_ADVERB = new RegExp(`${ADVERB}$`)

/** Read the predicate of a clause of the folded text. `skip` are time expressions that may stand before it. */
export function readPredicate(
  folded: string,
  clause: Span,
  lexicon: Lexicon,
  skip: readonly Span[],
): Predicate {
  const text = folded.slice(clause.start, clause.end)
  const words = modalityWords(lexicon)
  const modal = MODAL.test(text)
  const at = skipAdverbs(folded, clause, words, skip)
  const rest = folded.slice(at, clause.end)
  const found = (kind: PredicateKind, word: string, initial: boolean): Predicate => ({
    kind,
    word,
    modal,
    initial,
  })

  const prohibited = words.prohibit.at(folded, at)
  if (prohibited) return found('prohibit', prohibited, true)
  const encouraged = words.encourage.at(folded, at)
  if (encouraged && rest.length > encouraged.length) return found('encourage', encouraged, true)
  const middle = PROHIBIT.exec(text)
  if (middle && !/^(?:使用|建立|查处|打击)/.test(rest)) {
    const before = text.slice(0, middle.index)
    if (!/的$|[《“]/.test(before)) return found('prohibit', middle[0], middle.index === 0)
  }
  const state = stateOf(rest, words)
  if (!modal && !state && !PERMIT.test(rest) && TOPIC.test(rest))
    return found('frame', rest.slice(0, 2), true)
  const verb = words.directive.at(folded, at) ?? words.ambiguous.at(folded, at)
  if (
    verb &&
    verb.length < rest.length &&
    (modal || CAUSAL.test(rest) || !isSubject(rest, verb, state, words))
  ) {
    if (!isNoun(rest, verb)) return found('directive', verb, true)
  }
  const permitted = PERMIT.exec(text)
  if (permitted && !modal && !/[（(“]/.test(text.slice(0, permitted.index)))
    return found('permit', permitted[0], false)
  const result = words.result.at(folded, at)
  if (result && rest.length > result.length && !modal) return found('result', result, true)
  if (modal) return found('directive', MODAL.exec(text)?.[0] ?? '', false)
  if (/^[将把]/.test(rest)) return found('directive', rest.slice(0, 1), true)
  if (state) return found('state', state, false)
  const inner = innerVerb(text, words)
  if (FRAME.test(rest))
    return inner && !CLOSED_FRAME.test(rest)
      ? found('directive', inner, false)
      : found('frame', rest.slice(0, 1), true)
  if (/^[对在为与向就因]/.test(rest))
    return inner ? found('directive', inner, false) : found('frame', rest.slice(0, 1), true)
  const subject = SUBJECT_VERB.exec(text) ?? (inner ? [inner] : null)
  if (subject) return found('directive', subject[0], false)
  return found('other', '', false)
}

/** 到2020年, 进一步 认真 要 … : where the verb may begin. */
function skipAdverbs(folded: string, clause: Span, words: ModalityWords, skip: readonly Span[]): number {
  let at = clause.start
  for (let moved = true; moved && at < clause.end;) {
    moved = false
    const time = skip.find((span) => span.start === at)
    const step =
      (time && time.end - at) ||
      words.before.at(folded, at)?.length ||
      /^(?: |一是|二是|三是|四是|五是|六是|[并且及和或、:-])/.exec(folded.slice(at, at + 2))?.[0].length
    if (step && at + step < clause.end && (time || !words.directive.at(folded, at))) {
      at += step
      moved = true
    }
  }
  return at
}

/** The word by which a clause says that a state is reached: …显著提升 · …达到98%以上 · …更加完善 */
function stateOf(rest: string, words: ModalityWords): string | null {
  const end = rest.replace(/[”’)》等]+$/, '')
  const change = words.change.endingAt(end, end.length)
  if (change) {
    const before = end.slice(0, end.length - change.length)
    if (STATE_ADVERB.test(before) || (/[前内底末]$/.test(before) && /\d/.test(before))) return change
    if (
      before.length >= 4 &&
      !/[和与及、的]$/.test(before) &&
      /(?:水平|能力|率|度|质量|体系|机制|格局|效率|环境|规模|结构|意识|制度|功能|作用|实力|竞争力|基础|条件|标准|服务|收入|产业|优势|总量|比重|问题|隐患)$/.test(
        before,
      )
    )
      return change
  }
  return FIGURE_STATE.exec(rest)?.[0] ?? null
}

/** 建设工程质量稳步提升 · 纳入清单的项目全部完成: the verb belongs to the subject of a state. */
function isSubject(rest: string, verb: string, state: string | null, words: ModalityWords): boolean {
  if (state === null) return false
  if (words.nounlike.has(verb)) return true
  const end = rest.indexOf(state, verb.length)
  return /的(?!(?:基础|原则)上)/.test(rest.slice(verb.length, end)) && !/[、和与及]$/.test(rest.slice(0, end))
}

/** 监督抽查合格率 · 建设单位 · 管理体系: a word of the verb list that only begins a noun. */
function isNoun(rest: string, verb: string): boolean {
  const after = rest.slice(verb.length)
  if (
    /^(?:单位|部门|机构|人员|中心|工作(?:要|应|由)|主体|企业要|者|率|量|权|费|款|型|性|业(?!务)|期间|过程)/.test(
      after,
    )
  )
    return true
  return after.startsWith('的')
}

/** 在…领域制定…, 各行业逐步推行…: a directive verb inside the clause. */
function innerVerb(text: string, words: ModalityWords): string | null {
  const verbs = words.directive
  for (const match of text.matchAll(ADVERBIAL_VERB)) {
    const at = match.index + match[0].length
    const verb = verbs.at(text, at)
    if (verb && at + verb.length < text.length) return verb
  }
  if (!/^[在对为与向就以按根通针围结依从因]/.test(text)) return null
  for (let at = text.length - 3; at > 1; at--) {
    const verb = verbs.at(text, at)
    if (!verb || verb.length < 2 || at + verb.length >= text.length) continue
    if (/[的、和与及]$/.test(text.slice(0, at)) || /^[的、和与及]/.test(text.slice(at + verb.length)))
      continue
    return verb
  }
  return null
}
