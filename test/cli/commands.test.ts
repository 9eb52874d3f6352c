import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { Folder, PLAN, qparse } from './run.js'

const folder = new Folder()
folder.write('plan.txt', PLAN)
qparse(['plan.txt', '-o', 'r.json', '-q'], folder.path)
qparse(['plan.txt', '-o', 'r.yaml', '-q'], folder.path)
qparse(['plan.txt', '-o', 'r.ndjson', '-q'], folder.path)
afterAll(() => folder.remove())

describe('qparse validate', () => {
  it('accepts what qparse wrote, in every format', () => {
    const { status, err } = qparse(
      ['validate', 'r.json', 'r.yaml', 'r.ndjson', '--sources', '.'],
      folder.path,
    )
    expect(err.match(/: valid; documents: 1, obligations: \d+/g)).toHaveLength(3)
    expect(err.match(/every quote stands in its source/g)).toHaveLength(3)
    expect(status).toBe(0)
  })

  it('refuses what is no registry', () => {
    folder.write('list.json', '[1, 2]')
    folder.write('torn.json', '{"documents": [')
    folder.write('broken.yaml', 'documents: [\n- }')
    expect(qparse(['validate', 'list.json'], folder.path)).toMatchObject({
      status: 1,
      err: expect.stringContaining('must be object') as string,
    })
    expect(qparse(['validate', 'torn.json'], folder.path)).toMatchObject({
      status: 1,
      err: expect.stringContaining('this is no registry') as string,
    })
    expect(qparse(['validate', 'broken.yaml'], folder.path).status).toBe(1)
    expect(qparse(['validate', 'plan.txt', '--lang', 'zh'], folder.path)).toMatchObject({
      status: 1,
      err: expect.stringMatching(/类型应为 object|不是登记册/) as string,
    })
    expect(qparse(['validate', 'none.json'], folder.path).status).toBe(2)
  })

  it('names the place of a fault', () => {
    const text = readFileSync(folder.file('r.json'), 'utf8')
    folder.write('changed.json', text.replace('"assignment": "a1"', '"assignment": "a99"'))
    const { status, err } = qparse(['validate', 'changed.json'], folder.path)
    expect(status).toBe(1)
    expect(err).toMatch(
      /documents\[0\]\.obligations\[\d+\]\.assignees\[0\]\.assignment {2}there is no assignment “a99”/,
    )
  })

  it('with --sources refuses a registry whose text changed by one character', () => {
    const other = new Folder()
    other.write('plan.txt', PLAN.replace('90%', '91%'))
    const { status, err } = qparse(['validate', 'r.json', '--sources', other.path], folder.path)
    expect(status).toBe(1)
    expect(err).toContain('the file has changed since')
    expect(err).toMatch(/targets\[0\]\.text {2}the source has “.*91%以上”/)
    const chinese = qparse(['validate', 'r.json', '--sources', other.path, '--lang', 'zh'], folder.path).err
    expect(chinese).toContain('原文已改动')
    other.write('plan.txt', PLAN.replace('\n', '\n\n'))
    expect(qparse(['validate', 'r.json', '--sources', other.path], folder.path).status).toBe(1)
    other.remove()
  })

  it('with --sources misses a text, or the folder', () => {
    expect(qparse(['validate', 'r.json', '--sources', 'nowhere'], folder.path).status).toBe(2)
    const empty = new Folder()
    const { status, err } = qparse(['validate', 'r.json', '--sources', empty.path], folder.path)
    expect([status, err.includes('the source “plan.txt” was not found')]).toEqual([1, true])
    empty.remove()
  })
})

describe('qparse explain', () => {
  it('one line: the way to it, its units, the rules and the values', () => {
    const { status, out } = qparse(['explain', 'plan.txt:5'], folder.path)
    expect(status).toBe(0)
    expect(out).toContain('§ 1  一、  主要任务')
    expect(out).toContain('§ 1.1  （一）  完善设施')
    expect(out).toMatch(/5:\d+ {2}outcome {2}到2025年，社区养老服务覆盖率达到90%以上。/)
    expect(out).toMatch(/rules +\S/)
    expect(out).toMatch(/target +社区养老服务覆盖率 >= 90 % {2}\[\S+\]/)
    expect(out).toMatch(/deadline +by 2025-12-31 {2}\[\S+\] {2}到2025年/)
    expect(out).toMatch(/obligation +1\.1-2 {2}due 2025-12-31 \(stated\) {2}市民政局\/lead/)
    expect(out).not.toContain('严禁')
  })

  it('the whole tree', () => {
    const { out } = qparse(['explain', 'plan.txt'], folder.path)
    expect(out).toMatch(/^document {2}某市养老服务提升行动方案/)
    expect(out).toMatch(/ {4}6:\d+ {2}prohibition {2}严禁挪用养老服务资金。/)
  })

  it('a line that is not there, a line without a unit, a file that is not there', () => {
    expect(qparse(['explain', 'plan.txt:99'], folder.path)).toMatchObject({
      status: 2,
      err: expect.stringContaining('7 lines') as string,
    })
    expect(qparse(['explain', 'plan.txt:2', '--lang', 'zh'], folder.path).out).toContain('此行没有单元')
    expect(qparse(['explain', 'none.txt:2'], folder.path)).toMatchObject({
      status: 2,
      err: expect.stringContaining('file-missing') as string,
    })
  })
})

describe('the rest', () => {
  it('qparse schema prints the file', () => {
    const file = readFileSync('schemas/registry.schema.json', 'utf8')
    expect(qparse(['schema'], folder.path).out).toBe(file)
    expect(qparse(['schema', 'lexicon'], folder.path).out).toContain('LexiconFile')
  })

  it('--version, fast and alone', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(qparse(['--version'], folder.path)).toEqual({ status: 0, out: `${version}\n`, err: '' })
    expect(qparse(['-V', '--lang', 'zh'], folder.path)).toEqual({ status: 0, out: `${version}\n`, err: '' })
  })

  it('--help shows examples, in both languages', () => {
    const { status, out } = qparse(['--help'], folder.path)
    expect(status).toBe(0)
    expect(out).toContain('Examples:')
    expect(qparse(['--help', '--lang', 'zh'], folder.path).out).toContain('示例：')
    expect(qparse(['explain', '--help'], folder.path).out).toContain('file[:line]')
  })
})
