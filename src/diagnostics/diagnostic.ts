import type { Span } from '../source/span.js'
import type { DiagnosticCode } from './codes.js'

/** How bad it is: an `error` means that something of the document is missing from the registry. */
export type Severity = 'info' | 'warning' | 'error'

/** Something that a reader of the registry should know, at a place in the source text. */
export interface Diagnostic {
  readonly code: DiagnosticCode
  /** One plain English sentence; `{name}` of the code's template filled from `values`. */
  readonly values: Readonly<Record<string, string>>
  readonly span: Span
  /** A second place that belongs to it, as for two equal numbers. */
  readonly related?: Span
}

/** What every rule gives: a value, and what it noticed on the way. */
export interface Result<T> {
  readonly value: T
  readonly diagnostics: readonly Diagnostic[]
}
