import type { Severity } from '../../diagnostics/diagnostic.js'
import type { CheckedDocument, Report } from '../report.js'
import type { Finding, Quote } from '../finding.js'

const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

/** SARIF 2.1.0: one run, a result a finding, in English. A document that could not be read is a notification. */
export function sarif({ generator, rules, documents }: Report): string {
  const index = new Map(rules.map(({ name }, i) => [name, i]))
  const failed = documents.filter(({ failures }) => failures.length > 0)
  const run = {
    tool: {
      driver: {
        name: generator.name,
        semanticVersion: generator.version,
        rules: rules.map(({ name, severity, about }) => ({
          id: name,
          shortDescription: { text: about.en },
          fullDescription: { text: `${about.en} ${about.zh}` },
          defaultConfiguration: { level: LEVEL[severity] },
        })),
      },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [
      { executionSuccessful: failed.length === 0, toolExecutionNotifications: failed.flatMap(notifications) },
    ],
    artifacts: documents.map(({ source }) => ({
      location: { uri: uriOf(source.path) },
      mimeType: source.mediaType,
      ...(source.encoding === null ? {} : { encoding: source.encoding }),
      ...(source.sha256 === null ? {} : { hashes: { 'sha-256': source.sha256 } }),
    })),
    results: documents.flatMap(({ source, findings }, artifact) => {
      const seen = new Map<string, number>()
      return findings.map((finding) => {
        const key = `${finding.rule}/${finding.text.replaceAll(/\s/g, '')}`
        const count = (seen.get(key) ?? 0) + 1
        seen.set(key, count)
        return {
          ruleId: finding.rule,
          ruleIndex: index.get(finding.rule),
          level: LEVEL[finding.severity],
          message: { text: finding.message.en },
          locations: [locationOf(finding, source.path, artifact)],
          relatedLocations: finding.related.map((place, id) => ({
            id,
            ...locationOf(place, source.path, artifact),
          })),
          partialFingerprints: { 'ruleAndText/v1': `${hash(key)}:${count}` },
          properties: properties(finding),
        }
      })
    }),
  }
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
  return `${JSON.stringify(log, null, 2)}\n`
}

const properties = ({ obligations }: Finding): object => ({ obligations })

const notifications = ({ source, failures }: CheckedDocument): object[] =>
  failures.map(({ code, message }) => ({
    level: 'error',
    message: { text: message },
    descriptor: { id: code },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(source.path) } } }],
  }))

function locationOf({ span, end, text }: Quote, path: string, index: number): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(path), index },
      region: {
        startLine: span.line,
        startColumn: span.column,
        endLine: end.line,
        endColumn: end.column,
        charOffset: span.start,
        charLength: span.end - span.start,
        snippet: { text },
      },
    },
  }
}

/** A path as a relative reference; one with a root or a drive is a file URI. */
function uriOf(path: string): string {
  const parts = path.split('/').map((part) => encodeURIComponent(part.replaceAll(/\p{Cs}/gu, '\ufffd')))
  const [first = '', ...others] = parts
  if (/^[A-Za-z]%3A$/.test(first)) return `file:///${[first.charAt(0) + ':', ...others].join('/')}`
  return (path.startsWith('/') ? 'file://' : '') + parts.join('/')
}

/** FNV-1a: names a finding across runs, whatever line it moves to. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return (value >>> 0).toString(16).padStart(8, '0')
}
