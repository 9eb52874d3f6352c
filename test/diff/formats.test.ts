import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diffCommand } from '../../src/cli/diff.js'
import { CommandError, makeUi, type Ui } from '../../src/cli/ui.js'
import { type DiffFormat, KINDS, viewOf, writeDiff } from '../../src/diff/index.js'
import { PLAIN } from '../../src/diagnostics/print.js'
import { Folder, PLAN, qparse } from '../cli/run.js'
import { diffTexts } from './registry.js'

type Schema = { readonly $defs: Record<string, { readonly enum?: unknown; readonly required?: unknown }> }
const read = (name: string): Schema =>
  JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as Schema
const schema = read('diff')
const NEW = PLAN.replace('90%', '95%').replace('2025年', '2027年').replace('鼓励社会力量参与。', '')

const write = (
  format: DiffFormat,
  width = 80,
  language: 'en' | 'zh' = 'en',
  [old, now] = [PLAN, NEW],
): string => writeDiff(viewOf(diffTexts(old, now)), format, { language, width })

describe('schemas/diff.schema.json', () => {
  it('fits what is written, of seeds too', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })
    addFormats.default(ajv)
    const validate = ajv.compile(schema)
    const [a, b] = ['000_ded8a53b7f9cb8f7', '003_d9fc7a46cc0fcb8c'].map((name) =>
      readFileSync(`seeds/${name}.txt`, 'utf8'),
    )
    for (const diff of [
      diffTexts(PLAN, NEW),
      diffTexts(a ?? '', b ?? ''),
      diffTexts(PLAN, PLAN),
      diffTexts('', PLAN),
    ]) {
      validate(JSON.parse(JSON.stringify(diff)))
      expect(validate.errors).toBeNull()
    }
  })

  it('lists the kinds, and takes targets and places from the registry', () => {
    expect([schema.$defs['kind']?.enum, schema.$defs['stat']?.required]).toEqual([KINDS, KINDS])
    for (const name of ['target', 'span', 'role', 'basis', 'obligationType'])
      expect(schema.$defs[name]).toEqual(read('registry').$defs[name])
  })
})

describe('the seeds of Xinjiang, 2018 and 2023', () => {
  it('the pass rate of farm produce went from 96 to 98, its date from 2020 to 2025', () => {
    const [a, b] = ['000_ded8a53b7f9cb8f7', '003_d9fc7a46cc0fcb8c'].map((name) =>
      readFileSync(`seeds/${name}.txt`, 'utf8'),
    )
    const [change] = viewOf(diffTexts(a ?? '', b ?? ''), { only: ['target-tightened'] }).changes
    expect(change?.kinds).toContain('deadline-later')
    expect(change?.details.targets).toContainEqual({
      kind: 'target-tightened',
      old: expect.objectContaining({ value: 96, due: '2020-12-31' }) as unknown,
      new: expect.objectContaining({
        metric: '农产品质量安全例行监测合格率',
        value: 98,
        due: '2025-12-31',
      }) as unknown,
    })
  })
})

describe('for people', () => {
  it('signs mark what changed where there is no colour', () => {
    const text = write('pretty')
    expect(text).toContain('社区养老服务覆盖率达到[-90-]{+95+}%以上')
    expect(text).toMatch(
      /target tightened {2}社区养老服务覆盖率 >= 90 % \(due 2025-12-31\) → .* >= 95 % \(due 2027-12-31\)/,
    )
    expect(text).toMatch(/^removed {2}1\.2-2 \(6:\d+\) 加强监管\n {4}\[-鼓励社会力量参与。-\]$/m)
  })

  it('the two sides stand beside each other where there is room', () => {
    const line = write('pretty', 140)
      .split('\n')
      .find((text) => text.includes('│'))
    expect(line).toMatch(/^ {4}到\[-2025-\]年.* │ 到\{\+2027\+\}年/)
  })

  it('colours take the place of the signs', () => {
    const palette = { ...PLAIN, red: (text: string) => `<${text}>`, cyan: (text: string) => `(${text})` }
    const diff = viewOf(diffTexts(PLAN, NEW))
    expect(writeDiff(diff, 'pretty', { language: 'en', palette })).toContain('覆盖率达到<90>(95)%以上')
  })

  it('counts, in Chinese', () => {
    const stat = writeDiff(diffTexts(PLAN, NEW), 'pretty', { language: 'zh', stat: true })
    expect(stat).toMatch(/^删除 +1$/m)
    expect(stat).toMatch(/^指标收紧 +1$/m)
  })

  it('nothing differs: nothing is written', () => {
    expect(write('pretty', 80, 'en', [PLAN, PLAN])).toBe('')
  })

  it('sections that came and went are named', () => {
    const old = '一、培训\n（一）师资。加强师资培训。\n二、监管\n建立巡查制度。\n'
    const now = '一、培训\n（一）师资队伍。加强师资培训。\n三、监管\n建立巡查制度。\n'
    expect(write('pretty', 80, 'en', [old, now])).toMatch(
      /^§ retitled .*\n§ renumbered {2}2 \(3:1\) 监管 → 3 \(3:1\) 监管\n/,
    )
  })

  it.each(['md', 'html'] as const)('%s: no sign of a text becomes markup', (format) => {
    const text = write(format, 80, 'zh', [
      PLAN,
      PLAN.replace('养老服务站', '养老<script>alert(1)</script>&`*站*`'),
    ])
    expect(text).not.toContain('<script>')
    expect(text).toContain('变更对照')
    expect(text).toContain('<ins>')
    if (format === 'html') expect(text).toMatch(/^<!doctype html><html lang="zh-CN">/)
  })
})

