import { type Language, translate } from '../../diagnostics/message.js'
import type { Finding } from '../finding.js'
import type { CheckedDocument, Report } from '../report.js'

/**
 * JUnit: a suite a document, a case a finding, and a case for each rule that found nothing. Errors and warnings are
 * failures; a note is only printed. A document that could not be read is an error.
 */
export function junit({ documents, rules }: Report, language: Language): string {
  const suites = documents.map((document) => suite(document, rules, language))
  const total = (of: (counts: SuiteCounts) => number): number =>
    suites.reduce((sum, { counts }) => sum + of(counts), 0)
  const counts = attributes({
    name: 'qparse lint',
    tests: total(({ tests }) => tests),
    failures: total(({ failures }) => failures),
    errors: total(({ errors }) => errors),
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${counts}>`,
    ...suites.flatMap(({ lines }) => lines),
    '</testsuites>',
    '',
  ].join('\n')
}

interface SuiteCounts {
  tests: number
  failures: number
  errors: number
}

function suite(
  { source, failures, findings }: CheckedDocument,
  rules: Report['rules'],
  language: Language,
): { counts: SuiteCounts; lines: string[] } {
  const found = new Set(findings.map(({ rule }) => rule))
  const clean = failures.length > 0 ? [] : rules.filter(({ name }) => !found.has(name))
  const counts = {
    tests: failures.length + findings.length + clean.length,
    failures: findings.filter(({ severity }) => severity !== 'info').length,
    errors: failures.length,
  }
  const cases = [
    ...failures.map(({ code, message }) => {
      const text = translate(code, message, language)
      return testCase(source.path, code, `<error${attributes({ type: code, message: text })}/>`)
    }),
    ...findings.map((finding) => findingCase(source.path, finding, language)),
    ...clean.map(({ name }) => testCase(source.path, name, '')),
  ]
  return {
    counts,
    lines: [`  <testsuite${attributes({ name: source.path, ...counts })}>`, ...cases, '  </testsuite>'],
  }
}

function findingCase(
  path: string,
  { rule, severity, message, span, text }: Finding,
  language: Language,
): string {
  const place = `${span.line}:${span.column}`
  const sentence = message[language]
  const quote = escapeXml(`${path}:${place}\n${text}`)
  const body =
    severity === 'info'
      ? `<system-out>${escapeXml(sentence)}\n${quote}</system-out>`
      : `<failure${attributes({ type: severity, message: sentence })}>${quote}</failure>`
  return testCase(path, `${rule} ${place}`, body)
}

function testCase(path: string, name: string, body: string): string {
  const head = `    <testcase${attributes({ classname: path, name })}`
  return body === '' ? `${head}/>` : `${head}>${body}</testcase>`
}

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value)).replaceAll(/[\t\n\r]/g, ' ')}"`)
    .join('')

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Marks become entities; what XML 1.0 cannot hold, half a surrogate pair too, becomes �. */
const escapeXml = (text: string): string =>
  text
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    // oxlint-disable-next-line no-control-regex -- exactly these are meant
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] as string)
