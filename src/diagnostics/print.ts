import type { DiagnosticCode } from './codes.js'
import type { Severity } from './diagnostic.js'
import { hintOf, type Language, translate } from './message.js'
import { charWidth, displayWidth, printable } from './width.js'

/** How words are set off; every function gives its text back unchanged where there is no colour. */
export interface Palette {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly yellow: (text: string) => string
  readonly cyan: (text: string) => string
}

const same = (text: string): string => text

/** No colour. */
export const PLAIN: Palette = { bold: same, dim: same, red: same, yellow: same, cyan: same }

interface Place {
  readonly start: number
  readonly end: number
  readonly line: number
  readonly column: number
}

/** A diagnostic as a registry holds it. */
export interface Printable {
  readonly code: DiagnosticCode
  readonly severity: Severity
  readonly message: string
  readonly span: Place | null
}

export interface PrintOptions {
  readonly language: Language
  readonly palette?: Palette
  /** Columns of the terminal. */
  readonly width?: number
}

const SEVERITY: Readonly<Record<Severity, Readonly<Record<Language, string>>>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  info: { en: 'note', zh: '提示' },
}
const COLOUR = { error: 'red', warning: 'yellow', info: 'cyan' } as const

/**
 * A diagnostic for people:
 *
 *     policy.txt:12:8  warning unread-cue  No rule could read “负责” here, so a fact may be missing.
 *       …由有关方面负责…
 *                 ^^^^
 */
export function printDiagnostic(
  path: string,
  text: string | null,
  item: Printable,
  options: PrintOptions,
): string {
  const palette = options.palette ?? PLAIN
  const colour = palette[COLOUR[item.severity]]
  const { span } = item
  const place = printable(span ? `${path}:${span.line}:${span.column}` : path)
  const sentence = printable(translate(item.code, item.message, options.language))
  const lines = [
    `${palette.bold(place)}  ${colour(SEVERITY[item.severity][options.language])} ${palette.dim(item.code)}  ${sentence}`,
  ]
  if (span && text !== null) {
    const { line, carets } = snippet(text, span, Math.max(40, options.width ?? 100) - 4)
    lines.push(`  ${line}`, `  ${colour(carets)}`)
  }
  const hint = hintOf(item.code, options.language)
  if (hint !== undefined) lines.push(`  ${palette.cyan(`→ ${hint}`)}`)
  return lines.join('\n')
}

/** The source line with carets under the place; a long line is cut to a window around it. */
export function snippet(
  text: string,
  span: { start: number; end: number },
  width: number,
): { line: string; carets: string } {
  const lineStart =
    Math.max(text.lastIndexOf('\n', span.start - 1), text.lastIndexOf('\r', span.start - 1)) + 1
  const start = span.start < lineStart ? lineStart : span.start
  // Only what can fall into the window is looked at: a line may be megabytes long.
  const from = Math.max(lineStart, start - width)
  const ahead = text.slice(start, start + width)
  const lineBreak = ahead.search(/[\r\n]/)
  const rest = [...printable(lineBreak < 0 ? ahead : ahead.slice(0, lineBreak))]
  const marked = displayWidth(
    text.slice(start, Math.min(span.end, start + width, start + rest.join('').length)),
  )
  const room = Math.max(0, width - Math.min(marked, width >> 1))
  const before = last([...printable(text.slice(from, start))], room >> 1)
  const after = first(rest, width - displayWidth(before) - 2)
  const cutBefore = from > lineStart || start - from > before.length
  const restLength = after.length
  const cutAfter = lineBreak < 0 ? start + restLength < text.length : restLength < lineBreak
  const lead = cutBefore ? '…' : ''
  const line = `${lead}${before}${after}${cutAfter ? '…' : ''}`
  const length = Math.max(1, Math.min(marked, displayWidth(after)))
  return { line, carets: ' '.repeat(displayWidth(lead + before)) + '^'.repeat(length) }
}

/** As many characters as fit into so many columns, from the front. */
function first(chars: readonly string[], width: number): string {
  let used = 0
  let out = ''
  for (const char of chars) {
    used += charWidth(char)
    if (used > width) break
    out += char
  }
  return out
}

/** The same from the back. */
function last(chars: readonly string[], width: number): string {
  let used = 0
  let at = chars.length
  while (at > 0) {
    used += charWidth(chars[at - 1] ?? '')
    if (used > width) break
    at--
  }
  return chars.slice(at).join('')
}
