import { CODES } from '../diagnostics/codes.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { messageOf } from '../diagnostics/message.js'
import type { Diagnostic as Entry } from '../generated/registry.js'
import type { SourceText } from '../source/source-text.js'
import { spanOf } from './span-of.js'

/** Diagnostics in order of their place, each with its English sentence. */
export const diagnosticEntries = (source: SourceText, diagnostics: readonly Diagnostic[]): Entry[] =>
  [...diagnostics]
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map(({ code, values, span, related }) => ({
      code,
      severity: CODES[code].severity,
      message: messageOf(code, values),
      span: spanOf(source, span),
      related: related ? spanOf(source, related) : null,
    }))
