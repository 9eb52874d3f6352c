import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { write } from '../../src/writers/index.js'
import { type Row, rows } from '../../src/writers/rows.js'
import { example, obligations } from './example.js'

const schema = (name: string): object =>
  JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object
const lines = write(rows, example()).trimEnd().split('\n')
const found = lines.map((line) => JSON.parse(line) as Row)

describe('rows', () => {
  it('one obligation a line, in order', () => {
    expect(found.map(({ document, id, text }) => [document, id, text])).toEqual(
      example().documents.flatMap((document) =>
        document.obligations.map(({ id, text }) => [document.id, id, text]),
      ),
    )
  })

  it('are what schemas/row.schema.json says, in its order', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })
    addFormats.default(ajv)
    ajv.addSchema(schema('registry'))
    const validate = ajv.compile(schema('row'))
    const order = Object.keys((schema('row') as { properties: object }).properties)
    for (const row of found) {
      validate(row)
      expect(validate.errors).toBeNull()
      expect(Object.keys(row)).toEqual(order)
    }
  })

  it('hold the facts of the registry', () => {
    const expected = obligations()
    expect(found.map(({ due, dueBasis }) => (due ? { date: due, basis: dueBasis } : null))).toEqual(
      expected.map(({ due }) => due),
    )
    expect(found.map(({ bodies }) => bodies.map(({ name, role }) => `${role} ${name}`))).toEqual(
      expected.map(({ assignees }) => assignees.map(({ name, role }) => `${role} ${name}`)),
    )
    expect(found.flatMap(({ targets }) => targets.map(({ value, high }) => [value, high]))).toEqual(
      expected.flatMap(({ targets }) =>
        targets.map(({ value }) => (Array.isArray(value) ? value : [value, null])),
      ),
    )
    expect(found.map(({ deadlines }) => deadlines.map(({ text }) => text))).toEqual(
      expected.map(({ deadlines }) => deadlines.map(({ text }) => text)),
    )
    expect(found[0]).toMatchObject({
      document: 'tuoyu',
      title: '云台市托育服务提升三年行动方案',
      issuers: ['云台市人民政府'],
      issuedOn: '2024-03-18',
      sectionPath: '一、重点任务 › （一）扩大供给',
      lead: ['市卫生健康委'],
      support: ['市财政局', '市民政局'],
      openEnded: true,
    })
  })

  it('are not broken by a line break in a text', () => {
    const registry = example()
    registry.documents[0]!.obligations[0]!.text = '甲\n乙\u2028丙'
    expect(write(rows, registry).trimEnd().split('\n')).toHaveLength(lines.length)
  })
})
