import type { DiagnosticCode } from '../diagnostics/codes.js'
import { CODES } from '../diagnostics/codes.js'
import { messageOf } from '../diagnostics/message.js'
import type { Diagnostic, RegistryDocument, Source } from '../generated/registry.js'

/** A diagnostic without a place, as a registry holds it. */
export const fileDiagnostic = (
  code: DiagnosticCode,
  values: Readonly<Record<string, string>>,
): Diagnostic => ({
  code,
  severity: CODES[code].severity,
  message: messageOf(code, values),
  span: null,
  related: null,
})

/** The entry of a document that gave nothing: the shape of every other, empty, with the diagnostic that says why. */
export function failedDocument(source: Source, diagnostic: Diagnostic): RegistryDocument {
  return {
    id: documentId(source.path),
    source,
    title: null,
    documentNumber: null,
    issuers: [],
    addressees: null,
    issuedOn: null,
    publishedOn: null,
    indexNumber: null,
    citations: [],
    sections: [],
    assignments: [],
    obligations: [],
    diagnostics: [diagnostic],
    deadlines: [],
    effective: { on: null, until: null },
    coverage: { units: 0, body: 0, obligations: 0, cues: 0, cuesUnread: 0 },
  }
}

/** A document is called by its file, without folder and extension: seeds/002.txt is 002; without a file, `text`. */
export function documentId(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (name === '-') return 'stdin'
  const dot = name.lastIndexOf('.')
  return (dot > 0 ? name.slice(0, dot) : name) || 'text'
}
