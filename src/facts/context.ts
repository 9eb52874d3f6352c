import type { Lexicon } from '../grammar/index.js'
import type { SourceText } from '../source/source-text.js'

/** What every fact finder may look at besides its unit. */
export interface FactContext {
  readonly source: SourceText
  readonly lexicon: Lexicon
  /** The ISO date that relative times count from: the document's date of issue, else `--date`, else null. */
  readonly referenceDate: string | null
}
