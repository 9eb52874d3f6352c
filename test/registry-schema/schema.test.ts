import { readFileSync, readdirSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { CODES } from '../../src/diagnostics/codes.js'
import { registryOf } from './example.js'

type Schema = Readonly<Record<string, unknown>>
const read = (file: string): Schema => JSON.parse(readFileSync(file, 'utf8')) as Schema
const schema = read('schemas/registry.schema.json')
const files = [
  'registry.schema.json',
  'lexicon.schema.json',
  ...readdirSync('schemas/lexicon').map((name) => `lexicon/${name}`),
]

/** Every schema inside a schema, with its path. */
function* schemasIn(value: unknown, path = ''): Generator<[string, Schema]> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield [path, value as Schema]
  for (const [name, item] of Object.entries(value)) yield* schemasIn(item, `${path}/${name}`)
}

describe.each(files)('schemas/%s', (file) => {
  const all = [...schemasIn(read(`schemas/${file}`))]

  it('describes every property and definition', () => {
    const silent = all.filter(
      ([path, item]) => /\/(properties|\$defs)\/[^/]+$/.test(path) && !item['description'],
    )
    expect(silent.map(([path]) => path)).toEqual([])
  })

  it('is a schema of draft 2020-12 without loose ends', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })
    addFormats.default(ajv)
    expect(() => ajv.compile(read(`schemas/${file}`))).not.toThrow()
  })
})

describe('the registry', () => {
  it('knows no property beyond those it lists, and wants every one', () => {
    const objects = [...schemasIn(schema)].filter(([, item]) => item['type'] === 'object')
    expect(objects.length).toBeGreaterThan(15)
    for (const [path, item] of objects) {
      expect([path, item['additionalProperties']]).toEqual([path, false])
      expect([path, item['required']]).toEqual([path, Object.keys(item['properties'] as object)])
    }
  })

  it('lists the diagnostic codes that there are', () => {
    const { diagnosticCode } = schema['$defs'] as Record<string, Schema>
    expect(diagnosticCode?.['enum']).toEqual(Object.keys(CODES).sort())
  })

  it('is written with its properties in the order of the schema', () => {
    const defs = schema['$defs'] as Record<string, { properties: object }>
    const [document] = registryOf().documents
    const order = (name: string): string[] => Object.keys(defs[name]?.properties ?? {})
    const item = document?.obligations[0]
    expect(Object.keys(document ?? {})).toEqual(order('document'))
    expect(Object.keys(document?.sections[0] ?? {})).toEqual(order('section'))
    expect(Object.keys(document?.assignments[0] ?? {})).toEqual(order('assignment'))
    expect(Object.keys(item ?? {})).toEqual(order('obligation'))
    expect(Object.keys(item?.targets[0] ?? {})).toEqual(order('target'))
    expect(Object.keys(item?.deadlines[0] ?? {})).toEqual(order('deadline'))
    expect(Object.keys(item?.span ?? {})).toEqual(order('span'))
  })
})
