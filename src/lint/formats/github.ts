import type { Severity } from '../../diagnostics/diagnostic.js'
import type { Language } from '../../diagnostics/message.js'
import { translate } from '../../diagnostics/message.js'
import type { Report } from '../report.js'

const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/** Workflow commands that GitHub shows beside the lines: ::warning file=a.txt,line=3,col=5,title=rule::sentence */
export function github({ documents }: Report, language: Language): string {
  const lines: string[] = []
  for (const { source, failures, findings } of documents) {
    for (const { code, message } of failures) {
      const sentence = translate(code, message, language)
      lines.push(command('error', { file: source.path, title: code }, sentence))
    }
    for (const { rule, severity, message, span, end } of findings) {
      // A column at the end is only read where the lines are one.
      const columns = end.line === span.line ? { col: span.column, endColumn: end.column } : {}
      const place = { file: source.path, line: span.line, endLine: end.line, ...columns, title: rule }
      lines.push(command(COMMAND[severity], place, message[language]))
    }
  }
  return lines.map((line) => `${line}\n`).join('')
}

function command(name: string, values: Readonly<Record<string, string | number>>, text: string): string {
  const list = Object.entries(values).map(([key, value]) => `${key}=${escapeValue(String(value))}`)
  return `::${name} ${list.join(',')}::${escapeText(text)}`
}

const escapeText = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeValue = (text: string): string => escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
