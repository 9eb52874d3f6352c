import type { Span as Place } from '../generated/registry.js'
import type { SourceText } from '../source/source-text.js'
import type { Span } from '../source/span.js'

/** A span as the registry writes it: offsets, and the line and column of its start. */
export const spanOf = (source: SourceText, { start, end }: Span): Place => ({ start, end, ...source.place(start), page: null })
