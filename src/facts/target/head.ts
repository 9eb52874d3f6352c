import type { Span } from '../../source/span.js'
import { overlaps } from '../../source/span.js'
import { type TargetWords, wordIn } from './words.js'

/** What the parts of this folder look at. */
export interface Reader {
  readonly folded: string
  readonly text: string
  readonly words: TargetWords
  /** In order. */
  readonly times: readonly Span[]
}

/** Further back than this no metric begins. */
const REACH = 200

/** …零售总额达到5000亿元、年均增长9%: the metric is the one before. */
export const AVERAGE = /^(?:年均|平均|人均|每年|年度)$/

/** Signs between the figures of an enumeration, and bullets. */
const SIGNS = ' 、,;:-—•·●○◆■□★※>"'
/** 按照(每万名儿童配备1名…的标准) */
const BY = /按照?(?=每)/y

const NUMBERING =
  /\d{1,2}[.、)](?!\d)|\(?[一二三四五六七八九十]{1,3}[)、]|[①-⑳]|(?:到|至|于|在)?\d{4}年(?:底|末)?(?:前|以前|之前)?/y

/** 在全省范围内(遴选…) */
const WHERE = /在[^,;、。()]{1,12}[内中上]/y

/** 省级财政(每年安排…) · 市教育局应当(培训…): who is to do it, before the verb. */
const AGENT = /[^,、;。()的\d]{1,12}?(?:财政|厅|局|委|政府|部门|办公室|管委会)(应当|要|应|须)?/y

/** 各乡镇要(组建…) · 市、县两级(引进…): all of a kind, as the agent */
const ALL =
  /(?:各[^,;。的\d]{1,20}?(?:应当|要(?!求)|应(?!急|用)|须)|[省市县区州乡镇村、()级]{2,16}[两三]级)(?:至少)?/y

/** 主汛期前 · 春节前: an event that bounds the time, as a date does. */
const EVENT =
  /(?:主?汛期?|春节|国庆节?|元旦|供[暖热]季|采暖季|入冬|春耕|开学|学年|年度|秋收|高考)(?:来临|到来|开始)?(?:之前|以前|前|后)/y

/** 三年(累计授信…) · 未来五年内(新增…) */
const YEARS = /(?:未来|今后)?[一二两三四五六七八九十\d]{1,2}年[内间]?/y

/**
 * Where the metric begins: after signs, numbering, times, 力争 确保 实现 其中, and after 积极 重点 where a verb follows.
 * (到2020年,)力争(拥有…) · 重点(帮扶50家…) · 使(装配式建筑占比…)
 */
export function headStart(reader: Reader, from: number, end: number): number {
  const { folded, words } = reader
  let at = afterQuote(folded, Math.max(from, end - REACH), end)
  for (let before = -1; before !== at && at < end;) {
    before = at
    while (at < end && SIGNS.includes(folded.charAt(at))) at++
    NUMBERING.lastIndex = at
    const numbering = NUMBERING.exec(folded)
    if (numbering && at + numbering[0].length <= end) at += numbering[0].length
    BY.lastIndex = at
    if (BY.test(folded)) at = BY.lastIndex
    const time = timeAt(reader, at)
    if (time && time.end <= end) at = time.end
    EVENT.lastIndex = at
    const event = EVENT.exec(folded)
    if (event && at + event[0].length < end) at += event[0].length
    YEARS.lastIndex = at
    const years = YEARS.exec(folded)
    if (years && followsVerb(reader, YEARS.lastIndex, end)) at = YEARS.lastIndex
    at = afterAgent(reader, at, end)
    ALL.lastIndex = at
    if (ALL.test(folded) && (folded[ALL.lastIndex] === '在' || followsVerb(reader, ALL.lastIndex, end)))
      at = ALL.lastIndex
    if (folded[at] === '在') at = afterPlace(reader, at, end)
    const lead = words.lead.at(folded, at)
    if (lead !== undefined && at + lead.length <= end && !isWordStart(folded, at, lead)) at += lead.length
    const manner = words.manner.at(folded, at)
    if (manner !== undefined && followsVerb(reader, at + manner.length, end)) at += manner.length
  }
  return Math.min(at, end)
}

function afterAgent(reader: Reader, at: number, end: number): number {
  AGENT.lastIndex = at
  const agent = AGENT.exec(reader.folded)
  if (!agent) return at
  const close = at + agent[0].length
  const time = timeAt(reader, close)
  const next = time ? time.end : close
  return (time || agent[1]) && followsVerb(reader, next, end) ? next : at
}

/** 在全省范围内(遴选…) · 在试点城市(建成…); `at` where no verb follows. */
function afterPlace(reader: Reader, at: number, end: number): number {
  const { folded, words } = reader
  WHERE.lastIndex = at
  const where = WHERE.exec(folded)
  if (where && followsVerb(reader, at + where[0].length, end)) return at + where[0].length
  if ('建校园岗线册途营读职编院外内室学'.includes(folded.charAt(at + 1))) return at
  for (let next = at + 3; next < Math.min(end, at + 12); next++) {
    if (' ,、;()的'.includes(folded.charAt(next - 1))) return at
    if (words.done.at(folded, next) !== undefined) return next
  }
  return at
}

