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

const PER =
  /每(?:平方公里|平方米|公里|立方米|[百千万]?[人户亩元]|吨|小时|(?:\d+|[百千万十]+)[百千万]*(?:名|个|位)?(?:[\u4e00-\u9fff]{1,3}人|人口|居民|儿童|学生))$/

/** 完成…提升, 实施…压减: what is done, not by how much something changes */
const DEED = /(?:完成|实施|开展)[^,、;。]{2,30}$/

/** 比2015年 · 较上年底 */
const COMPARED = /[比较][^,，;。、比较]{0,14}(?:年底|年末|年初|年|期|初|末)$/
const COMPARED_REACH = 18

/** The words before a figure, read backwards one by one. */
class BoundReader {
  private limit: Limit | null = null
  private change: Bound['change'] = null
  private shared = false
  private past = false
  private wordStart: number
  /** 提升并稳定在: after such a bound a verb of change says no more than it does. */
  private settled = false

  constructor(
    private readonly folded: string,
    private readonly from: number,
    private readonly figure: Figure,
    private readonly words: MeasureWords,
    private at = figure.start,
  ) {
    this.wordStart = at
  }

  read(): Bound {
    do this.skipSpace()
    while (this.step())
    this.skipSpace()
    const { at, limit, change, shared, past } = this
    return { start: at, limit, change, shared, past, wordStart: Math.max(this.wordStart, at) }
  }

  private step(): boolean {
    const sign = this.folded.charAt(this.at - 1)
    if (sign === '') return false
    return (
      (this.limit === null && this.per()) ||
      (sign === '了' && this.done()) ||
      this.wordOfBound() ||
      this.hedge() ||
      this.compared() ||
      (sign === '的' && this.boundOfOther())
    )
  }

  /** 提高了 · 达到了 */
  private done(): boolean {
    const { folded, at, words } = this
    if (this.change !== null || this.limit !== null || at - 1 <= this.from) return false
    if ((words.change.endingAt(folded, at - 1) ?? words.bound.endingAt(folded, at - 1)) === undefined)
      return false
    this.past = true
    this.at--
    return true
  }

  /** 达到 · 提高: the longer word of the two kinds. */
  private wordOfBound(): boolean {
    const { folded, at, from, words } = this
    const bound = words.bound.endingAt(folded, at)
    const changes = words.change.endingAt(folded, at)
    if (bound !== undefined && bound.length > (changes?.length ?? 0)) {
      const start = at - bound.length
      if (start >= from && !isWordEnd(folded, start, bound)) {
        this.limit ??= words.limitOf(bound)
        this.settled ||= /[在至]$|[^达]到$/.test(bound)
        return this.take(start)
      }
    }
    if (changes === undefined || this.change !== null || this.settled) return false
    if (at - changes.length < from || this.isDeed(changes)) return false
    this.change = words.directionOf(changes)
    return this.take(at - changes.length)
  }

  /** 改造提升30座 · 完成公路安全设施提升300公里: the verb of a count, no change of one. */
  private isDeed(changes: string): boolean {
    const { kind } = this.figure
    if (kind !== 'sortal' && kind !== 'measure') return false
    if ((this.words.count.endingAt(this.folded, this.at)?.length ?? 0) > changes.length) return true
    return DEED.test(this.folded.slice(this.from, this.at - changes.length))
  }

  /** 密度达到(每平方公里)8公里 */
  private per(): boolean {
    const { folded, at, from, words } = this
    if (at !== this.figure.start || !'里米人户亩元吨时口民童生'.includes(folded.charAt(at - 1))) return false
    const per = PER.exec(folded.slice(Math.max(from, at - 10), at))
    if (!per || words.bound.endingAt(folded, at - per[0].length) === undefined) return false
    this.at -= per[0].length
    return true
  }

  private take(start: number): true {
    this.at = this.wordStart = start
    return true
  }

  /** 分别(比2015年)下降: what stands before the comparison may still be a hedge. */
  private compared(): boolean {
    if (this.change === null) return false
    const { folded, at, from } = this
    const base = COMPARED.exec(folded.slice(Math.max(from, at - COMPARED_REACH), at))
    if (!base) return false
    const start = at - base[0].length
    const hedge = this.words.hedge.endingAt(folded, start)
    if (hedge === undefined || start - hedge.length < from) return false
    this.at = start
    return true
  }

  private hedge(): boolean {
    const { folded, at, words } = this
    const hedge = words.hedge.endingAt(folded, at)
    if (hedge === undefined || at - hedge.length < this.from) return false
    if (isEndOf(NOT_HEDGE[hedge], folded.charAt(at - hedge.length - 1))) return false
    this.shared ||= words.share.has(hedge)
    this.at -= hedge.length
    return true
  }

  private boundOfOther(): boolean {
    if (this.limit !== null || this.change !== null) return false
    const reach = boundBefore(this.folded, this.from, this.at - 1, this.words)
    if (reach === null) return false
    this.at = reach
    return true
  }

  private skipSpace(): void {
    while (this.at > this.from && this.folded[this.at - 1] === ' ') this.at--
  }
}

/** Read the words before a figure backwards, not further than `from`. */
export const readBound = (folded: string, from: number, figure: Figure, words: MeasureWords): Bound =>
  new BoundReader(folded, from, figure, words).read()

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
