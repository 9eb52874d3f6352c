import { chmodSync, mkdirSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import type { Registry } from '../../src/index.js'
import { validate } from '../../src/index.js'
import { Folder, PLAN, qparse } from './run.js'

const folder = new Folder()
folder.write('plan.txt', PLAN)
folder.write('empty.txt', '')
folder.write('blank.txt', '\ufeff \n\u3000\n')
folder.write('nul.txt', 'a\0b')
folder.write('renamed.txt', '%PDF-1.7 …')
folder.write('broken.txt', Buffer.concat([Buffer.from('一、总则\n'), Buffer.from([0xff, 0x41, 0xff, 0xff])]))
folder.write('sheet.xlsx', 'x')
folder.write('huge.txt', Buffer.alloc(65 * 1024 * 1024, 0x61))
mkdirSync(folder.file('folder'))
afterAll(() => folder.remove())

const cases: [string, string, number, string, string][] = [
  ['a missing file', 'none.txt', 2, 'file-missing', 'There is no file “none.txt”.'],
  ['a folder without texts', 'folder', 2, 'no-texts-in-folder', 'holds no .txt, .md, .html or .docx file'],
  ['a pattern without files', '*.md', 2, 'no-file-matches', 'No file matches “*.md”.'],
  ['a pattern with a part that is nothing', '?//', 2, 'no-file-matches', 'No file matches “?/”.'],
  ['an empty file', 'empty.txt', 1, 'file-empty', 'The file holds no text.'],
  ['a file of white space', 'blank.txt', 1, 'file-empty', 'The file holds no text.'],
  ['a binary file', 'nul.txt', 1, 'file-binary', 'This is a binary file'],
  ['a PDF without anything in it', 'renamed.txt', 1, 'file-damaged', 'its part PDF'],
  ['broken UTF-8', 'broken.txt', 1, 'file-undecodable', 'byte 13 (0xFF, line 2)'],
  ['another kind of file', 'sheet.xlsx', 1, 'format-unsupported', 'Files of the kind .xlsx'],
  ['a file beyond the limit', 'huge.txt', 1, 'file-too-large', 'larger than 64 MB'],
]

describe('bad input costs only itself', () => {
  it.each(cases)('%s', (_, name, status, code, message) => {
    const result = qparse([name, 'plan.txt', '-f', 'json', '-q'], folder.path)
    expect(result.status).toBe(status)
    expect(result.err).toContain(code)
    expect(result.err).toContain(message)
    const registry = JSON.parse(result.out) as Registry
    expect(registry.documents.at(-1)?.obligations.length).toBeGreaterThan(0)
    expect(validate(registry).problems).toEqual([])
    const failed = registry.documents.find(({ source }) => source.path === name)
    if (code.startsWith('no-')) expect(failed).toBeUndefined()
    else expect(failed?.diagnostics).toMatchObject([{ code, severity: 'error', span: null }])
  })

  it.each(cases)('%s, said in Chinese', (_, name, status, code) => {
    const result = qparse([name, '--lang', 'zh', '-f', 'json'], folder.path)
    expect(result.status).toBe(status)
    expect(result.err).toMatch(new RegExp(`错误 ${code} {2}\\p{Script=Han}`, 'u'))
  })

  it('the environment may ask for Chinese too', () => {
    expect(qparse(['none.txt'], folder.path, { env: { LC_ALL: 'zh_CN.UTF-8' } }).err).toContain('找不到文件')
  })

  it.skipIf(process.getuid?.() === 0)('a file that may not be read', () => {
    folder.write('secret.txt', PLAN)
    chmodSync(folder.file('secret.txt'), 0)
    const { status, err } = qparse(['secret.txt'], folder.path)
    expect([status, err.includes('file-unreadable')]).toEqual([2, true])
  })
})

describe('wrong usage is status 2 with a sentence', () => {
  it.each([
    ['no files', [], 'Which files?', '请指定文件'],
    [
      'an unknown format',
      ['plan.txt', '-f', 'xml'],
      'it takes yaml, json, ndjson',
      '可用：yaml, json, ndjson',
    ],
    ['an unknown option', ['plan.txt', '--bogus'], 'There is no option “--bogus”.', '没有选项“--bogus”'],
    ['an option without its value', ['plan.txt', '-o'], 'The option “--output” needs a value.', '需要一个值'],
    ['no day of the calendar', ['plan.txt', '--date', '2024-02-30'], '“2024-02-30” cannot be', '有效日期'],
    ['no registry to validate', ['validate'], 'The argument “registries” is missing.', '缺少参数'],
    ['too many arguments', ['schema', 'registry', 'lexicon'], 'Too many arguments.', '参数过多'],
    ['an unknown schema', ['schema', 'nothing'], 'There is no schema “nothing”', '没有模式“nothing”'],
    [
      'a schema by the name of a prototype',
      ['schema', '__proto__'],
      'There is no schema “__proto__”',
      '没有模式',
    ],
    [
      'an encoding by such a name',
      ['plan.txt', '--encoding', '__proto__'],
      '“__proto__” cannot be given to',
      '__proto__',
    ],
    ['an unknown language', ['plan.txt', '--lang', 'fr'], 'it takes en, zh', 'it takes en, zh'],
  ])('%s', (_, args, en, zh) => {
    const english = qparse(args, folder.path)
    expect([english.status, english.out, english.err]).toEqual([2, '', expect.stringContaining(en)])
    const chinese = qparse(args, folder.path, { env: { LANG: 'zh_CN.UTF-8' } })
    expect(chinese.status).toBe(2)
    if (!args.includes('--lang')) expect(chinese.err).toContain(zh)
  })
})

describe('large input', () => {
  it('of fifty megabytes is taken or refused, never a crash', () => {
    folder.write('large.txt', `${'一'.repeat(1000)}。\n`.repeat((50 * 1024 * 1024) / 3005))
    const { status, err } = qparse(['large.txt', '-o', 'large.ndjson'], folder.path)
    expect([0, 1]).toContain(status)
    expect(err).not.toContain('Internal error')
  }, 120_000)
})
