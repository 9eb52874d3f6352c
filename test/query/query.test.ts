import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { load } from 'js-yaml'
import { afterAll, describe, expect, it } from 'vitest'
import { displayWidth } from '../../src/diagnostics/width.js'
import type { QueryResult } from '../../src/query/index.js'
import { Folder, qparse } from '../cli/run.js'
import { example, obligations } from '../writers/example.js'

const folder = new Folder()
folder.write('r.json', JSON.stringify(example()))
afterAll(() => folder.remove())

const query = (...args: string[]): { status: number; out: string; err: string } =>
  qparse(['query', 'r.json', ...args], folder.path)
const json = (...args: string[]): QueryResult => JSON.parse(query(...args, '-f', 'json').out) as QueryResult

describe('qparse query', () => {
  it('answers “what does this body lead before that day” in one line', () => {
    const { status, out, err } = query('--body', '卫生健康委', '--role', 'lead', '--due-before', '2026-12-31')
    expect(out.split('\n').map((line) => line.split(/ {2,}/).slice(0, 3))).toEqual([
      ['Id', 'Type', 'Due'],
      ['1.1-1', 'outcome', '2026-12-31'],
      ['1.1-2', 'encouragement', '2026-12-31 (paragraph)'],
      [''],
    ])
    expect([status, err]).toEqual([0, '2 of 11 obligations\n'])
  })

  it.each([60, 100, 140])('lines columns up and stays within %d columns', (width) => {
    const { out } = query('--body', '市', '--width', String(width), '--lang', 'zh')
    const lines = out.trimEnd().split('\n')
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width)
    const at = (line: string): number => displayWidth(line.slice(0, line.search(/类型|行动|结果|鼓励|禁止/)))
    expect(new Set(lines.map(at)).size).toBe(1)
  })

  it('shows whole texts with --width 0', () => {
    const { out } = query('--width', '0')
    for (const { text } of obligations()) expect(out).toContain(text)
  })

  it('groups', () => {
    const { out } = query('--group-by', 'due-year', '--document', '托育', '--lang', 'zh')
    expect(out.split('\n').filter((line) => /^\S+（\d+）$/.test(line))).toEqual([
      '2025（3）',
      '2026（2）',
      '（无时限）（3）',
    ])
  })

  it('json and yaml say the same and are what schemas/query.schema.json says', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })
    addFormats.default(ajv)
    const schema = (name: string): object =>
      JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object
    ajv.addSchema(schema('registry'))
    const validate = ajv.compile(schema('query'))
    for (const args of [
      [],
      ['--group-by', 'body', '--has', 'target'],
      ['--due-after', '2026', '--body', '无此部门'],
    ]) {
      const result = json(...args)
      validate(result)
      expect(validate.errors).toBeNull()
      expect(load(query(...args, '-f', 'yaml').out)).toEqual(result)
    }
  })

  it('gives the obligations as they stand in the registry', () => {
    const result = json('--sort', 'due', '--limit', '3', '--group-by', 'type')
    expect(result).toMatchObject({ count: 3, total: 11, groupBy: 'type' })
    const all = obligations()
    for (const { obligation } of result.obligations) expect(all).toContainEqual(obligation)
    expect(result.groups?.map(({ key, count }) => [key, count])).toEqual([
      ['action', 2],
      ['outcome', 1],
    ])
  })

  it('takes months and years for dates', () => {
    const ids = (...args: string[]): string[] =>
      json(...args).obligations.map(({ obligation }) => obligation.id)
    expect(ids('--due-after', '2025-04', '--due-before', '2025-04')).toEqual(['1.3-1', '1.3-2', '1.3-3'])
    expect(ids('--due-after', '2026', '--due-before', '2026')).toEqual(['1.1-1', '1.1-2'])
  })

  it('hands on what was found', () => {
    expect(query('--text', '收费', '-f', 'rows').out.trimEnd().split('\n')).toHaveLength(2)
    expect(query('--text', '收费', '-f', 'csv').out.trimEnd().split('\r\n')).toHaveLength(3)
    expect(query('--text', '收费', '-f', 'md', '--group-by', 'type').out).toMatch(
      /^## 行动 \(任务 2 项\)\n\n\| 编号 /,
    )
    expect(query('--text', '收费', '-f', 'ics').out.match(/BEGIN:VTODO/g)).toHaveLength(3)
    expect(query('--text', '收费', '-o', 'found.xlsx', '-q').status).toBe(0)
    expect(readFileSync(folder.file('found.xlsx')).subarray(0, 2).toString()).toBe('PK')
  })

  it('finds nothing without a fault', () => {
    expect(query('--body', '无此部门')).toEqual({ status: 0, out: '', err: '0 of 11 obligations\n' })
  })

  it.each([
    [['--type', 'duty'], '--type'],
    [['--role', 'boss'], '--role'],
    [['--due-before', 'soon'], '--due-before'],
    [['--due-after', '2024-13'], '--due-after'],
    [['--limit', '-1'], '--limit'],
    [['--group-by', 'moon'], '--group-by'],
    [['-f', 'pdf'], '--format'],
  ])('refuses %j', (args, option) => {
    const { status, out, err } = query(...args)
    expect([status, out, err.includes(option)]).toEqual([2, '', true])
  })

  it('refuses what is no registry, and what is not there', () => {
    folder.write('list.json', '[1]')
    folder.write('torn.json', '{"documents": [')
    expect(qparse(['query', 'list.json'], folder.path).status).toBe(2)
    expect(qparse(['query', 'torn.json'], folder.path).err).toContain('this is no registry')
    expect(qparse(['query', 'none.json', '--lang', 'zh'], folder.path)).toMatchObject({ status: 2, out: '' })
  })

  it('reads several registries, and standard input', () => {
    expect(
      qparse(['query', 'r.json', 'r.json', '-q', '-f', 'rows'], folder.path).out.trimEnd().split('\n'),
    ).toHaveLength(22)
    const piped = qparse(['query', '-', '--has', 'target', '-f', 'rows'], folder.path, {
      input: JSON.stringify(example()),
    })
    expect(piped.out.trimEnd().split('\n')).toHaveLength(2)
  })
})
