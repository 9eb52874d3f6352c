import type { Span } from '../../source/span.js'
import { type Pair, brackets } from '../../units/brackets.js'
import type { DeadlineWords } from './words.js'

const START = /(?:^|[,;。:!?(【\[·\-"“‘)\]】]|\d\.|[一二三四五六七八九十\d][、.])$/
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

  /** Whether a clause begins here, but for words of aim: 力争2025年… */
  opensClause(offset: number, afterTime: boolean): boolean {
    const before = this.before(offset)
    if (START.test(before) || (afterTime && JOINT.test(before))) return true
    return this.words.aim.endingAt(before, before.length) !== undefined
  }

  /** Whether the clause, the bracket or the unit ends here. */
  stops(offset: number): boolean {
    return STOP.test(this.after(offset)) || /^[和及与或]\d/.test(this.after(offset))
  }

  /** Whether what follows is still to come: a verb, a word of aim, or a place with a figure or result. */
  goesOn(offset: number): boolean {
    const after = this.after(offset)
    if (this.words.onward.at(after, 0) || this.words.directive.at(after, 0)) return true
    return this.words.scope.at(after, 0) !== undefined && RESULT.test(this.clause(offset))
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

const RESULT = /\d|达到|实现|建成|完成|形成|力争|确保|[要将]|明显|显著|全面|基本|进一步|大幅|提升|提高|下降/
