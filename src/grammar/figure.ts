import type { Span } from '../source/span.js'
import { run } from '../generated/quantity.js'
import { chineseNumber } from './chinese-number.js'
import type { FigureKind, Limit, MeasureWords } from './measure-words.js'
import { Grammar } from './run.js'

/** A figure with its unit and the bound after it: 0.8万亩以上. `end` is after the bound, `valueEnd` before it. */
export interface Figure extends Span {
  readonly valueEnd: number
  readonly value: number | [number, number]
  /** As printed, without 万 and 亿. */
  readonly unit: string | null
  readonly kind: FigureKind
  readonly after: Limit | null
  /** 100余家 */
  readonly more: boolean
  /** A Chinese numeral under ten, which mostly names: 两个 三家 */
  readonly small: boolean
  /** Printed with 万 or 亿. */
  readonly scaled: boolean
}

interface NumberNode {
  readonly digits: string
  readonly chinese: boolean
  readonly scale: string
  readonly point?: string | null
}

interface FigureNode {
  readonly start: number
  readonly end: number
  readonly after: string | null
  readonly figure: NodeValue
}

type NodeValue =
  | { readonly type: 'doubling'; readonly times: string }
  | { readonly type: 'half' }
  | {
      readonly type: 'percent'
      readonly base: string
      readonly low: NumberNode
      readonly high: NumberNode | null
    }
  | { readonly type: 'tenths'; readonly low: NumberNode; readonly high: NumberNode | null }
  | { readonly type: 'fraction'; readonly over: NumberNode; readonly under: NumberNode }
  | { readonly type: 'ratio'; readonly low: [string, string]; readonly high: [string, string] | null }
  | {
      readonly type: 'number'
      readonly low: NumberNode
      readonly high: NumberNode | null
      readonly unit: string | null
      readonly more: boolean
    }

const GRAMMAR = new Grammar<MeasureWords>(run)

const START =
  /[0-9]+|翻[一两二三四]?番|一半|半数|[百千万]分之|零|[一二三四五六七八九十两][零〇一二三四五六七八九十两百千万亿点]*/g

/** 2名以上(含2名)检查人员 */
const INCLUSIVE = /\(含[^()]{0,8}\)/y

/** The bracket that says that a bound is included goes with the figure; the bound may follow it: 90分(含90分)以上 */
function withInclusive(figure: Figure, folded: string, limit: number, words: MeasureWords): Figure {
  INCLUSIVE.lastIndex = figure.end
  if (!INCLUSIVE.test(folded)) return figure
  const end = INCLUSIVE.lastIndex
  const bound = figure.after === null ? words.after.at(folded, end) : undefined
  if (bound === undefined || end + bound.length > limit) return { ...figure, end: Math.min(end, limit) }
  return { ...figure, after: words.afterOf(bound), end: end + bound.length }
}

/** Every figure between two offsets of the folded text, in order. Whether it is a target is not asked here. */
export function readFigures(folded: string, span: Span, words: MeasureWords): Figure[] {
  const figures: Figure[] = []
  // Only the span is searched: a text without figures would be looked through to its end for every unit.
  const text = folded.slice(span.start, span.end)
  START.lastIndex = 0
  for (let match = START.exec(text); match; match = START.exec(text)) {
    const at = span.start + match.index
    const next = span.start + START.lastIndex
    if (isNumeral(match[0]) && !words.canFollow(folded.charAt(next))) continue
    if (isDate(match[0], folded.charAt(next)) || isPartOfName(folded, at)) continue
    if (match[0] === '零') {
      if (isNought(folded, at)) figures.push({ ...NOUGHT, start: at, end: at + 1, valueEnd: at + 1 })
      continue
    }
    const found = GRAMMAR.run<FigureNode>('Figure', folded, at, words)
    if (!found || found.end > span.end) continue
    const figure = withInclusive(toFigure(found.value, folded, words), folded, span.end, words)
    figures.push(figure)
    START.lastIndex = Math.max(next, figure.end) - span.start
  }
  return figures
}

/** 检出率为零 · 事故降至零 */
const isNought = (folded: string, at: number): boolean =>
  /(?:为|降至|降到|降为|归|保持|达到)$/.test(folded.slice(Math.max(0, at - 2), at)) &&
  /^(?:[,，;。、)\s]|$)/.test(folded.slice(at + 1, at + 2))

