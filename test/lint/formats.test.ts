import { readFileSync } from 'node:fs'
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { compileText } from '../../src/compile.js'
import { REPORTS } from '../../src/lint/formats/index.js'
import { pretty } from '../../src/lint/formats/pretty.js'
import { lint } from '../../src/lint/lint.js'
import { activeRules, type CheckedDocument, type Report } from '../../src/lint/report.js'
import { RULES } from '../../src/lint/rules/index.js'
import { type Settings, settingsOf } from '../../src/lint/settings.js'
import { failedDocument, fileDiagnostic } from '../../src/registry/failed.js'
import { registryHead } from '../../src/registry/head.js'

const TEXT = [
  '某市公共服务提升行动方案',
  '一、主要任务',
  '（一）到2020年，效率<明显>提高&“办成一件事（含。',
  '（三）落实《关于甲的意见》。（市发改委、市发展和改革委员会负责）',
  '\u0007\ud800效率大幅提升。',
  '某市人民政府',
  '2024年3月1日',
].join('\r\n')

function checked(path: string, text: string): CheckedDocument {
  const document = compileText(text, { path })
  return { id: document.id, source: document.source, failures: [], findings: lint(document, text) }
}

const missing = failedDocument(
  { path: 'none.txt', sha256: null, mediaType: 'text/plain', encoding: null, length: 0 },
  fileDiagnostic('file-missing', { path: 'none.txt' }),
)
const report: Report = {
  generator: registryHead().generator,
  rules: activeRules(settingsOf() as Settings),
  documents: [
    checked('草案, 1:一/a%b.txt', TEXT),
    { id: missing.id, source: missing.source, failures: missing.diagnostics, findings: [] },
  ],
}
const written = (format: keyof typeof REPORTS, language: 'en' | 'zh' = 'en', what = report): string =>
  REPORTS[format](what, language)
const first = report.documents[0] as CheckedDocument
const count = first.findings.length

describe('json', () => {
  const value = JSON.parse(written('json', 'zh'))
  it('fits schemas/lint.schema.json', () => {
    const ajv = new Ajv2020({ allErrors: true })
    addFormats.default(ajv)
    const validate = ajv.compile(JSON.parse(readFileSync('schemas/lint.schema.json', 'utf8')))
    validate(value)
    expect(validate.errors ?? []).toEqual([])
  })
  it('counts what it lists', () => {
    const { documents, error, warning, info, byRule } = value.stat
    expect(documents).toBe(2)
    expect(error + warning + info).toBe(count)
    expect(Object.keys(byRule)).toEqual(RULES.map(({ name }) => name))
    expect(Object.values(byRule as Record<string, number>).reduce((a, b) => a + b)).toBe(count)
  })
  it('is the same in every language', () => {
    expect(written('json', 'zh')).toBe(written('json', 'en'))
    expect(written('sarif', 'zh')).toBe(written('sarif', 'en'))
  })
})

describe('sarif', () => {
  const log = JSON.parse(written('sarif', 'en'))
  const [run] = log.runs
  it('fits the published schema of SARIF 2.1.0', () => {
    // The schema is of draft 4, which calls its address `id`.
    const { $schema: _draft, id: _id, ...rest } = sarifSchema
    const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false })
    addFormats.default(ajv)
    const validate = ajv.compile(rest)
    validate(log)
    expect(validate.errors ?? []).toEqual([])
  })
  it('has a result for each finding, at its place', () => {
    expect(run.results).toHaveLength(count)
    for (const [i, { ruleId, ruleIndex, locations }] of run.results.entries()) {
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId)
      const { region, artifactLocation } = locations[0].physicalLocation
      expect(TEXT.slice(region.charOffset, region.charOffset + region.charLength)).toBe(
        first.findings[i]?.text,
      )
      expect(decodeURIComponent(artifactLocation.uri)).toBe('草案, 1:一/a%b.txt')
      expect(run.artifacts[artifactLocation.index].location.uri).toBe(artifactLocation.uri)
    }
  })
  it('tells what could not be read', () => {
    const [invocation] = run.invocations
    expect(invocation.executionSuccessful).toBe(false)
    expect(invocation.toolExecutionNotifications[0].descriptor.id).toBe('file-missing')
  })
  it('names a finding alike when lines move', () => {
    const prints = (text: string): string[] =>
      JSON.parse(
        written('sarif', 'en', { ...report, documents: [checked('a.txt', text)] }),
      ).runs[0].results.map(
        ({ partialFingerprints }: { partialFingerprints: Record<string, string> }) =>
          partialFingerprints['ruleAndText/v1'],
      )
    expect(prints(`\r\n\r\n${TEXT}`)).toEqual(prints(TEXT))
    expect(new Set(prints(TEXT)).size).toBe(count)
  })
  it.each([
    ['/tmp/草案.txt', 'file:///tmp/%E8%8D%89%E6%A1%88.txt'],
    ['C:/a b.txt', 'file:///C:/a%20b.txt'],
    ['a:b.txt', 'a%3Ab.txt'],
    ['seeds/000.txt', 'seeds/000.txt'],
  ])('%s as %s', (path, uri) => {
    const log = JSON.parse(written('sarif', 'en', { ...report, documents: [checked(path, TEXT)] }))
    expect(log.runs[0].artifacts[0].location.uri).toBe(uri)
  })
})

