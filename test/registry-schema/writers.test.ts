import fc from 'fast-check'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Registry } from '../../src/index.js'
import { type Format, formatOf, write, WRITERS } from '../../src/writers/index.js'
import { registryOf } from './example.js'

/** A registry in which one string stands everywhere that a string may stand. */
function holding(text: string): Registry {
  const registry = registryOf()
  const [document] = registry.documents
  const [first] = document!.obligations
  Object.assign(document!, { title: text, issuers: [text, text], addressees: text, indexNumber: text })
  Object.assign(first!, { text })
  first!.assignees[0]!.name = text
  first!.targets[0]!.unit = text
  document!.assignments[0]!.covers = [text, text]
  return registry
}

const NASTY = [
  '2020-12-31',
  '12:30:45',
  '12',
  '012',
  '0o17',
  '0x1F',
  '1e3',
  '.5',
  '.inf',
  '.NaN',
  '-',
  '- a',
  '? a',
  ': a',
  'a: b',
  'a #b',
  '#b',
  'true',
  'False',
  'null',
  'Null',
  '~',
  'yes',
  'No',
  'on',
  'OFF',
  'y',
  'N',
  '=',
  '<<',
  '---',
  '...',
  '%YAML',
  '@a',
  '`a`',
  '!tag',
  '&a',
  '*a',
  '|',
  '>',
  '[a]',
  '{a: b}',
  'a, b',
  '"a"',
  "it's",
  '\\n',
  'a\nb',
  'a\r\nb',
  '\ta',
  'a ',
  ' a',
  ' ',
  '\u3000某地',
  '某地\u3000',
  'a\u00a0b',
  '\ufeffa',
  'a\u2028b',
  '\u0085',
  '\u007f',
  '\u200b',
  '\ud800',
  '𠮷野',
  '省市（州）',
  '〔2018〕42号',
  '“十四五”',
  '《意见》',
  '——重点',
  'n',
  '加强；监管：',
  '１２',
  'e1',
]

describe('YAML says what JSON says', () => {
  it.each(NASTY.map((text) => [JSON.stringify(text), text]))('%s', (_, text) => {
    const registry = holding(text)
    const yaml = write(WRITERS.yaml, registry)
    expect(load(yaml)).toEqual(registry)
    expect(parse(yaml)).toEqual(registry)
    expect(JSON.parse(write(WRITERS.json, registry))).toEqual(registry)
  })

  it('any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const registry = holding(text)
        expect(load(write(WRITERS.yaml, registry))).toEqual(registry)
      }),
      { numRuns: 200 },
    )
  })

  it('dates are quoted, so that no reader makes them times', () => {
    expect(write(WRITERS.yaml, registryOf())).toMatch(/end: "2026-12-31"/)
  })
})

describe('pieces', () => {
  it.each(['yaml', 'json'] as const)('%s of many documents, of one, of none', (format) => {
    const registry = registryOf()
    const [document] = registry.documents
    for (const documents of [[], [document!], [document!, document!, document!]]) {
      expect(parse(write(WRITERS[format], { ...registry, documents }))).toEqual({ ...registry, documents })
    }
  })

  it('lines of JSON are one line a document', () => {
    const registry = holding('甲\n乙')
    expect(write(WRITERS.ndjson, registry).trimEnd().split('\n')).toHaveLength(1)
  })

  it.each([
    ['r.yaml', 'yaml'],
    ['r.YML', 'yaml'],
    ['r.json', 'json'],
    ['r.ndjson', 'ndjson'],
    ['r.jsonl', 'ndjson'],
    ['r.txt', null],
  ] satisfies [string, Format | null][])('the name %s asks for %s', (name, format) =>
    expect(formatOf(name)).toBe(format),
  )
})