const NOUGHT = {
  value: 0,
  unit: null,
  kind: 'rate',
  after: null,
  more: false,
  small: false,
  scaled: false,
} as const

const isNumeral = (text: string): boolean => /^[一二三四五六七八九十两]/.test(text) && text !== '一半'

/** 2025年 · 6月 · 30日: parts of dates, which are no quantities. */
const isDate = (digits: string, next: string): boolean =>
  digits.length <= 4 && (next === '月' || next === '日' || (next === '年' && /^(?:19|20)\d\d$/.test(digits)))

/** PM2.5 · ISO9001 · GB 50180 · “1+4” · 第3 · 3.2.1 */
function isPartOfName(folded: string, at: number): boolean {
  const before = folded.charAt(at - 1)
  if (before === '第' || before === '+' || before === '.' || before === '/') return true
  return /[A-Za-z][ -]?$/.test(folded.slice(Math.max(0, at - 2), at))
}

function toFigure(node: FigureNode, folded: string, words: MeasureWords): Figure {
  const { start, end, after } = node
  let valueEnd = end
  if (after !== null) {
    valueEnd -= after.length
    while (folded[valueEnd - 1] === ' ') valueEnd--
  }
  const { value, unit, kind, more = false, small = false, scaled = false } = valueOf(node.figure, words)
  const limit = after === null ? null : words.afterOf(after)
  return { start, end, valueEnd, value, unit, kind, after: limit, more, small, scaled }
}

type Value = Pick<Figure, 'value' | 'unit' | 'kind'> & Partial<Figure>

function valueOf(node: NodeValue, words: MeasureWords): Value {
  switch (node.type) {
    case 'doubling':
      return { value: (2 ** (chineseNumber(node.times) ?? 1) - 1) * 100, unit: '%', kind: 'doubling' }
    case 'half':
      return { value: 50, unit: '%', kind: 'rate' }
    case 'percent': {
      const unit = node.base === '百' ? '%' : node.base === '千' ? '‰' : '‱'
      return { value: pair(numberOf(node.low), node.high && numberOf(node.high)), unit, kind: 'rate' }
    }
    case 'tenths':
      return {
        value: pair(numberOf(node.low) * 10, node.high && numberOf(node.high) * 10),
        unit: '%',
        kind: 'rate',
      }
    case 'fraction':
      return {
        value: rounded((100 * numberOf(node.over)) / numberOf(node.under), 2),
        unit: '%',
        kind: 'rate',
      }
    case 'ratio':
      return { value: pair(quotient(node.low), node.high && quotient(node.high)), unit: null, kind: 'ratio' }
    case 'number': {
      const { low, high } = node
      const shared =
        high && low.scale === '' && high.scale !== '' && numberOf(low) < Number(plain(high.digits))
      const from = shared ? { ...low, scale: high.scale } : low
      return {
        value: pair(numberOf(from), high && numberOf(high)),
        unit: node.unit,
        kind: words.kindOf(node.unit),
        more: node.more,
        small: low.chinese && numberOf(low) < 10,
        scaled: /[万亿]/.test(low.scale + low.digits + (high?.scale ?? '')),
      }
    }
  }
}

const pair = (low: number, high: number | null): number | [number, number] =>
  high === null ? low : [low, high]
const plain = (digits: string): string => digits.replaceAll(',', '')
const rounded = (value: number, digits: number): number =>
  Number.isFinite(value) ? Number(value.toFixed(digits)) : 0

/** 1:7 → 0.142857 */
const quotient = ([over, under]: [string, string]): number =>
  rounded(Number(plain(over)) / Number(plain(under)), 6)

const EXPONENT: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }

/** Exact: the decimal point is moved in the digits (0.8万 is read as 0.8e4), never multiplied. */
function numberOf({ digits, chinese, scale, point }: NumberNode): number {
  if (!chinese && scale === '') return Number(plain(digits))
  if (!chinese)
    return Number(`${plain(digits)}e${[...scale].reduce((sum, c) => sum + (EXPONENT[c] ?? 0), 0)}`)
  const whole = chineseNumber(digits) ?? 0
  return point ? Number(`${whole}.${chineseNumber(point) ?? 0}`) : whole
}
