import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { inProcess } from '../cli/in-process.js'
import { Folder, PLAN, qparse } from '../cli/run.js'
import { compileText } from '../../src/index.js'

const folder = new Folder()
afterAll(() => folder.remove())
folder.write('plan.txt', PLAN)
mkdirSync(folder.file('folder.yaml'))

const WORDS = { '--lexicon': 'compile', '--config': 'lint' } as const

/** What is said of a file of words or settings; every one ends the command before anything is read or written. */
async function refused(option: keyof typeof WORDS, name: string): Promise<string> {
  const { status, out, err } = await inProcess([WORDS[option], 'plan.txt', option, name], folder.path)
  expect([status, out, err.includes('internal')]).toEqual([2, '', false])
  expect(err.split('\n').length).toBeLessThan(4)
  return err
}

describe.each(['--lexicon', '--config'] as const)('%s', (option) => {
  it.each<[string, string | Uint8Array, RegExp]>([
    [
      'keys of every object',
      '__proto__: {valid: [true]}\nconstructor: {keys: [a]}',
      /__proto__|constructor|shape|wrong/,
    ],
    ['nothing but words', 'organs', /wrong/],
    ['a list', '[a, b]', /wrong/],
    ['a number', '1e999', /wrong/],
    ['a program', 'organs: !!js/function "function () {}"', /unknown|tag/i],
    [
      'bytes that are no text',
      new Uint8Array([0xff, 0xfe, 0xfd, 0x00, 0xc0, 0xc1]),
      /cannot be read|YAML|wrong/,
    ],
    ['more than a person writes', 'organs: {suffix: [甲]}\n#' + 'x'.repeat(9 * 1024 * 1024), /too-large/],
    ['a key twice', 'organs: {suffix: [甲]}\norgans: {suffix: [乙]}', /duplicate/],
    ['brackets without end', '['.repeat(100_000), /YAML/],
    [
      'aliases of aliases',
      `a: &a [x]\n${[...Array(200).keys()].map((i) => `b${i}: [*a]`).join('\n')}`,
      /alias/,
    ],
    ['a tab', 'organs:\n\tsuffix: [甲]', /YAML/],
  ])('%s is refused with a sentence', async (_, content, reason) => {
    folder.write('file.yaml', content)
    expect(await refused(option, 'file.yaml')).toMatch(reason)
    expect(({} as Record<string, unknown>)['valid']).toBeUndefined()
    expect(Object.keys({ a: 1 })).toEqual(['a'])
  })

  it('a folder is refused, and what is not there', async () => {
    expect(await refused(option, 'folder.yaml')).toContain('EISDIR')
    expect(await refused(option, 'none.yaml')).toContain('ENOENT')
    expect(await refused(option, 'plan.txt/x.yaml')).toMatch(/ENOTDIR|ENOENT/)
  })

  it('a device without end is read up to the limit', () => {
    const { status, err } = qparse([WORDS[option], 'plan.txt', option, '/dev/zero'], folder.path, {
      timeout: 60_000,
    })
    expect([status, err.includes('too-large')]).toEqual([2, true])
  })
})

describe('words', () => {
  it('are words: signs of patterns stand for themselves', async () => {
    const words = ['(甲+)+$', '.*', '[', '\\', '(?<x>', '${x}', '$&', '{1000000}', '^', '甲|乙']
    const lists = ['organs: {suffix', 'times: {adopted', 'outline: {issuer']
    folder.write('words.yaml', lists.map((list) => `${list}: ${JSON.stringify(words)}}\n`).join(''))
    const plain = await inProcess(['plan.txt', '-f', 'ndjson', '-q'], folder.path)
    const { status, out } = await inProcess(
      ['plan.txt', '-f', 'ndjson', '-q', '--lexicon', 'words.yaml'],
      folder.path,
    )
    expect([status, out]).toEqual([0, plain.out])
  })

  it('of no list are refused by the library too, and change no object', () => {
    for (const file of ['__proto__', 'constructor', 'none']) {
      const words = [JSON.parse(`{"${file}": {"spoilt": ["甲"], "keys": ["乙"]}}`) as Record<string, never>]
      expect(() => compileText(PLAN, { words })).toThrow(TypeError)
    }
    expect(({} as Record<string, unknown>)['spoilt']).toBeUndefined()
    expect(Object.keys({ a: 1 })).toEqual(['a'])
  })
})

it('a pipe gives words, and is read once', () => {
  execFileSync('mkfifo', ['words.pipe'], { cwd: folder.path })
  folder.write('words.yaml', 'organs: {suffix: [攻坚队]}\n')
  const files = qparse(['plan.txt', '-f', 'ndjson', '--lexicon', 'words.yaml'], folder.path)
  const pipe = execFileSync(
    'bash',
    [
      '-c',
      'cat words.yaml > words.pipe & exec "$0" "$1" plan.txt -f ndjson --lexicon words.pipe',
      process.execPath,
      new URL('../../bin/qparse.js', import.meta.url).pathname,
    ],
    { cwd: folder.path, encoding: 'utf8', timeout: 60_000, stdio: ['ignore', 'pipe', 'ignore'] },
  )
  expect(pipe).toBe(files.out)
})