/** 实现…覆盖率达到: in a clause that leads to a share, the metric begins after the last such word. */
export function afterPurpose(folded: string, start: number, end: number): number {
  let at = start
  for (const match of folded.slice(start, end).matchAll(PURPOSE)) {
    const found = start + match.index
    if (found + match[0].length < end && !isWordStart(folded, found, match[0])) at = found + match[0].length
  }
  return at
}

/** 实现“(人才总量达到…”的目标): a quotation that is still open where the metric ends. */
function afterQuote(folded: string, from: number, end: number): number {
  const open = folded.slice(from, end).lastIndexOf('“')
  return open >= 0 && !folded.slice(from + open, end).includes('”') ? from + open + 1 : from
}

const PURPOSE = /确保|力争|使得|从而使?|保证|实现|^(?:带动|拉动|推动|促进)|[将把使]/g

function followsVerb({ folded, words }: Reader, at: number, end: number): boolean {
  const from = folded.startsWith('累计', at) ? at + 2 : at
  const next = words.count.at(folded, from) ?? words.manner.at(folded, at) ?? words.lead.at(folded, at)
  return next !== undefined && at + next.length <= end
}

function timeAt({ times }: Reader, at: number): Span | undefined {
  const time = times[spanAfter(times, at)]
  return time && time.start <= at ? time : undefined
}

/** 近视率(力争每年)降低0.5个百分点: where the words before a time end that stands right before the bound. */
export function beforeTime({ folded, times, words }: Reader, end: number): number {
  const time = times[spanAfter(times, end - 1)]
  if (!time || time.end !== end || time.start >= end) return end
  let at = time.start
  for (
    let hedge = words.measures.hedge.endingAt(folded, at);
    hedge !== undefined && hedge.length > 1;
    hedge = words.measures.hedge.endingAt(folded, at)
  ) {
    at -= hedge.length
  }
  return at
}

/** Index of the first of the spans, in order, that ends after the offset. */
export function spanAfter(times: readonly Span[], at: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] as Span).end <= at) low = middle + 1
    else high = middle
  }
  return low
}

export const isInTime = (reader: Reader, span: Span): boolean => {
  const time = timeAt(reader, span.start) ?? timeAt(reader, span.end - 1)
  return time !== undefined && overlaps(time, span)
}

/** The words that follow make another word of it: 使用 应急 还田 实现率. */
function isWordStart(folded: string, at: number, lead: string): boolean {
  const next = folded.charAt(at + lead.length)
  return next !== '' && (NOT_LEAD[lead]?.includes(next) ?? false)
}

const NOT_LEAD: Readonly<Record<string, string>> = {
  使: '用命馆者领', 应: '急届用对收税', 要: '素件案害道', 还: '款田林草原贷', 并: '网购联轨', 需: '求要', 到: '位期达校岗户', 以: '上下内外工', 将: '来军', 和: '谐平美',
  与: '会', 把: '关握手', 及: '时格', 即: '时期', 让: '利渡', 实现: '率度', 保证: '金', 也: '', 须: '', 至: '少', 达到: '率', 同时: '率',
} // prettier-ignore

/** The end of the verb, or of several verbs in a row, that a count opens with: 培育 · 组织申报 · 新建、改扩建; `start` if none. */
export function verbEnd({ folded, words }: Reader, from: number, end: number): number {
  const start = folded.startsWith('累计', from) ? from + 2 : from
  let at = start
  for (let count = 0; count < 4; count++) {
    const joined = at > start && '、和及与或并'.includes(folded.charAt(at)) ? at + 1 : at
    const verb =
      at > start
        ? words.done.at(folded, joined)
        : (words.count.at(folded, at) ?? words.directive.at(folded, at))
    if (verb === undefined || joined + verb.length > end) break
    // 规范化种植基地: part of a noun
    if (folded[joined + verb.length] === '化' || folded[joined + verb.length] === '性') break
    at = joined + verb.length
  }
  return at > start ? at : from
}

/**
 * The verb inside a count that opens with a place or a subject: 全市(新建)充电桩1万个. Its end, or undefined.
 * Where an enumeration has its verb already (`carries`), only a head that opens with a place is looked into.
 */
export function innerVerbEnd(
  { folded, words }: Reader,
  start: number,
  end: number,
  carries: boolean,
): number | undefined {
  const place = /^(?:[全各每我本]|[省市县区州镇乡]级|.{1,6}[省市县区州镇乡村户])/.test(
    folded.slice(start, Math.min(end, start + 8)),
  )
  if (!place && (carries || words.preposition.at(folded, start) !== undefined)) return undefined
  const close = wordIn(words.done, folded, start, end)?.end
  // 规范化(种植)基地: part of a noun
  return close !== undefined && words.container.at(folded, close) === undefined ? close : undefined
}
