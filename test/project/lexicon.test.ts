import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { LexiconData } from '../../src/grammar/lexicon.js'
import { listsNamed, unreachableEntries } from './reachability.js'

const WORDS = 'grammars/lexicon'
const SCHEMAS = 'schemas/lexicon'
const files = readdirSync(WORDS)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => basename(name, '.yaml'))
const lexicon = Object.fromEntries(
  files.map((file) => [
    file,
    parse(readFileSync(join(WORDS, `${file}.yaml`), 'utf8')) as LexiconData[string],
  ]),
)

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('generated'))
  .map((name) => readFileSync(join('src', name), 'utf8'))

describe('each word list validates against the schema of its file', () => {
  it.each(files)('%s', (file) => {
    const schema = JSON.parse(readFileSync(join(SCHEMAS, `${file}.schema.json`), 'utf8')) as object
    const validate = new Ajv2020({ allErrors: true, strict: true }).compile(schema)
    validate(lexicon[file])
    const faults = validate.errors ?? []
    expect(faults.map(({ instancePath, message }) => `${instancePath} ${message}`)).toEqual([])
  })
})

describe('each entry can be reached', () => {
  it('in the lexicon that ships', () => {
    const found = unreachableEntries(lexicon, listsNamed(lexicon, sources))
    expect(found.map(({ list, word, why }) => `${list}: ${word} (${why})`)).toEqual([])
  })

  const planted = (word: string): LexiconData => ({ verbs: { directive: ['加强', '推进', word] } })
  const used = new Set(['verbs.directive'])
  it.each([
    ['of a full-width form', '（含）以上'],
    ['with an ideographic space', '贯彻　落实'],
    ['with a space', '贯彻 落实'],
    ['with a sentence end', '负责。'],
    ['of nothing', ''],
    ['that stands twice', '加强'],
  ])('a planted word %s is found: %j', (_, word) => {
    expect(unreachableEntries(planted(word), used).map((entry) => entry.word)).toEqual([word])
  })

  it('a planted list that no rule names is found', () => {
    const found = unreachableEntries({ ...planted('强化'), notes: { words: ['注'] } }, used)
    expect(found).toEqual([{ list: 'notes.words', word: '注', why: 'no rule names its list' }])
  })
})

describe('which lists the rules name', () => {
  const data = { organs: { suffix: ['局'], level: ['市'], other: ['某'] } }
  it.each([
    ['by name', "lexicon.list('organs.suffix')", ['organs.suffix']],
    [
      'by a name put together',
      "for (const name of ['suffix', 'level']) lexicon.list(`organs.${name}`)",
      ['organs.suffix', 'organs.level'],
    ],
    ['not at all', '// organs, suffix', []],
  ])('%s', (_, source, expected) => {
    expect([...listsNamed(data, [source])]).toEqual(expected)
  })
})
