import type { Language } from '../../diagnostics/message.js'
import { PLAIN, type PrintOptions, printDiagnostic, snippet } from '../../diagnostics/print.js'
import { cut, printable } from '../../diagnostics/width.js'
import type { Severity } from '../../diagnostics/diagnostic.js'
import type { Finding } from '../finding.js'
import type { CheckedDocument } from '../report.js'

const WORD: Readonly<Record<Severity, Readonly<Record<Language, string>>>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  info: { en: 'note', zh: '提示' },
}
const SEE: Readonly<Record<Language, string>> = { en: 'see', zh: '参见' }
const COLOUR = { error: 'red', warning: 'yellow', info: 'cyan' } as const
/** Further places that are shown of one finding. */
const SHOWN = 3

/** What was found in one document, for people: each finding with its line and carets under the words. */
export function pretty(document: CheckedDocument, text: string | null, options: PrintOptions): string {
  const { source, failures, findings } = document
  const lines = failures.map((item) => printDiagnostic(source.path, text, item, options))
  for (const finding of findings) lines.push(...printFinding(source.path, text ?? '', finding, options))
  return lines.map((line) => `${line}\n`).join('')
}

function printFinding(path: string, text: string, finding: Finding, options: PrintOptions): string[] {
  const { language, width = 100, palette = PLAIN } = options
  const { rule, severity, message, span, related } = finding
  const colour = palette[COLOUR[severity]]
  const place = palette.bold(printable(`${path}:${span.line}:${span.column}`))
  const { line, carets } = snippet(text, span, Math.max(40, width) - 4)
  const lines = [
    `${place}  ${colour(WORD[severity][language])} ${palette.dim(rule)}  ${printable(message[language])}`,
    `  ${line}`,
    `  ${colour(carets)}`,
  ]
  for (const other of related.slice(0, SHOWN)) {
    const words = cut(printable(other.text), Math.max(20, width - 30))
    lines.push(palette.dim(`  ${SEE[language]} ${other.span.line}:${other.span.column}  ${words}`))
  }
  if (related.length > SHOWN) lines.push(palette.dim(`  … +${related.length - SHOWN}`))
  return lines
}
