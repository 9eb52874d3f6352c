import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CODES } from '../../src/diagnostics/codes.js'
import { refresh } from '../../scripts/readme.mjs'

const read = (path: string): string => readFileSync(path, 'utf8')

describe('outputs in the documents', () => {
  test('are what the commands print now', { timeout: 120_000 }, () => {
    const { status, stdout } = spawnSync(process.execPath, ['scripts/readme.mjs', '--check'], {
      encoding: 'utf8',
    })
    expect(stdout).toBe('')
    expect(status).toBe(0)
  })

  const block = (flags: string, shown: string): string =>
    `Text.\n\n<!-- output${flags}: qparse plan.txt -->\n\n\`\`\`text\n${shown}\`\`\`\n`
  const run = (): { out: string; err: string } => ({ out: '甲乙丙丁\nsecond\nthird\n', err: 'warning\n' })

  test('standard output, and standard error before it where the comment has a plus', () => {
    expect(refresh(block('', ''), run).fresh).toBe(block('', '甲乙丙丁\nsecond\nthird\n'))
    expect(refresh(block('+', ''), run).fresh).toBe(block('+', 'warning\n甲乙丙丁\nsecond\nthird\n'))
  })

  test('cut to lines and columns, of which a Chinese character takes two', () => {
    const flags = ' lines=2 width=7'
    expect(refresh(block(flags, ''), run).fresh).toBe(block(flags, '甲乙丙…\nsecond\n…\n'))
  })

  test('a differing output is reported, and a measured one left alone unless all are asked for', () => {
    expect(refresh(block('', 'old\n'), run).stale).toMatchObject([
      { command: 'qparse plan.txt', shown: 'old\n' },
    ])
    const measured = block(' measured', 'old\n')
    expect(refresh(measured, run)).toEqual({ fresh: measured, stale: [] })
    expect(refresh(measured, run, { all: true }).stale).toHaveLength(1)
  })
})

describe('the library as the documents show it', () => {
  test.each(['README.md', 'README.zh-CN.md'])('%s: every `expression // value` holds', (path) => {
    const code = [...read(path).matchAll(/```js\n([^]*?)```/g)].map(([, lines]) => lines).join('\n')
    const claims = [...code.matchAll(/^(\S.*?) \/\/ (.+)$/gm)]
    expect(claims.length).toBeGreaterThan(3)
    const probe = code.replace(
      /^(\S.*?) \/\/ .+$/gm,
      'console.log(JSON.stringify([($1), JSON.parse(claims.shift())]))',
    )
    // JSON has no undefined and no trailing …: { comparator: '>=', … } claims these properties only.
    const values = claims.map(([, , value = '']) =>
      JSON.stringify(
        value
          .replace(/,? …/, '')
          .replace(/(\w+):/g, '"$1":')
          .replaceAll("'", '"'),
      ),
    )
    const imports = probe.replace(/^import/m, `const claims = [${values.join(', ')}]\nimport`)
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', imports], {
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    const results = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as [unknown, unknown])
    expect(results).toHaveLength(claims.length)
    for (const [actual, claimed] of results) {
      if (typeof claimed === 'object') expect(actual).toMatchObject(claimed as object)
      else expect(actual).toBe(claimed)
    }
  })
})

describe('docs/diagnostics.md', () => {
  const [english = '', chinese = ''] = read('docs/diagnostics.md').split(/^# 诊断$/m)
  const codes = Object.keys(CODES) as (keyof typeof CODES)[]
  const headings = (part: string): string[] =>
    [...part.matchAll(/^## `([^`]+)`/gm)].map(([, code = '']) => code)
  const WORDS = { error: ['_error._', '错误'], warning: ['_warning._', '警告'], info: ['_note._', '提示'] }

  /** What only a fault, another program, or a file made to do harm brings about. */
  const WITHOUT_EXAMPLE: ReadonlySet<string> = new Set([
    'internal-error',
    'worker-crashed',
    'file-changing',
    'part-too-large',
    'text-left-out',
    'file-too-many-pages',
    'file-too-slow',
  ])

  test('has one section a code of the closed list in both languages, and none of another', () => {
    expect(headings(english).sort()).toEqual([...codes].sort())
    expect(headings(chinese)).toEqual([...english.matchAll(/^## `([^`]+)`/gm)].map(([, code]) => code))
  })

  test.each(codes)('%s: severity, a paragraph, what to do, and an example', (code) => {
    const sectionOf = (part: string): string => part.split(`## \`${code}\``)[1]?.split(/^## /m)[0] ?? ''
    const [en, zh] = [sectionOf(english), sectionOf(chinese)]
    const [word, sign] = WORDS[CODES[code].severity]
    expect(en).toContain(word)
    expect(zh).toContain(`（${sign}）`)
    expect(en).toContain('What to do:')
    expect(zh).toContain('处理：')
    if (WITHOUT_EXAMPLE.has(code)) return
    expect(en).toMatch(new RegExp('```text\\n[^`]* ' + code + ' '))
    expect(zh).toMatch(new RegExp('```text\\n[^`]* ' + code + ' '))
  })
})
