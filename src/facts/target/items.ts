import type { Span } from '../../source/span.js'
import type { Reader } from './head.js'

/** One of the metrics that share a figure: its own words and the part that it shares with the next. */
export interface Item extends Span {
  /** Absent where the item is complete in itself; else the span of the shared end: 药品(质量抽检总体合格率). */
  readonly shared: Span | null
}

const OPEN = '(“‘《〈【[〔「'
const CLOSE = ')”’》〉】]〕」'

/**
 * The metrics named before a shared figure: 药品、化妆品质量抽检总体合格率 → two, of which the first borrows the end of the
 * second. `joint`: whether 和 and 及 part them as 、 does. Without 分别 or 均 before the figure (`plain`) they must share such an end. One item where the words are not a plain enumeration (…等违禁物, 各县、区…).
 */
export function splitItems(reader: Reader, head: Span, plain: boolean, joint = true): Item[] {
  const parts = partsOf(reader, head, joint)
  const whole = [{ start: head.start, end: head.end, shared: null }]
  const last = parts[parts.length - 1]
  if (parts.length < 2 || !last || isOne(reader.folded, head, last)) return whole
  if (plain && isJoint(reader, parts, last)) return whole
  const items: Item[] = []
  let shared: Span | null = null
  for (const part of parts.reverse()) {
    if (part === last) {
      items.unshift({ start: part.start, end: part.end, shared: null })
      continue
    }
    if (endsInMeasure(reader, part) || endsInAmount(reader, part, last)) {
      items.unshift({ start: part.start, end: part.end, shared: null })
      shared = null
      continue
    }
    const model: Item = items[0] as Item
    shared ??= sharedEnd(reader, part, model)
    if (shared === null && plain) return whole
    items.unshift({ start: part.start, end: part.end, shared })
  }
  return items
}

/** 各县、区… · 省、市、县三级… · …等违禁物…: a list that names one thing. */
const isOne = (folded: string, head: Span, last: Span): boolean =>
  /^(?:[各每]|全[部体]|所有)/.test(folded.slice(head.start, head.start + 2)) ||
  /^[^、]{1,6}?(?:[两二三四五六七八九十]|\d{1,2})[级地类方者个项种端](?!以上|及|以下)/.test(
    folded.slice(last.start, last.end),
  ) ||
  isExemplary(folded, last)

/**
 * Without 分别 or 均 things that are named together have one share (煤炭和焦炭…的比例), and what qualifies the first
 * qualifies all: 单一水源供水的(县城和重点乡镇)…建成率.
 */
function isJoint(reader: Reader, parts: readonly Span[], last: Span): boolean {
  const { folded } = reader
  const first = parts[0] as Span
  if (parts.every((part) => part === last || endsInMeasure(reader, part))) return false
  if (/(?:占比|比例|比重|比率|份额)$/.test(folded.slice(last.start, last.end))) return true
  // 企业和群众满意度: one index of both, but 企业满意度和群众满意度, 企业、群众满意度
  if (isFelt(folded.slice(last.start, last.end)) && !folded.slice(first.start, last.start).includes('、'))
    return true
  return (
    folded.slice(first.start, first.end).includes('的') && !folded.slice(last.start, last.end).includes('的')
  )
}

const isFelt = (name: string): boolean => /(?:满意[度率]|获得感|幸福感|安全感)$/.test(name)

/** Cut at 、 and, where they join, 和 以及 outside brackets and quotations. */
function partsOf(reader: Reader, head: Span, joint: boolean): Span[] {
  const { folded, words } = reader
  const parts: Span[] = []
  let depth = 0
  let start = head.start
  for (let at = head.start; at < head.end; at++) {
    const c = folded.charAt(at)
    if (OPEN.includes(c)) depth++
    else if (CLOSE.includes(c)) depth--
    if (depth > 0) continue
    const length =
      c === '、'
        ? 1
        : !joint
          ? 0
          : folded.startsWith('以及', at)
            ? 2
            : ('和及'.includes(c) && !isInWord(folded, at)) ||
                (c === '与' && endsInMeasure(reader, { start, end: at }))
              ? 1
              : 0
    if (length === 0 || at === start || at + length >= head.end) continue
    // 新增和更新车辆中…: two verbs with one object
    if (c !== '、' && words.count.endingAt(folded, at) && words.count.at(folded, at + length)) continue
    parts.push({ start, end: at })
    start = at + length
    at += length - 1
  }
  parts.push({ start, end: head.end })
  return parts
}

