import { execFileSync } from 'node:child_process'
import { closeSync, constants, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { afterAll, describe, expect, it } from 'vitest'
import { validate } from '../../src/index.js'
import { Folder, PLAN, qparse } from '../cli/run.js'
import { ended, start, until } from './command.js'

const folder = new Folder()
mkdirSync(folder.file('plans'))
const COUNT = 80
const LONG = PLAN.repeat(10)
for (let i = 0; i < COUNT; i++) folder.write(`plans/${i}.txt`, LONG)
afterAll(() => folder.remove())

const names = (path: string): string[] => {
  try {
    return readdirSync(folder.file(path))
  } catch {
    return []
  }
}

/** The other end of a pipe that somebody reads from; -1 where nobody does yet. */
const openToWrite = (path: string): number => {
  try {
    return openSync(folder.file(path), constants.O_WRONLY | constants.O_NONBLOCK)
  } catch {
    return -1
  }
}

/** What stands in a folder is whole. */
function expectWhole(path: string): void {
  const whole = names(path).filter((name) => !name.endsWith('.tmp'))
  for (const name of whole)
    expect(validate(load(readFileSync(folder.file(`${path}/${name}`), 'utf8'))).valid).toBe(true)
}

describe('a run that is ended in the middle', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    '%s: complete files only, and none under another name',
    async (signal) => {
      const out = `out-${signal}`
      const child = start(['plans', '-o', `${out}/`, '--jobs', '2', '-q'], folder.path)
      const end = ended(child)
      await until(() => names(out).length > 3)
      child.kill(signal)
      expect((await end).signal).toBe(signal)
      expect(names(out).filter((name) => name.endsWith('.tmp'))).toEqual([])
      expect(names(out).length).toBeLessThan(COUNT)
      expectWhole(out)
    },
  )

  it('while it waits for a pipe that nobody writes to', async () => {
    execFileSync('mkfifo', ['pipe.yaml'], { cwd: folder.path })
    folder.write('plan.txt', PLAN)
    const child = start(['lint', 'plan.txt', '--config', 'pipe.yaml'], folder.path)
    const end = ended(child)
    let pipe = -1
    await until(() => (pipe = openToWrite('pipe.yaml')) >= 0)
    child.kill('SIGINT')
    expect((await end).signal).toBe('SIGINT')
    closeSync(pipe)
  })

  it('kill -9: what stands there is whole, and a second run with a cache goes on', async () => {
    const child = start(['plans', '-o', 'killed/', '--cache', 'cache', '--jobs', '2', '-q'], folder.path)
    const end = ended(child)
    await until(() => names('killed').length > 3)
    child.kill('SIGKILL')
    expect((await end).signal).toBe('SIGKILL')
    expectWhole('killed')
    const again = qparse(['plans', '-o', 'killed/', '--cache', 'cache', '--jobs', '2'], folder.path)
    expect(again.status).toBe(0)
    expect(again.err).toMatch(/\d+ of them from the cache/)
    expect(names('killed').filter((name) => name.endsWith('.yaml'))).toHaveLength(COUNT)
    expectWhole('killed')
  })

  it('kill -9 while one file is written: the old one stands', async () => {
    folder.write('kept.json', 'old')
    const child = start(['plans', '-o', 'kept.json', '-q', '--jobs', '1'], folder.path)
    const end = ended(child)
    await until(() => names('.').some((name) => name.startsWith('kept.json.')))
    child.kill('SIGKILL')
    await end
    expect(readFileSync(folder.file('kept.json'), 'utf8')).toBe('old')
  })

  it('a closed pipe (| head -1) ends it quietly', async () => {
    const child = start(['plans', '-f', 'ndjson', '-q', '--jobs', '1'], folder.path)
    let err = ''
    child.stderr?.on('data', (chunk) => (err += String(chunk)))
    child.stdout?.once('data', () => child.stdout?.destroy())
    const status = await new Promise((done) => child.once('close', done))
    expect([status, err]).toEqual([0, ''])
  })

  it('two runs into one folder: every file is whole and from one of them', async () => {
    const runs = ['1', '2'].map((jobs) =>
      ended(start(['plans', '-o', 'shared/', '--jobs', jobs, '-q', '-f', 'json'], folder.path)),
    )
    for (const { status, err } of await Promise.all(runs)) expect([status, err]).toEqual([0, ''])
    expect(names('shared').filter((name) => name.endsWith('.json'))).toHaveLength(COUNT)
    expect(names('shared')).toHaveLength(COUNT)
    expectWhole('shared')
  })
})
