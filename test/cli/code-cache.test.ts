import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { Folder, PLAN, type Result } from './run.js'

const folder = new Folder()
afterAll(() => folder.remove())

/** An installed package with no cache yet, and a home for what it may not keep in itself. */
const root = folder.file('package')
const home = folder.file('home')
const cache = join(root, '.cache')
folder.write('plan.txt', PLAN)

beforeEach(() => {
  for (const path of [root, home]) rmSync(path, { recursive: true, force: true })
  for (const path of [home, join(root, 'dist')]) mkdirSync(path, { recursive: true })
  for (const path of ['bin', 'dist/cli.cjs', 'package.json'])
    cpSync(resolve(path), join(root, path), { recursive: true })
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
})

function run(env: object = {}): Result {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin/qparse.js'), 'plan.txt', '-f', 'json'],
    { cwd: folder.path, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: home, ...env } },
  )
  return { status: status ?? -1, out: stdout, err: stderr }
}

const kept = (): string => join(cache, readdirSync(cache)[0] ?? '')

describe('the code cache', () => {
  it('changes nothing of what a run says: neither when it is made nor when it is used', () => {
    const without = run({ NODE_DISABLE_COMPILE_CACHE: '1' })
    expect(without.status).toBe(0)
    expect(JSON.parse(without.out)).toHaveProperty(
      'documents.0.obligations.0.text',
      '加快建设社区养老服务站。',
    )
    expect(readdirSync(root)).not.toContain('.cache')
    expect(run()).toEqual(without)
    expect(readdirSync(cache)).toEqual([`cli-${process.version}-${process.arch}.v8`])
    const code = readFileSync(kept())
    expect(run()).toEqual(without)
    expect(readFileSync(kept())).toEqual(code)
  })

  const DAMAGE: Record<string, (file: Buffer) => Buffer> = {
    'is empty': () => Buffer.alloc(0),
    'is cut off': (file) => file.subarray(0, file.length / 2),
    'has one bit turned': (file) =>
      file.fill((file[file.length >> 1] ?? 0) ^ 1, file.length >> 1, (file.length >> 1) + 1),
    'is something else': () => Buffer.from('not what it should be\n'.repeat(10_000)),
  }
  it.each(Object.entries(DAMAGE))('is made anew where it %s', (_, damage) => {
    const first = run()
    writeFileSync(kept(), damage(readFileSync(kept())))
    const damaged = readFileSync(kept())
    expect(run()).toEqual(first)
    expect(readFileSync(kept()).equals(damaged)).toBe(false)
    expect(run()).toEqual(first)
  })

  it('is not taken for another build of the same length', () => {
    run()
    const script = join(root, 'dist/cli.cjs')
    const code = readFileSync(script, 'latin1')
    const other = code
      .replace(/^\/\/ (?<first>.)/, (_, first) => `// ${first === '0' ? '1' : '0'}`)
      .replaceAll('"Written to {path}"', '"Stored in: {path}"')
    expect(other.length).toBe(code.length)
    expect(other).not.toBe(code)
    writeFileSync(script, other, 'latin1')
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'bin/qparse.js'), 'plan.txt', '-o', 'plan.json', '--lang', 'en'],
      { cwd: folder.path, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: home } },
    )
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('Stored in: plan.json') })
  })

  it('stands among the caches of the user where the package cannot be written', () => {
    writeFileSync(cache, '')
    const first = run()
    expect(first.status).toBe(0)
    expect(readdirSync(join(home, '.cache/qparse'))).toHaveLength(1)
    expect(run()).toEqual(first)
  })

  it('is done without where nothing can be written', () => {
    writeFileSync(cache, '')
    writeFileSync(join(home, '.cache'), '')
    expect(run().status).toBe(0)
    expect(run({ HOME: undefined }).status).toBe(0)
  })
})
