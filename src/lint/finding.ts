import type { Severity } from '../diagnostics/diagnostic.js'
import type { Span } from '../generated/registry.js'
import type { Words } from './rule.js'

/** A place of a finding with its words. */
export interface Quote {
  readonly span: Span
  /** Line and column behind its last character, from 1. */
  readonly end: { readonly line: number; readonly column: number }
  readonly text: string
}

/** One fault of a text. */
export interface Finding extends Quote {
  readonly rule: string
  readonly severity: Severity
  /** One sentence, in both languages. */
  readonly message: Words
  /** Further places that belong to it. */
  readonly related: readonly Quote[]
  /** Ids of the obligations that it is about. */
  readonly obligations: readonly string[]
}
