import { WordList, type Lexicon } from '../../grammar/index.js'

/** How the words behind a subject go on. */
export interface Predicate {
  /** `modal` 要 应当 不得 · `duty` 负责 承担 · `verb` a bare verb · `means` 按照… 对… 以…: the verb comes later */
  readonly kind: 'modal' | 'duty' | 'verb' | 'means'
  /** Where the first verb or preposition stands. */
  readonly at: number
  /** The first verb. */
  readonly word: string
}

/** 要 应 可 … that open a longer word are no modals: 要求 应急 可行性 */
const MODAL_NOT: Readonly<Record<string, RegExp>> = {
  要: /^要[求素点件害闻领旨约]/,
  应: /^应(?:急|用|届|力|聘|税|收(?![集取回缴治看])|付|对(?:气候|突发|能力|机制|处置|措施|工作))/,
  需: /^需[求]/,
  可: /^可(?:行|再|持续|靠|见|能)/,
  须: /^须知/,
  将: /^将[来军]/,
}
/** Behind a verb these make it a noun or the name of an office: 负责人 负责同志 领导班子 */
const VERB_NOT =
  /^(?:部(?![署分])|局(?!部)|厅|委(?![员托派])|办(?![理好学事成])|人(?![员才民大力文])|制(?![定订作发止造约裁])|额(?!度)|量(?!化)|力(?![量度争])|权(?![限力责益])|法(?![治律规制])|类|型|式|性(?![质能])|化(?![解工肥])|案(?!件)|表(?!彰)|单(?!位)|网(?![络上点约])|[者率度])/
/** 监管责任 · 协调机制: behind a verb that is as often a noun, these make it one. */
const NOUN =
  /^(?:主体|责任|机制|体系|能力|水平|制度|情况|工作|方案|规划|计划|标准|资金|经费|职责|职能|意识|作用|服务|项目|活动|成果|结果|效能|效率|机构|队伍|平台|系统|力度|格局|模式|措施|效果)/
const NOMINAL = new Set(
  '监管 监督 管理 协调 治理 服务 组织 投入 联动 协同 保障 支持 执法 检测 监测 考核 评估 评价 领导 合作 沟通 采购 审批 培训 宣传 指导 检查 督查 督导 交流 应用 运行 运营 建设 发展 改革 审计 统计 分析 补贴 补助 奖励 扶持 处罚 规划 防控 防治 救助 储备 供应 运输 教育 设计 研究'.split(
    ' ',
  ),
)
/** Fields of government that are verbs too, and may act as such right behind a subject. */
const ACTS = new Set([
  '组织',
  '主管',
  '监督',
  '建设',
  '宣传',
  '管理',
  '调查',
  '统计',
  '审计',
  '征收',
  '储备',
  '采购',
  '考核',
  '督查',
  '防范',
  '研究',
  '编制',
  '使用',
])
/** 区政府(接报后)应在1小时内… */
const TOLD = /^(?:接报|接警|接到|收到|获悉|得知)[^,。;]{0,12}?后/
/** 负责人民调解 · 负责人口登记: no 负责人 */
const PEOPLE = /[民口才力防居]/
/** 县级疾控中心具备检测能力: what a body is like, no duty of it. */
const STATES = new Set([
  '具备',
  '拥有',
  '达到',
  '处于',
  '位居',
  '超过',
  '高于',
  '低于',
  '优于',
  '不低于',
  '不高于',
  '跻身',
  '得到',
])
const TIME =
  /(?:[一二两三四五六七八九十半]{1,2}(?:个)?(?:年|月|工作日|日|周)内|(?:从|自|到|于|在|至)?(?:每年|今年|明年|当年|\d{4}年|次年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:上半年|下半年|年底|月底|底|初|末|年内)?(?:之?前|以前|起|内)?)/y
const TIME_FIRST = new Set('从自到于在至每今明当次上下年月底初末起内之以前0123456789一二两三四五六七八九十半')
/** After one of these comes a verb, known or not: 检察机关依法提起公益诉讼 */
const STRONG = /(?:依法|积极|认真|切实|及时|定期|主动|严格|统一|共同|适时|随时|每月|每季度|每年)$/
const SMALL = [
  '请',
  '务请',
  '也',
  '还',
  '均',
  '都',
  '再',
  '就',
  '又',
  '各',
  '同时',
  '分别',
  '共同',
  '具体',
  '主要',
  '一般',
  '原则上',
  '首先',
  '每年',
  '每季度',
  '每月',
  '每半年',
  '定期',
  '至少',
  '带头',
  '另行',
  '每周',
  '常态化',
  '适时',
  '及时',
  '不再重复',
]
/** 市体育局是全市体育场馆的主管部门 */
const COMPETENT =
  /^[是为][^,;。]{0,30}?(?:(主管|牵头|责任|监管|管理|执法|登记|实施|组织|推荐|受理|审批|承办|指导|监督|落实|配合|参与|协办)(?:部门|机关|单位|机构)|(?:责任|实施)主体)$/
/** 县级以上人民政府(负有安全生产监督管理职责的部门) */
const CHARGED = /^(?:依法)?(?:负有|承担|履行)[^,;。]{2,20}(?:职责|职能)的(?:部门|机构|单位|机关)/
/** 市财政局的主要职责是: */
const DUTIES = /^的?(?:主要|具体|工作)?职责(?:是|为|包括|如下)/
const PAST = /^(?:.{0,12}了|《|.{1,6}《[^》]*》(?:以来|后|$))/
const DEED = new Set([
  '印发',
  '出台',
  '发布',
  '颁布',
  '召开',
  '作出',
  '提出',
  '部署',
  '决定',
  '批准',
  '同意',
  '修订',
  '公布',
  '下发',
])

