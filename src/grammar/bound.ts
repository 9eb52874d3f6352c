import type { Comparator } from '../tree/nodes.js'
import type { Figure } from './figure.js'
import type { Limit, MeasureWords } from './measure-words.js'

/** What stands before a figure and says how it is meant: 稳定在 · 年均增长不低于 · 分别达到 */
export interface Bound {
  /** Where these words begin: the metric ends here. */
  readonly start: number
  readonly limit: Limit | null
  readonly change: 'increase' | 'decrease' | null
  /** 分别 均 各: several metrics share what follows. */
  readonly shared: boolean
  /** 提高了 达到了: it is so already. */
  readonly past: boolean
  /** Where the word that decides begins, without 力争 要 分别 before it; `start` if there is none. */
  readonly wordStart: number
}

/** 不得低于上年度财政收入的1‰: how far a bound may stand from its figure. */
const OF_REACH = 30

/** Read the words before a figure backwards, not further than `from`. */
export function readBound(folded: string, from: number, figure: Figure, words: MeasureWords): Bound {
  let at = figure.start
  let limit: Limit | null = null
  let change: Bound['change'] = null
  let shared = false
  let past = false
  let wordStart = at
  /** 提升并稳定在: after such a bound a verb of change says no more than it does. */
  let settled = false
  for (;;) {
    while (at > from && folded[at - 1] === ' ') at--
    if (folded[at - 1] === '了' && change === null && limit === null && at - 1 > from) {
      const verb = words.change.endingAt(folded, at - 1) ?? words.bound.endingAt(folded, at - 1)
      if (verb !== undefined) {
        past = true
        at--
        continue
      }
    }
    const bound = words.bound.endingAt(folded, at)
    const changes = words.change.endingAt(folded, at)
    if (bound !== undefined && at - bound.length >= from && !isWordEnd(folded, at - bound.length, bound)) {
      if (bound.length > (changes?.length ?? 0)) {
        const found = words.limitOf(bound)
        limit = limit === null || limit === '~' ? (limit ?? found) : limit
        at -= bound.length
        wordStart = at
        settled ||= /[在至]$|[^达]到$/.test(bound)
        continue
      }
    }
    if (changes !== undefined && change === null && !settled && at - changes.length >= from) {
      change = words.directionOf(changes)
      at -= changes.length
      wordStart = at
      continue
    }
    const hedge = words.hedge.endingAt(folded, at)
    if (
      hedge !== undefined &&
      at - hedge.length >= from &&
      !isEndOf(NOT_HEDGE[hedge], folded.charAt(at - hedge.length - 1))
    ) {
      shared ||= words.share.has(hedge)
      at -= hedge.length
      continue
    }
    if (folded[at - 1] === '的' && limit === null && change === null) {
      const reach = boundBefore(folded, from, at - 1, words)
      if (reach !== null) {
        at = reach
        continue
      }
    }
    break
  }
  while (at > from && folded[at - 1] === ' ') at--
  return { start: at, limit, change, shared, past, wordStart: Math.max(wordStart, at) }
}

/** …不低于财政收入的: the offset just after the bound that an 的 before the figure belongs to. */
function boundBefore(folded: string, from: number, at: number, words: MeasureWords): number | null {
  for (let end = at - 1; end > from && end > at - OF_REACH; end--) {
    if (',，;。、()'.includes(folded.charAt(end - 1))) return null
    const word = words.bound.endingAt(folded, end)
    if (word !== undefined && word.length > 1 && words.limitOf(word) !== '~') return end
  }
  return null
}

/** 作为3个 · 附近100米 · 发达: the word's only sign is the end of another word. */
function isWordEnd(folded: string, start: number, word: string): boolean {
  if (word.length > 1) return false
  return isEndOf(NOT_BOUND[word], folded.charAt(start - 1))
}

const NOT_BOUND: Readonly<Record<string, string>> = {
  为: '作成因认分行',
  是: '还就只也凡但',
  近: '附邻最远靠就',
  约: '节条契预签履公集',
  达: '发传表到送',
  超: '赶反',
  即: '立随',
}

const isEndOf = (signs: string | undefined, before: string): boolean =>
  before !== '' && signs !== undefined && signs.includes(before)

/** 平均 · 主要 · 供应 · 首都: the end of another word. */
const NOT_HEDGE: Readonly<Record<string, string>> = {
  均: '平人年户地日亩月车校生件单',
  要: '主需重首摘概',
  应: '供响适相效反对',
  都: '首成古',
  需: '刚内急必',
  须: '必',
  再: '一',
  各: '',
} // prettier-ignore

/** The comparator of a figure with what stands before and after it, and the bound of a change. */
export function comparatorOf(
  figure: Figure,
  bound: Bound,
): { comparator: Comparator; bound: Exclude<Limit, '='> | null } {
  const limit = figure.after ?? bound.limit ?? (figure.more ? '>=' : null)
  const change = bound.change ?? (figure.kind === 'doubling' ? 'increase' : null)
  if (change) return { comparator: change, bound: limit === '=' ? null : limit }
  if (typeof figure.value !== 'number') return { comparator: 'range', bound: null }
  return { comparator: limit ?? '=', bound: null }
}
