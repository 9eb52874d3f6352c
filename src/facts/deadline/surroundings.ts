import type { Span } from '../../source/span.js'
import { type Pair, brackets } from '../../units/brackets.js'
import type { DeadlineWords } from './words.js'

const START = /(?:^|[,;。:!?(【[·\-"“‘)\]】]|\d\.|[一二三四五六七八九十\d][、.])$/
const STOP = /^(?:[,;。:!?)】\]、"”’-]|$)/
const JOINT = /(?:[和及与或、,;]|以及)$/
const QUOTES = '“‘「『"'

/** What stands around one time expression in its unit. */
export class Surroundings {
  private pairs: readonly Pair[] | undefined

  constructor(
    readonly folded: string,
    readonly span: Span,
    readonly words: DeadlineWords,
  ) {}

  /** Up to 30 signs before the offset, without white space at the end. */
  before(offset: number): string {
    return this.folded.slice(Math.max(this.span.start, offset - 30), offset).trimEnd()
  }

  /** Up to 30 signs after the offset, without white space at the beginning. */
  after(offset: number): string {
    return this.folded.slice(offset, Math.min(this.span.end, offset + 30)).trimStart()
  }

  /** Whether a clause begins here, but for words of aim or a place: 力争2025年… · 全市2025年… */
  opensClause(offset: number, afterTime: boolean): boolean {
    const before = this.before(offset)
    if (START.test(before) || (afterTime && JOINT.test(before))) return true
    return [this.words.aim, this.words.scope].some((list) => list.endingAt(before, before.length))
  }

  /** Whether the clause, the bracket or the unit ends here. */
  stops(offset: number): boolean {
    return STOP.test(this.after(offset)) || /^[和及与或]\d/.test(this.after(offset))
  }

  /** Whether what follows is still to come: a verb, a word of aim, or a place with a figure or result. */
  goesOn(offset: number, opens: boolean): boolean {
    const after = this.after(offset)
    const rest = this.clause(offset)
    if (this.words.onward.at(after, 0) || this.words.directive.at(after, 0)) return !this.isListing(rest)
    if (!opens) return false
    if (this.words.aim.at(after, 0)) return true
    if (this.words.count.at(after, 0) !== undefined && /\d/.test(rest)) return true
    return FIGURE.test(rest) || (this.words.scope.at(after, 0) !== undefined && RESULT.test(rest))
  }

  /** 2020年建设任务清单 only names a list. */
  private isListing(rest: string): boolean {
    const { listing, doing } = this.words
    return (
      rest.length <= 12 &&
      !/^[在对将由把]/.test(rest) &&
      listing.endingAt(rest, rest.length) !== undefined &&
      !doing.at(rest, 0)
    )
  }

  /** The rest of the clause, at most 60 signs. */
  private clause(offset: number): string {
    const rest = this.folded.slice(offset, Math.min(this.span.end, offset + 60))
    const end = rest.search(/[,;。]/)
    return end < 0 ? rest : rest.slice(0, end)
  }

  /** Whether the offset lies inside a title or, where asked, a quotation. */
  within(offset: number, quotesToo: boolean): boolean {
    this.pairs ??= brackets(this.folded, this.span).pairs
    return this.pairs.some(
      ({ sign, start, end }) =>
        start < offset &&
        offset < end &&
        (sign === '《' || sign === '〈' || (quotesToo && QUOTES.includes(sign))),
    )
  }
}

// 2025年森林覆盖率达到24%
const FIGURE =
  /(?:达|在|低于|少于|超过|突破|高到|升到|降到|减到|增至|降至|增长|提高|下降|减少|增加|分别为)[^,;。]{0,10}\d|\d[^,;。]{0,6}(?:以上|以内|以下|左右)|^\d[\d.]*%/
const RESULT = /\d|达到|实现|建成|完成|形成|力争|确保|[要将]|明显|显著|全面|基本|进一步|大幅|提升|提高|下降/
