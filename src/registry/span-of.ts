import type { Span as Place } from '../generated/registry.js'
import type { SourceText } from '../source/source-text.js'
import type { Span } from '../source/span.js'

/** A span as the registry writes it: offsets, and the line, column and page of its start. */
export function spanOf(source: SourceText, { start, end }: Span): Place {
  const { line, column } = source.place(start)
  return { start, end, line, column, page: source.page(start) }
}
