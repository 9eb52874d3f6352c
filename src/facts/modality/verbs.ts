import { CLAUSE_CUES } from './clause-cues.js'
import type { ModalityWords } from './words.js'

const FIGURE_STATE = CLAUSE_CUES.pattern(
  /达到|达标$|稳定在|保持在|控制在|不低于|不高于|不少于(?![\d一两二三四五六七八九十]+次)|不超过|低于|高于|超过|突破\d|为零|占.{0,20}(?:比例|比重|的)|降至|增至|提高到|提升到|下降到|[率度数量额比重]达\d?|取得(?:显著|明显|重大|重要|积极|突破|新)|走在.{0,8}前列|位居|迈上|上台阶|成为|得到|形成(?!工作合力|合力)|建成(?!区)|实现(?!.*机制)|(?:基本|全面|全部|如期|按期|提前)完成|(?:增长|下降|降低|提高|提升|减少|增加|压[缩减]|缩短|削减|上升|递增)(?:约|近|超过|不低于|不少于|至少)?\d|[快优好慢]于(?!或)|同步$|持平$|保持[^,]{0,6}(?:领先|前列|第一|首位)|全覆盖$|名列|跻身|进入.{0,8}(?:行列|方阵|前)|蔚然成风|.{2}全部|总量.{0,6}\d/,
)
/** What ties a word to a noun beside it. */
const LINK = /[的、和与及]/

/** 以乡镇为单元整体推进: what has no subject is an act. */
const MEANS = /^(?:以.{1,20}为|按照?|依托|通过|围绕)/

/** The word by which a clause says that a state is reached: …显著提升 · …达到98%以上 · …更加完善 */
export function stateOf(rest: string, words: ModalityWords, cues: number): string | null {
  let length = rest.length
  while (length > 0 && '”’)》等'.includes(rest.charAt(length - 1))) length--
  const end = rest.slice(0, length)
  if (/更[高优强大好快深广实美足浓严多新全富]$/.test(end)) return end.slice(-2)
  const change = MEANS.test(rest) ? undefined : words.change.endingAt(end, end.length)
  if (change) {
    const before = end.slice(0, end.length - change.length)
    if (before === '' || words.degree.endingAt(before, before.length) !== undefined) return change
    if (/[前内底末]$/.test(before) && /\d/.test(before)) return change
    if (before.length >= 4 && words.measured.endingAt(before, before.length) !== undefined) return change
  }
  return FIGURE_STATE.exec(cues, rest)?.[0] ?? null
}

/** 建设工程质量稳步提升 · 纳入清单的项目全部完成: the verb belongs to the subject of a state. */
export function isSubject(rest: string, verb: string, state: string | null, words: ModalityWords): boolean {
  if (state === null) return false
  if (words.nounlike.has(verb)) return true
  const end = rest.indexOf(state, verb.length)
  return (
    /的(?!(?:基础|原则)上)/.test(rest.slice(verb.length, end)) && !/[、和与及]/.test(rest.charAt(end - 1))
  )
}

/** 监督抽查合格率 · 建设单位 · 管理体系: a word of the verb list that only begins a noun. */
export function isNoun(rest: string, verb: string): boolean {
  const after = rest.slice(verb.length)
  if (
    /^(?:人(?![才口民均居工])|单位|部门|机构|中心|工作(?:要|应|由)|主体|企业要|者|率|量|权|费|款|型|性|业(?!务)|期间|过程|(?:标准|比例|额度|金额|期限|条件|对象|范围)(?:可|为|按|由|应|原则上|根据|不))/.test(
      after,
    )
  )
    return true
  return after.startsWith('的')
}

/** 在…领域制定…, 各行业逐步推行…: a directive verb inside the clause. */
export function innerVerb(text: string, words: ModalityWords): string | null {
  const verbs = words.directive
  const framed = /^[在对为与向就以按根通针围结依从因]/.test(text)
  for (let from = 0; from < text.length; from++) {
    const adverb = words.adverb.at(text, from)
    if (adverb === undefined) continue
    const at = from + adverb.length
    const verb = verbs.at(text, at) ?? (framed ? words.ambiguous.at(text, at) : undefined)
    if (verb && at + verb.length < text.length && (verbs.has(verb) || text[at + verb.length] !== '的'))
      return verb
  }
  if (!framed) return null
  for (let at = text.length - 3; at > 1; at--) {
    const verb = verbs.at(text, at)
    if (!verb || verb.length < 2 || at + verb.length >= text.length) continue
    if (LINK.test(text.charAt(at - 1)) || LINK.test(text.charAt(at + verb.length))) continue
    return verb
  }
  return null
}
