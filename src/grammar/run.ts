/** A parser that peggy made with several start rules. */
interface PeggyParser {
  parse(input: string, options?: object): unknown
}

interface LibraryResult {
  peg$result: unknown
  peg$currPos: number
  peg$FAILED: object
}

export interface Match<T> {
  readonly value: T
  /** Offset after the match, exclusive. */
  readonly end: number
}

/**
 * Run one rule of a grammar at an offset of the folded text (peggy's library mode: it may stop anywhere).
 * No match is null, not an exception. Positions inside the value come from `range()` and count from the text's start.
 */
export function run<T>(
  parser: PeggyParser,
  rule: string,
  folded: string,
  offset: number,
  options: object = {},
): Match<T> | null {
  const result = parser.parse(folded, {
    ...options,
    startRule: rule,
    peg$library: true,
    peg$currPos: offset,
    peg$silentFails: 1,
  }) as LibraryResult
  if (result.peg$result === result.peg$FAILED) return null
  return { value: result.peg$result as T, end: result.peg$currPos }
}
