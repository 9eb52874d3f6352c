import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { LINE_VALUES } from '../../src/compile/lines.js'
import { holdsMoreThan } from '../../src/readers/json-text.js'
import { Folder, PLAN, qparse, type Result } from '../cli/run.js'

const folder = new Folder()
afterAll(() => folder.remove())

const MB = 1024 * 1024
const CHUNK = Buffer.alloc(MB, 'x')

/** A command with a line of so many megabytes on its standard input, then another line, in a heap of 256 MB. */
function fed(args: readonly string[], megabytes: number, before: string, after: string): Promise<Result> {
  const child = spawn(process.execPath, ['--max-old-space-size=256', resolve('bin/qparse.js'), ...args], {
    cwd: folder.path,
    env: { PATH: process.env['PATH'], LANG: 'en_GB.UTF-8' },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => (out += String(chunk)))
  child.stderr.on('data', (chunk) => (err += String(chunk)))
  child.stdin.on('error', () => undefined)
  let left = megabytes
  const write = (): void => {
    while (left-- > 0) if (!child.stdin.write(CHUNK)) return void child.stdin.once('drain', write)
    child.stdin.end(after)
  }
  child.stdin.write(before)
  write()
  return new Promise((done) => child.once('close', (status) => done({ status: status ?? -1, out, err })))
}

describe('a line of 300 MB', () => {
  it('among documents costs itself alone, and no memory', async () => {
    const next = `"}\n${JSON.stringify({ id: 'plan', text: PLAN })}\n`
    const { status, out, err } = await fed(
      ['--stdin-format', 'ndjson'],
      300,
      '{"id": "long", "text": "',
      next,
    )
    expect(status).toBe(1)
    expect(err).toContain('line 1  error file-too-large')
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: string }).id),
    ).toEqual(['line-1', 'plan'])
  })

  it('among documents of a registry ends merge with a sentence', async () => {
    const { status, out, err } = await fed(['merge', '-', '-f', 'ndjson'], 300, '{"id": "', '"}\n')
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(/^-:1: this is no registry: The file is larger than \d+ MB\.\n$/)
  })
})

describe('values in a line', () => {
  it.each([
    ['lists in lists', '['.repeat(LINE_VALUES + 2)],
    ['a list', `[0${',0'.repeat(LINE_VALUES)}]`],
    ['objects', `[${'{},'.repeat(LINE_VALUES)}{}]`],
  ])('%s: too many are not parsed', (_, line) => {
    expect(holdsMoreThan(LINE_VALUES, line)).toBe(true)
    const { status, err } = qparse(['--stdin-format', 'ndjson', '-q'], folder.path, { input: `${line}\n` })
    expect([status, err.includes('it has more than 1000000 values')]).toEqual([1, true])
  })

  it.each([
    ['commas in a text', JSON.stringify({ text: ',[{'.repeat(10) }), 3],
    ['quotes in a text', JSON.stringify({ text: '",[{"\\",[{'.repeat(10) }), 3],
    ['backslashes at its end', JSON.stringify({ text: '\\\\', more: ',,,,,,,' }), 3],
    ['a text without an end', `{"text": "${',[{'.repeat(10)}`, 3],
  ])('%s are none', (_, line, limit) => expect(holdsMoreThan(limit, line)).toBe(false))

  it('each sign before one counts', () => {
    expect(holdsMoreThan(5, '[[{"a": 1, "b": 2}]]')).toBe(false)
    expect(holdsMoreThan(3, '[[{"a": 1, "b": 2}]]')).toBe(true)
  })
})