/** Reads what stands behind a possible subject. */
export class Predicates {
  private readonly modals: WordList
  private readonly manner: WordList
  private readonly verbs: WordList
  private readonly duty: WordList
  private readonly preposition: WordList
  private readonly office: WordList
  private readonly field: WordList
  private readonly small: WordList

  constructor(lexicon: Lexicon) {
    this.modals = lexicon.list('modals.duty')
    this.manner = lexicon.list('modals.manner')
    const names = [
      'verbs.directive',
      'verbs.duty',
      'verbs.ambiguous',
      'verbs.purpose',
      'verbs.result',
      'roles.predicate',
      'verbs.prohibit',
      'verbs.permit',
    ]
    this.verbs = new WordList(names.flatMap((name) => [...lexicon.list(name).words]))
    this.duty = lexicon.list('verbs.duty')
    this.preposition = lexicon.list('roles.preposition')
    this.office = lexicon.list('roles.office')
    this.field = lexicon.list('organs.field')
    this.small = new WordList(SMALL)
  }

  /** The predicate that starts at `pos`, or null where something else stands there. */
  at(text: string, pos: number, limit: number): Predicate | null {
    const holder = this.office.at(text, pos)
    if (holder !== undefined && !(holder === '负责人' && PEOPLE.test(text[pos + 3] ?? ''))) return null
    if (CHARGED.test(text.slice(pos, pos + 30))) return null
    const office =
      '是为'.includes(text[pos] ?? ' ') && COMPETENT.exec(text.slice(pos, Math.min(limit, pos + 40)))
    if (office) return { kind: 'duty', at: pos, word: office[1] ?? '主管' }
    if (DUTIES.test(text.slice(pos, Math.min(limit, pos + 12))))
      return { kind: 'duty', at: pos, word: '职责' }
    let at = pos
    for (let turns = 0; turns < 6 && at < limit; turns++) {
      const modal = this.modals.at(text, at)
      if (modal !== undefined && !MODAL_NOT[modal]?.test(text.slice(at, at + 6)))
        return this.modal(text, at, modal, limit)
      const verb = this.verb(text, at, limit)
      if (verb) return verb
      const manner = this.manner.at(text, at)?.length ?? 0
      const preposition = this.preposition.at(text, at)
      if (
        preposition !== undefined &&
        (preposition.length >= manner || preposition === '每年') &&
        !/^(?:为主|以及|以上|以下|以外|对口|同级|自然|经济|在内)/.test(text.slice(at, at + 2))
      ) {
        return { kind: 'means', at, word: preposition }
      }
      const skip = this.adverb(text, at)
      if (skip === 0)
        return STRONG.test(text.slice(pos, at)) ? { kind: 'verb', at, word: text.slice(at, at + 2) } : null
      at += skip
    }
    return null
  }

  /** 要加强… : the verb behind the modal, if it is near. */
  private modal(text: string, at: number, modal: string, limit: number): Predicate {
    let pos = at + modal.length
    for (let turns = 0; turns < 6 && pos < limit; turns++) {
      const verb = this.verb(text, pos, limit, true)
      if (verb) return { kind: 'modal', at: verb.at, word: verb.word }
      const skip = this.adverb(text, pos)
      if (skip === 0) break
      pos += skip
    }
    return { kind: 'modal', at: pos, word: modal }
  }

  private adverb(text: string, at: number): number {
    const told = '接收获得'.includes(text[at] ?? ' ')
      ? TOLD.exec(text.slice(at, at + 20))?.[0].length
      : undefined
    if (told !== undefined) return told
    const manner = this.manner.at(text, at)?.length ?? 0
    const skip = Math.max(manner, this.small.at(text, at)?.length ?? 0)
    if (!TIME_FIRST.has(text[at] as string)) return skip
    TIME.lastIndex = at
    return Math.max(skip, TIME.exec(text)?.[0].length ?? 0)
  }

  private verb(text: string, at: number, limit: number, sure = false): Predicate | null {
    const word = this.verbs.at(text, at) ?? ''
    if (word === '') return null
    const manner = this.manner.at(text, at)?.length ?? 0
    if (at + word.length > limit || manner > word.length) return null
    const rest = text.slice(at + word.length, Math.min(limit, at + word.length + 24))
    if (
      /^(?:负责(?:人(?![民口才力防居])|同志|制(?![定订作]))|设[在于立]在?)/.test(word + rest) &&
      !/^设立(?!在)/.test(word + rest)
    )
      return null
    if (word.length === 1 && !'抓报处可'.includes(word)) return null
    if (word === '可' && MODAL_NOT.可?.test(word + rest)) return null
    if (rest.startsWith('的') && word.length > 1) return null
    if (sure) return { kind: 'verb', at, word }
    if (STATES.has(word)) return null
    if (NOMINAL.has(word) && NOUN.test(rest)) return null
    if (this.field.has(word) && !ACTS.has(word)) return null
    if (VERB_NOT.test(rest) || (DEED.has(word) && PAST.test(rest)) || /^[了过]/.test(rest)) return null
    const duty = this.duty.has(word) && /^(?:负责|承担|牵头|主管|会同|配合|协助|参与|参加)$/.test(word)
    return { kind: duty ? 'duty' : 'verb', at, word }
  }
}

const cache = new WeakMap<Lexicon, Predicates>()

/** The reader of predicates for a lexicon, made once. */
export function predicatesOf(lexicon: Lexicon): Predicates {
  let predicates = cache.get(lexicon)
  if (!predicates) cache.set(lexicon, (predicates = new Predicates(lexicon)))
  return predicates
}
