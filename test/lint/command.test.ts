import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lintCommand } from '../../src/cli/lint.js'
import { CommandError, makeUi, type Ui } from '../../src/cli/ui.js'
import { RULES } from '../../src/lint/rules/index.js'
import { Folder, PLAN, qparse } from '../cli/run.js'

const folder = new Folder()
const home = process.cwd()
const BAD = `${PLAN}（三）加强考核（含督查。\n`
const WARN = PLAN.replace('（责任单位：市民政局、市审计局）', '')

beforeAll(() => {
  folder.write('good.txt', PLAN)
  folder.write('bad.txt', BAD)
  folder.write('warn.txt', WARN)
  folder.write('empty.txt', '')
  folder.write('strict.yaml', 'lint:\n  maxWarnings: 0\n')
  folder.write('off.yaml', 'lint:\n  rules:\n    no-responsible-body: off\n    unbalanced-bracket: info\n')
  folder.write('none.yaml', '')
  folder.write('syntax.yaml', 'lint:\n  rules: [\n')
  folder.write('unknown.yaml', 'lint:\n  rules:\n    no-such-rule: off\n')
  folder.write('level.yaml', 'lint:\n  rules:\n    numbering-gap: fatal\n')
  folder.write('words.yaml', 'lint:\n  vague: [蹭蹭]\nmodals:\n  degree: [蹭蹭]\n')
  process.chdir(folder.path)
})
afterAll(() => {
  process.chdir(home)
  folder.remove()
})

interface Run {
  status: number
  out: string
  err: string
}

/** The command inside this process, where coverage sees it; a usage fault comes back as its sentence with status 2. */
async function run(files: string[], options: object = {}): Promise<Run> {
  const said = { out: '', err: '' }
  const ui: Ui = {
    ...(await makeUi('en', false, null)),
    out: async (text) => void (said.out += text),
    err: (line) => void (said.err += `${line}\n`),
  }
  try {
    return { status: await lintCommand(files, options, ui), ...said }
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    return { status: 2, out: said.out, err: ui.say(error.text, error.values) }
  }
}

it('a file that is missing is said to the terminal though the findings go into a file, and quietly', async () => {
  const { status, out, err } = await run(['none.txt', 'good.txt'], { output: 'findings.txt', quiet: true })
  expect([status, out]).toEqual([2, ''])
  expect(err).toContain('There is no file “none.txt”.')
  expect(readFileSync('findings.txt', 'utf8')).toContain('none.txt')
})

describe('exit status', () => {
  it.each([
    ['nothing wrong', ['good.txt'], {}, 0],
    ['an error', ['bad.txt'], {}, 1],
    ['warnings', ['warn.txt'], {}, 0],
    ['more warnings than allowed', ['warn.txt'], { maxWarnings: '0' }, 1],
    ['as many warnings as allowed', ['warn.txt'], { maxWarnings: '1' }, 0],
    ['more warnings than the settings allow', ['warn.txt'], { config: 'strict.yaml' }, 1],
    ['an option against the settings', ['warn.txt'], { config: 'strict.yaml', maxWarnings: '9' }, 0],
    ['an error that is lowered', ['bad.txt'], { rule: ['unbalanced-bracket=warning'] }, 0],
    ['a warning that is raised', ['warn.txt'], { rule: ['no-responsible-body=error'] }, 1],
    ['settings that lower', ['bad.txt'], { config: 'off.yaml' }, 0],
    ['an option over settings', ['bad.txt'], { config: 'off.yaml', rule: ['unbalanced-bracket=error'] }, 1],
    ['a text without text', ['empty.txt'], {}, 1],
    ['a file that does not exist', ['none.txt', 'good.txt'], {}, 2],
    ['empty settings', ['good.txt'], { config: 'none.yaml' }, 0],
  ])('%s', async (_, files, options, status) => expect((await run(files, options)).status).toBe(status))
})