/** 和谐 · 普及率 · 及时率: the sign is part of a word. */
function isInWord(folded: string, at: number): boolean {
  const before = folded.charAt(at - 1)
  const after = folded.charAt(at + 1)
  return folded[at] === '和'
    ? '谐平美睦'.includes(after) || '共总饱缓调'.includes(before)
    : '时格其'.includes(after) || folded.startsWith('以', at + 1) || '普涉波以危'.includes(before)
}

/** …等违禁物抽检合格率: the enumeration only gives examples of one thing. */
const isExemplary = (folded: string, last: Span): boolean =>
  /^[^、]{0,30}(?<![高中初平同均相对优特上下])等(?![级次同于额高])/.test(folded.slice(last.start, last.end))

function endsInMeasure({ folded, words }: Reader, part: Span): boolean {
  const noun = words.rateNoun.endingAt(folded, part.end)
  return noun !== undefined && noun.length < part.end - part.start && noun !== '面' && noun !== '水平'
}

/** 铁路货运量、铁路货运周转量: an amount that is named in full. */
function endsInAmount({ folded, words }: Reader, part: Span, last: Span): boolean {
  const noun = words.amountNoun.endingAt(folded, part.end)
  if (noun === undefined || noun.length >= part.end - part.start) return false
  // 化学需氧量(排放总量): what is discharged
  if (folded.startsWith('需氧', part.end - 3)) return false
  return words.amountNoun.endingAt(folded, last.end)?.at(-1) === noun.at(-1)
}

/** Signs that end the names of places, bodies and people: 建制村(通邮率) */
const NOUN_END = '市县区镇乡村户校院园所站厂品业人者员民童生馆场'

/** By so many signs the last of several items may be longer than those before it and still be a name alone. */
const FURTHER = 3

/** The end of `model` that `part` shares, or null where none can be told. */
export function sharedEnd(reader: Reader, part: Span, model: Span): Span | null {
  const { folded, words } = reader
  const end = model.end
  const each = /[生户人校村班]均/.exec(folded.slice(model.start, end))
  if (each && each.index > 0) return { start: model.start + each.index, end }
  const alike = folded.charAt(part.end - 1)
  if ('级类型性'.includes(alike)) {
    const at = folded.slice(model.start, end).indexOf(alike)
    if (at > 0) return { start: model.start + at + 1, end }
  }
  const noun = [words.rateNoun, words.amountNoun, words.timeNoun]
    .map((list) => list.endingAt(folded, end))
    .find((word) => word !== undefined)
  if (noun === undefined) return null
  let at = end - noun.length
  const stops = [at]
  for (
    let word = words.property.endingAt(folded, at);
    word !== undefined;
    word = words.property.endingAt(folded, at)
  ) {
    if (at - word.length < model.start) break
    at -= word.length
    stops.push(at)
  }
  // 城镇污水、生活垃圾处理率: every word could be shared; keep about as much as the other item has.
  if (at === model.start) {
    const wanted = model.start + (part.end - part.start)
    const fit = stops.filter((stop) => stop > model.start)
    if (fit.length === 0) return null
    return {
      start: fit.reduce((best, stop) => (Math.abs(stop - wanted) < Math.abs(best - wanted) ? stop : best)),
      end,
    }
  }
  // 图书馆、文化馆|一级馆率: the names end alike
  const same = NOUN_END.includes(alike) ? folded.slice(model.start, at).indexOf(alike) : -1
  if (same > 0) return { start: model.start + same + 1, end }
  const bare = stops.length > 1 ? at - model.start - (part.end - part.start) : 0
  if (stops.length > 1 && (bare <= FURTHER || !folded.slice(part.end, model.start).includes('、')))
    return { start: at, end }
  const parallel = folded.slice(part.end - 2, part.end)
  const found = folded.slice(model.start, at).indexOf(parallel)
  if (found > 0) return { start: model.start + found + 2, end }
  const wanted = model.start + (part.end - part.start)
  // 果蔬、肉类、水产品|产地低温处理率
  for (const off of [0, 1, -1, 2, -2, 3]) {
    if (
      wanted + off > model.start &&
      wanted + off < at &&
      NOUN_END.includes(folded.charAt(wanted + off - 1))
    ) {
      return { start: wanted + off, end }
    }
  }
  return { start: stops.length > 1 ? at : Math.min(wanted, at), end }
}
