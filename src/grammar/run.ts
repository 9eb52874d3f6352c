/** A parser that peggy made with several start rules. */
interface PeggyParser {
  parse(input: string, options?: object): unknown
}

interface PeggyOptions {
  startRule?: string
  peg$library?: boolean
  peg$currPos?: number
  peg$silentFails?: number
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
 * No match is null, not an exception. `options` is written into: a copy for each of thousands of runs is slow. Positions inside the value come from `range()` and count from the text's start.
 */
export function run<T>(
  parser: PeggyParser,
  rule: string,
  folded: string,
  offset: number,
  options: object = {},
): Match<T> | null {
  const own: PeggyOptions = options
  own.startRule = rule
  own.peg$library = true
  own.peg$currPos = offset
  own.peg$silentFails = 1
  const result = parser.parse(folded, own) as LibraryResult
  if (result.peg$result === result.peg$FAILED) return null
  return { value: result.peg$result as T, end: result.peg$currPos }
}
