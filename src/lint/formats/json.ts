import type { Finding, Quote } from '../finding.js'
import { countFindings, type Report } from '../report.js'

/** schemas/lint.schema.json. Messages are English, as in a registry, so that the bytes do not depend on the machine. */
export function json({ generator, rules, documents }: Report): string {
  const byRule = Object.fromEntries(rules.map(({ name }) => [name, 0]))
  for (const { findings } of documents)
    for (const { rule } of findings) byRule[rule] = (byRule[rule] ?? 0) + 1
  const value = {
    schemaVersion: '1.0',
    generator,
    rules: rules.map(({ name, severity, about }) => ({ name, severity, description: about.en })),
    stat: { documents: documents.length, ...countFindings(documents), byRule },
    documents: documents.map(({ id, source, failures, findings }) => ({
      id,
      path: source.path,
      sha256: source.sha256,
      failures: failures.map(({ code, message }) => ({ code, message })),
      findings: findings.map(entry),
    })),
  }
  return `${JSON.stringify(value, null, 2)}\n`
}

const entry = ({ rule, severity, message, span, end, text, related, obligations }: Finding): object => ({
  rule,
  severity,
  message: message.en,
  text,
  span,
  end,
  obligations,
  related: related.map((place: Quote) => ({ text: place.text, span: place.span, end: place.end })),
})