describe('github', () => {
  const lines = written('github', 'zh').trimEnd().split('\n')
  it('has a command a line for each finding and failure', () => {
    expect(lines).toHaveLength(count + 1)
    for (const line of lines)
      expect(line).toMatch(
        /^::(?:error|warning|notice) file=[^,:]+,(?:line=\d+,endLine=\d+,)?[^:]*title=[a-z-]+::./,
      )
  })
  it('escapes what would end a value', () => {
    expect(lines[0]).toContain('file=草案%2C 1%3A一/a%25b.txt,')
    expect(lines.at(-1)).toBe('::error file=none.txt,title=file-missing::找不到文件“none.txt”。')
  })
})

describe('junit', () => {
  const xml = written('junit', 'en')
  it('is XML', () => expect(XMLValidator.validate(xml)).toBe(true))
  it('has the counts and cases', () => {
    const parser = new XMLParser({
      ignoreAttributes: false,
      isArray: (name) => /^test(?:suite|case)$/.test(name),
    })
    const { testsuites } = parser.parse(xml)
    const [suite, broken] = testsuites.testsuite
    const found = new Set(first.findings.map(({ rule }) => rule))
    expect(suite.testcase).toHaveLength(count + RULES.length - found.size)
    const failures = suite.testcase.filter((item: object) => 'failure' in item)
    expect(failures).toHaveLength(first.findings.filter(({ severity }) => severity !== 'info').length)
    expect(Number(testsuites['@_failures'])).toBe(failures.length)
    expect(Number(testsuites['@_tests'])).toBe(suite.testcase.length + 1)
    expect(broken.testcase[0].error['@_type']).toBe('file-missing')
    expect(suite['@_name']).toBe('草案, 1:一/a%b.txt')
  })
  it('holds no character that XML forbids', () => {
    // oxlint-disable-next-line no-control-regex -- exactly these are meant
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\p{Cs}/u)
  })
})

describe('pretty', () => {
  it('shows the line with carets, in Chinese too', () => {
    const document = {
      ...first,
      findings: first.findings.filter(({ rule }) => rule === 'body-two-spellings'),
    }
    expect(pretty(document, TEXT, { language: 'zh', width: 120 })).toBe(
      [
        '草案, 1:一/a%b.txt:4:21  警告 body-two-spellings  “市发展和改革委员会”在他处称为“市发改委”。',
        '  （三）落实《关于甲的意见》。（市发改委、市发展和改革委员会负责）',
        `  ${' '.repeat(40)}${'^'.repeat(18)}`,
        '  参见 4:16  市发改委',
        '',
      ].join('\n'),
    )
  })
  it('shows three further places and how many more there are', () => {
    const text = `某市方案\n一、任务\n${'加强监管。\n'.repeat(6)}`
    const out = pretty(checked('a.txt', text), text, { language: 'en' })
    expect(out.match(/^ {2}see /gm)).toHaveLength(3)
    expect(out).toContain('… +2')
  })
  it('says why a text could not be read', () => {
    expect(pretty(report.documents[1] as CheckedDocument, null, { language: 'en' })).toContain('file-missing')
  })
})
