import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Registry } from '../../src/index.js'
import { Folder, PLAN, qparse } from './run.js'

const folder = new Folder()
folder.write('plan.txt', PLAN)
folder.write('second.txt', PLAN.replace('养老', '托育'))
afterAll(() => folder.remove())

const registry = (text: string): Registry => JSON.parse(text) as Registry

describe('what is written', () => {
  it('JSON, YAML and lines of JSON say the same', () => {
    const json = qparse(['plan.txt', 'second.txt', '-f', 'json'], folder.path)
    expect(json.status).toBe(0)
    const { documents } = registry(json.out)
    expect(documents.map(({ id }) => id)).toEqual(['plan', 'second'])
    expect(documents[0]?.obligations.length).toBeGreaterThan(3)
    const yaml = qparse(['compile', 'plan.txt', 'second.txt'], folder.path).out
    expect(yaml).toMatch(/^# yaml-language-server: \$schema=\S+registry\.schema\.json\n/)
    expect(parse(yaml)).toEqual(registry(json.out))
    expect(load(yaml)).toEqual(registry(json.out))
    const lines = qparse(['plan.txt', 'second.txt', '-f', 'ndjson'], folder.path).out.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(documents)
  })

  it('the same bytes twice, and every text where its span says', () => {
    const first = qparse(['plan.txt', '-f', 'json'], folder.path).out
    expect(qparse(['plan.txt', '-f', 'json'], folder.path).out).toBe(first)
    for (const { text, span } of registry(first).documents[0]?.obligations ?? []) {
      expect(PLAN.slice(span.start, span.end)).toBe(text)
    }
  })

  it('nothing but data on standard output, the summary on standard error', () => {
    const { out, err } = qparse(['plan.txt', '-f', 'json'], folder.path)
    expect(() => registry(out)).not.toThrow()
    expect(err).toContain('obligations')
    expect(err).toMatch(/^plan +2|^plan +3/m)
    expect(qparse(['plan.txt', '-q'], folder.path).err).toBe('')
  })

  it('standard input is a document too', () => {
    const { out, status } = qparse(['-', '-f', 'json', '-q'], folder.path, { input: PLAN })
    expect(status).toBe(0)
    expect(registry(out).documents[0]).toMatchObject({
      id: 'stdin',
      source: { path: '-', length: PLAN.length },
    })
  })

  it('a Markdown file', () => {
    folder.write('plan.md', '# 某市方案\n\n## 一、任务\n\n- **加强**督导。（市教育局负责）\n')
    const [document] = registry(qparse(['plan.md', '-f', 'json', '-q'], folder.path).out).documents
    expect(document?.source.mediaType).toBe('text/markdown')
    expect(document?.assignments[0]?.bodies[0]?.name).toBe('市教育局')
  })

  it('two documents of one name are told apart', () => {
    mkdirSync(folder.file('other'), { recursive: true })
    writeFileSync(folder.file('other/plan.txt'), PLAN)
    const { out, err } = qparse(['plan.txt', 'other/plan.txt', '-f', 'json'], folder.path)
    const { documents } = registry(out)
    expect(documents.map(({ id }) => id)).toEqual(['plan', 'plan~2'])
    expect(documents[1]?.diagnostics.map(({ code }) => code)).toContain('duplicate-document')
    expect(err).toContain('this one is “plan~2”')
  })
})

describe('where it is written', () => {
  it('a file, whose name gives the format, whole or not at all', () => {
    const { status, out, err } = qparse(['plan.txt', '-o', 'out/deep/r.json'], folder.path)
    expect([status, out]).toEqual([0, ''])
    expect(err).toContain('Written to out/deep/r.json')
    expect(registry(readFileSync(folder.file('out/deep/r.json'), 'utf8')).documents).toHaveLength(1)
    expect(readdirSync(folder.file('out/deep'))).toEqual(['r.json'])
  })

  it('a folder, with one registry a document', () => {
    qparse(['plan.txt', 'second.txt', '-o', 'registries', '-f', 'json'], folder.path)
    expect(readdirSync(folder.file('registries')).sort()).toEqual(['plan.json', 'second.json'])
  })

  it('an earlier registry survives a run that reads nothing', () => {
    folder.write('kept.json', 'kept')
    expect(qparse(['missing.txt', '-o', 'kept.json'], folder.path).status).toBe(2)
    expect(readFileSync(folder.file('kept.json'), 'utf8')).toBe('kept')
  })

  it('a place that cannot be written', () => {
    folder.write('file', 'x')
    const { status, err } = qparse(['plan.txt', '-o', 'file/r.json'], folder.path)
    expect(status).toBe(2)
    expect(err).toMatch(/file\/r\.json.*cannot be written/)
    expect(existsSync(folder.file('file/r.json'))).toBe(false)
  })
})

describe('options', () => {
  it('--date is what a text without a date counts from', () => {
    folder.write('undated.txt', '一、任务\n1．制定标准。年底前完成全部排查。（市住建局负责）\n')
    const ends = (args: string[]): unknown =>
      registry(
        qparse(['undated.txt', '-f', 'json', '-q', ...args], folder.path).out,
      ).documents[0]?.obligations.flatMap(({ deadlines }) => deadlines.map(({ end }) => end))
    expect(ends([])).toEqual([null])
    expect(ends(['--date', '2024-03-01'])).toEqual(['2024-12-31'])
  })

  it('--strict makes a warning count', () => {
    const args = ['undated.txt', '-f', 'json']
    expect(qparse(args, folder.path).status).toBe(0)
    expect(qparse([...args, '--strict'], folder.path).status).toBe(1)
  })

  it('--lexicon adds words, and changes the hash of the grammar', () => {
    folder.write('words.yaml', 'organs:\n  full: [市智慧养老中心]\n')
    folder.write('centre.txt', '一、任务\n（一）完善平台。（市智慧养老中心负责）\n')
    const plain = registry(qparse(['centre.txt', '-f', 'json', '-q'], folder.path).out)
    const { out, status } = qparse(['centre.txt', '-f', 'json', '-q', '--lexicon', 'words.yaml'], folder.path)
    expect(status).toBe(0)
    expect(registry(out).generator.grammar).not.toBe(plain.generator.grammar)
    expect(registry(out).documents[0]?.assignments[0]?.bodies[0]?.name).toBe('市智慧养老中心')
  })

  it.each([
    ['a list that no rule reads', 'organs:\n  unheard: [某]\n', 'No rule reads the list “organs.unheard”'],
    ['a word where a list belongs', 'organs:\n  full: 某\n', 'is wrong at /organs/full'],
    ['no YAML', 'organs: [\n', 'This is not YAML'],
  ])('--lexicon with %s', (_, content, message) => {
    folder.write('bad.yaml', content)
    const { status, err } = qparse(['plan.txt', '--lexicon', 'bad.yaml'], folder.path)
    expect([status, err.includes(message)]).toEqual([2, true])
  })

  it('diagnostics stand with their line and carets under the place', () => {
    const { err } = qparse(['undated.txt'], folder.path)
    expect(err).toMatch(/undated\.txt:2:8 {2}warning date-without-reference/)
    const [, line = '', carets = ''] = err.split('\n')
    expect(line).toContain('年底前')
    expect(carets).toMatch(/^ +\^{6}$/)
  })

  it('colours only where they are asked for', () => {
    expect(qparse(['plan.txt'], folder.path).err).not.toContain('\u001b[')
    expect(qparse(['plan.txt'], folder.path, { env: { FORCE_COLOR: '1' } }).err).toContain('\u001b[')
    expect(qparse(['plan.txt', '--no-color'], folder.path, { env: { FORCE_COLOR: '1' } }).err).not.toContain(
      '\u001b[',
    )
    const both = { FORCE_COLOR: '1', NO_COLOR: '1' }
    expect(qparse(['plan.txt'], folder.path, { env: both }).err).not.toContain('\u001b[')
  })
})