describe('wrong usage', () => {
  it.each([
    [[], {}, 'Which files?'],
    [['good.txt'], { format: 'xml' }, 'pretty, json, sarif, github, junit'],
    [['good.txt'], { rule: ['numbering-gap'] }, 'NAME=off|info|warning|error'],
    [['good.txt'], { rule: ['numbering-gap=fatal'] }, 'off, info, warning, error'],
    [['good.txt'], { rule: ['no-such-rule=off'] }, 'numbering-gap'],
    [['good.txt'], { maxWarnings: 'many' }, '--max-warnings'],
    [['good.txt'], { config: 'absent.yaml' }, 'cannot be read (ENOENT)'],
    [['good.txt'], { config: '.' }, 'cannot be read (EISDIR)'],
    [['good.txt'], { config: 'syntax.yaml' }, 'syntax.yaml:'],
    [['good.txt'], { config: 'unknown.yaml' }, 'no-such-rule'],
    [['good.txt'], { config: 'level.yaml' }, '/lint/rules/numbering-gap'],
    [['good.txt'], { output: '.' }, 'cannot be written'],
  ])('%j %j', async (files, options, sentence) => {
    const { status, err } = await run(files, options)
    expect(status).toBe(2)
    expect(err).toContain(sentence)
  })
})

describe('output', () => {
  it('goes to a file where one is named', async () => {
    const { out, status } = await run(['bad.txt'], { format: 'json', output: 'report.json' })
    expect([out, status]).toEqual(['', 1])
    expect(JSON.parse(readFileSync(folder.file('report.json'), 'utf8')).stat.error).toBe(1)
  })
  it('leaves no half file', async () => {
    await run(['bad.txt'], { format: 'json', output: 'none/\0.json' })
    expect(existsSync(folder.file('none/x.json'))).toBe(false)
  })
  it('of -q has errors only', async () => {
    const { out, err } = await run(['bad.txt', 'warn.txt'], { quiet: true })
    expect(out).toContain('unbalanced-bracket')
    expect(out).not.toContain('warning')
    expect(err).toBe('')
  })
  it('counts what was found', async () => {
    expect((await run(['good.txt'])).err).toBe('documents: 1, errors: 0, warnings: 0, notes: 0\n')
    expect((await run(['warn.txt'], { maxWarnings: '0' })).err).toContain(
      'Warnings: 1; --max-warnings allows 0',
    )
  })
  it('uses further words', async () => {
    folder.write('vague.txt', PLAN.replace('覆盖率达到90%以上', '服务能力蹭蹭提升'))
    const name = 'goal-without-figure'
    expect((await run(['vague.txt'])).out).not.toContain(name)
    expect((await run(['vague.txt'], { lexicon: ['words.yaml'] })).out).toContain(name)
  })
})

describe('the command itself', () => {
  beforeAll(() => process.chdir(home))
  it('reads qparse.config.yaml of its folder, and speaks Chinese', () => {
    folder.write('qparse.config.yaml', 'lint:\n  rules:\n    unbalanced-bracket: warning\n')
    const { status, err, out } = qparse(['lint', 'bad.txt', '--lang', 'zh'], folder.path)
    expect(out).toContain('警告 unbalanced-bracket  “（”在本句中没有配对。')
    expect(err).toMatch(/^1 个文档：0 个错误，\d+ 个警告，0 个提示\n$/)
    expect(status).toBe(0)
  })
  it('gives the same bytes every time', () => {
    const args = ['lint', 'bad.txt', 'warn.txt', '-f', 'json']
    expect(qparse(args, folder.path).out).toBe(qparse(args, folder.path).out)
  })
})

it('schemas/config.schema.json knows every rule', () => {
  const schema = JSON.parse(readFileSync(`${home}/schemas/config.schema.json`, 'utf8'))
  const { properties } = schema.properties.lint.properties.rules
  expect(Object.keys(properties)).toEqual(RULES.map(({ name }) => name))
  for (const { name, severity, about } of RULES)
    expect(properties[name].description).toBe(`${about.en} Without a setting: ${severity}.`)
})