describe('qparse diff', () => {
  const folder = new Folder()
  beforeAll(() => {
    folder.write('old.txt', PLAN)
    folder.write('new.txt', NEW)
    folder.write('odd.json', '{"documents": 1}')
    folder.write('bad.yaml', '- [')
    for (const name of ['old', 'new']) qparse([`${name}.txt`, '-q', '-o', `${name}.json`], folder.path)
  })
  afterAll(() => folder.remove())

  async function run(
    names: [string, string],
    options = {},
  ): Promise<{ status: number; out: string; err: string }> {
    const said = { out: '', err: '' }
    const ui: Ui = {
      ...(await makeUi('en', false, null)),
      out: async (text) => void (said.out += text),
      err: (line) => void (said.err += `${line}\n`),
    }
    const paths = names.map((name) => folder.file(name)) as [string, string]
    return { status: await diffCommand(paths, options, ui), ...said }
  }

  it('texts and registries alike', async () => {
    const texts = await run(['old.txt', 'new.txt'], { format: 'md' })
    expect(texts).toEqual({ ...(await run(['old.json', 'new.json'], { format: 'md' })), err: '' })
    expect((await run(['old.json', 'new.txt'], { stat: true })).out).toMatch(/target tightened +1/)
  })

  it('--exit-code, as far as the kinds go that are asked for', async () => {
    const status = async (options: object, now = 'new.txt'): Promise<number> =>
      (await run(['old.txt', now], options)).status
    expect(await status({})).toBe(0)
    expect(await status({ exitCode: true })).toBe(1)
    expect(await status({ exitCode: true, only: ['target-relaxed'] })).toBe(0)
    expect(await status({ exitCode: true, only: ['target-relaxed,removed'] })).toBe(1)
    expect(await status({ exitCode: true }, 'old.json')).toBe(0)
  })

  it('--all lists what stayed, -o writes by the ending', async () => {
    await run(['old.txt', 'new.txt'], { all: true, output: folder.file('diff.json') })
    const diff = JSON.parse(readFileSync(folder.file('diff.json'), 'utf8')) as {
      changes: { kinds: string[] }[]
      stat: object
    }
    expect(diff.changes.filter(({ kinds }) => kinds[0] === 'unchanged')).toHaveLength(2)
    expect(diff.stat).toMatchObject({ unchanged: 2, removed: 1, 'target-tightened': 1, 'deadline-later': 1 })
  })

  it.each([
    [['none.json', 'new.txt'], {}],
    [['none.txt', 'new.txt'], {}],
    [['odd.json', 'new.txt'], {}],
    [['bad.yaml', 'new.txt'], {}],
    [['old.txt', 'new.txt'], { format: 'xml' }],
    [['old.txt', 'new.txt'], { only: ['bigger'] }],
    [['old.txt', 'new.txt'], { output: '/dev/null/x.md' }],
  ] as [[string, string], object][])('%j %j ends with what is wrong', async (names, options) => {
    await expect(run(names, options)).rejects.toThrow(CommandError)
  })

  it('as people start it', () => {
    const { status, out } = qparse(
      ['diff', '-', 'new.json', '--stat', '--exit-code', '--lang', 'zh'],
      folder.path,
      { input: PLAN },
    )
    expect([status, out.includes('指标收紧')]).toEqual([1, true])
    const same = qparse(['diff', 'old.json', 'old.txt', '--exit-code'], folder.path)
    expect(same).toEqual({ status: 0, out: '', err: 'No differences.\n' })
    expect(qparse(['diff', 'old.txt'], folder.path).status).toBe(2)
    const piped = qparse(['diff', '-', 'old.txt', '-q'], folder.path, {
      input: readFileSync(folder.file('old.json'), 'utf8'),
    })
    expect(piped).toEqual({ status: 0, out: '', err: '' })
  })
})
