export interface Match<T> {
  readonly value: T
  /** Offset after the match, exclusive. */
  readonly end: number
}

/** What scripts/generate-parser.mjs makes of a grammar. */
export type Run = (rule: string, text: string, offset: number, options?: object) => Match<unknown> | null

/**
 * A grammar, run rule by rule at offsets of the folded text: a match may stop anywhere, and none is no exception.
 * Positions inside the value come from `range()` and count from the text's start.
 */
export class Grammar<Options extends object = object> {
  constructor(private readonly rules: Run) {}

  run<T>(rule: string, folded: string, offset: number, options?: Options): Match<T> | null {
    return this.rules(rule, folded, offset, options) as Match<T> | null
  }
}
