export interface Match<T> {
  readonly value: T
  /** Offset after the match, exclusive. */
  readonly end: number
}

/** One rule at an offset of the text that the session was opened for; null where it does not match. */
export type Session = (rule: string, offset: number) => Match<unknown> | null

/**
 * A grammar, run rule by rule at offsets of the folded text: a match may stop anywhere, and none is no exception.
 * Positions inside the value come from `range()` and count from the text's start.
 *
 * The last session stays open, since thousands of runs follow each other over the same text with the same options.
 */
export class Grammar<Options extends object = object> {
  private folded: string | null = null
  private options: Options | undefined
  private session: Session = () => null

  /** `open` is what scripts/generate-parser.mjs makes of a grammar. */
  constructor(private readonly open: (folded: string, options?: Options) => Session) {}

  run<T>(rule: string, folded: string, offset: number, options?: Options): Match<T> | null {
    if (folded !== this.folded || options !== this.options) {
      this.session = this.open(folded, options)
      this.options = options
    }
    this.folded = folded // also where it only equals the last: two strings are compared sign by sign, one is not
    return this.session(rule, offset) as Match<T> | null
  }
}
