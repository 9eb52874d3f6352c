import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Registry, RegistryDocument } from '../../src/index.js'
import { Folder, PLAN, qparse } from '../cli/run.js'

const folder = new Folder()
mkdirSync(folder.file('plans/other'), { recursive: true })
for (let i = 1; i <= 9; i++) folder.write(`plans/plan-${i}.txt`, PLAN.replace('90%', `9${i}%`))
folder.write('plans/other/plan-1.txt', PLAN)
folder.write('plans/broken.txt', new Uint8Array([0xff, 0xff, 0xc0, 0x41, 0x00, 0x01]))
afterAll(() => folder.remove())

const documents = (lines: string): RegistryDocument[] =>
  lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as RegistryDocument)

describe('--jobs', () => {
  it.each(['yaml', 'json', 'html'])('%s: the same bytes, whoever compiles', (format) => {
    const [one, ...others] = [['--jobs', '1'], ['-j', '3'], []].map((jobs) =>
      qparse(['plans', '-f', format, ...jobs], folder.path),
    )
    expect(one?.status).toBe(1)
    for (const other of others) expect(other).toEqual(one)
  })

  it('a folder of registries, and the extracted texts', () => {
    for (const jobs of ['1', '3'])
      qparse(
        ['plans', '-o', `out-${jobs}`, '--emit-text', `text-${jobs}`, '-f', 'json', '-j', jobs],
        folder.path,
      )
    for (const kind of ['out', 'text']) {
      const names = readdirSync(folder.file(`${kind}-1`))
      expect(names.length).toBeGreaterThan(9)
      expect(readdirSync(folder.file(`${kind}-3`))).toEqual(names)
      for (const name of names)
        expect(readFileSync(folder.file(join(`${kind}-3`, name)))).toEqual(
          readFileSync(folder.file(join(`${kind}-1`, name))),
        )
    }
  })

  it.each(['0', '-1', 'x', '1.5', '999'])('%s is no number of jobs', (jobs) => {
    const { status, err } = qparse(['plans', '--jobs', jobs], folder.path)
    expect([status, err.includes('--jobs')]).toEqual([2, true])
  })
})

describe('--stdin-format ndjson', () => {
  const line = (id: string, text: string): string => `${JSON.stringify({ id, text })}\n`

  it('a line out for every line in, in order, with any number of jobs', () => {
    const input = `${line('a', PLAN)}no\n${line('b', PLAN.replace('养老', '托育'))}`
    for (const jobs of ['1', '2']) {
      const { out, status, err } = qparse(['--stdin-format', 'ndjson', '-j', jobs], folder.path, { input })
      expect(status).toBe(1)
      expect(err).toContain('line-unreadable')
      const [first, second, third] = documents(out)
      expect([first?.id, second?.id, third?.id]).toEqual(['a', 'line-2', 'b'])
      expect(third?.title).toContain('托育')
      for (const { text, span } of first?.obligations ?? [])
        expect(PLAN.slice(span.start, span.end)).toBe(text)
    }
  })

  it('a text says the same as its file', () => {
    const file = documents(qparse(['plans/plan-1.txt', '-f', 'ndjson', '-q'], folder.path).out)[0]
    const input = line('plan-1', PLAN.replace('90%', '91%'))
    const text = documents(qparse(['--stdin-format', 'ndjson', '-q'], folder.path, { input }).out)[0]
    expect(text).toEqual({ ...file, source: { ...file?.source, path: 'plan-1' } })
  })

  it('no lines are no documents, and no fault', () => {
    const none = qparse(['--stdin-format', 'ndjson', '-q'], folder.path)
    expect(none).toEqual({ status: 0, out: '', err: '' })
  })

  it('files do not go with it', () => {
    const { status, err } = qparse(['plans', '--stdin-format', 'ndjson'], folder.path)
    expect([status, err.includes('leave out “plans”')]).toEqual([2, true])
    expect(qparse(['--stdin-format', 'csv'], folder.path).status).toBe(2)
  })
})

describe('--shard and merge', () => {
  const shards = ['1/4', '2/4', '3/4', '4/4']

  it('the parts together are the whole, under the same ids', () => {
    const whole = documents(qparse(['plans', '-f', 'ndjson', '-q'], folder.path).out)
    const files = shards.map((shard, i) => {
      const { status } = qparse(['plans', '-q', '--shard', shard, '-o', `part-${i}.ndjson`], folder.path)
      expect(status).toBeLessThan(2)
      return `part-${i}.ndjson`
    })
    const merged = qparse(['merge', ...files, '-f', 'ndjson', '-q'], folder.path)
    expect(merged.status).toBe(0)
    const byId = (list: readonly RegistryDocument[]): RegistryDocument[] =>
      list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    expect(byId(documents(merged.out))).toEqual(byId(whole))
    expect(whole.map(({ id }) => id)).toContain('plan-1~2')
  })

  it('a part without documents is an empty registry', () => {
    const sizes = shards.map((shard) => {
      const { out, status } = qparse(['plans/plan-1.txt', '-q', '--shard', shard, '-f', 'json'], folder.path)
      expect(status).toBe(0)
      return (JSON.parse(out) as Registry).documents.length
    })
    expect(sizes.toSorted()).toEqual([0, 0, 0, 1])
  })

  it('the same document is written once, another of its id is told apart', () => {
    qparse(['plans/plan-1.txt', '-o', 'one.json', '-q'], folder.path)
    qparse(['plans/other/plan-1.txt', '-o', 'other.yaml', '-q'], folder.path)
    const args = ['merge', 'one.json', 'other.yaml', 'one.json', '-o', 'both.json']
    const { status, err } = qparse(args, folder.path)
    expect(status).toBe(0)
    expect(err).toContain('other.yaml: another document is called “plan-1” too')
    expect(err).toContain('2 documents; 1 came twice')
    expect(qparse([...args, '--strict'], folder.path).status).toBe(1)
    const merged = JSON.parse(readFileSync(folder.file('both.json'), 'utf8')) as Registry
    expect(merged.documents.map(({ id }) => id)).toEqual(['plan-1', 'plan-1~2'])
    expect(merged.documents[1]?.diagnostics.map(({ code }) => code)).toContain('duplicate-document')
    expect(qparse(['validate', 'both.json'], folder.path).status).toBe(0)
  })

  it('a registry is read once: it may come through a pipe', () => {
    qparse(['plans/plan-1.txt', '-o', 'one.json', '-q'], folder.path)
    qparse(['plans/other/plan-1.txt', '-o', 'other.yaml', '-q'], folder.path)
    qparse(['plans/plan-2.txt', '-o', 'two.ndjson', '-q'], folder.path)
    const args = ['merge', 'two.ndjson', '-f', 'json', '-q']
    const files = qparse([...args, 'one.json', 'other.yaml'], folder.path)
    execFileSync('mkfifo', ['one.pipe', 'other.pipe'], { cwd: folder.path })
    const writers = ['one.json', 'other.yaml'].map((name) =>
      spawn('sh', ['-c', `cat ${name} > ${name.replace(/\w+$/, 'pipe')}`], { cwd: folder.path }),
    )
    const pipes = qparse([...args, 'one.pipe', 'other.pipe'], folder.path, { timeout: 60_000 })
    for (const writer of writers) writer.kill()
    expect(pipes).toEqual(files)
  })

  it('registries of other grammars do not mix, and what is no registry ends it without output', () => {
    qparse(['plans/plan-1.txt', '-o', 'one.json', '-q'], folder.path)
    const one = JSON.parse(readFileSync(folder.file('one.json'), 'utf8')) as Registry
    const { generator } = one
    const grammar = `sha256:${'1'.repeat(64)}`
    folder.write('foreign.json', JSON.stringify({ ...one, generator: { ...generator, grammar } }))
    const foreign = qparse(['merge', 'one.json', 'foreign.json', '-o', 'mixed.json'], folder.path)
    expect([foreign.status, foreign.err.includes('compile the texts again')]).toEqual([2, true])
    folder.write('bad.ndjson', `${JSON.stringify(one.documents[0])}\n{"id": "x"}\n`)
    const bad = qparse(['merge', 'bad.ndjson', '-o', 'mixed.json'], folder.path)
    expect([bad.status, bad.err.includes('bad.ndjson:2')]).toEqual([2, true])
    expect(existsSync(folder.file('mixed.json'))).toBe(false)
  })

  it('--shard takes I/N', () => {
    expect(qparse(['plans', '--shard', '5/4'], folder.path).status).toBe(2)
  })
})

describe('--cache', () => {
  const args = ['plans', '-f', 'ndjson', '--cache', 'cache']
  const entries = (): string[] =>
    readdirSync(folder.file('cache'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.entry'),
    )

  it('a second run says the same and compiles nothing that it knows', () => {
    const plain = qparse(['plans', '-f', 'ndjson'], folder.path)
    const first = qparse(args, folder.path)
    expect(first).toEqual(plain)
    // plan-1 and its namesake in plans/other are different texts.
    expect(entries()).toHaveLength(10)
    const second = qparse([...args, '--jobs', '2'], folder.path)
    expect(second.out).toBe(plain.out)
    expect(second.err).toContain('10 of them from the cache')
  })

  it('other words or another date are other entries; a changed file is compiled again', () => {
    qparse([...args, '--date', '2024-03-01'], folder.path)
    expect(entries()).toHaveLength(20)
    folder.write('plans/plan-9.txt', PLAN.replace('90%', '12%'))
    const { out } = qparse(args, folder.path)
    expect(out).toContain('"value":12')
    expect(entries()).toHaveLength(21)
  })

  /** An entry with the hash that belongs to it. */
  const signed = (content: string): string =>
    `${createHash('sha256').update(content).digest('hex')}\n${content}`

  it('an entry that is broken or forged counts as absent', () => {
    const plain = qparse(['plans', '-f', 'ndjson', '-q'], folder.path).out
    for (const [i, name] of entries().entries()) {
      const path = folder.file(join('cache', name))
      const kept = readFileSync(path, 'utf8')
      const broken = [
        '',
        '{"document":{}}',
        kept.slice(0, 200),
        kept.replace('2025-12-31', '2035-12-31'),
        signed('{"document":{}}'),
        signed(kept.slice(kept.indexOf('\n') + 1).replace(/"sections":\[/, '"sections":[7,')),
      ]
      writeFileSync(path, broken[i % broken.length] ?? '')
    }
    expect(qparse([...args, '-q'], folder.path).out).toBe(plain)
    expect(qparse(args, folder.path).err).toContain('10 of them from the cache')
  })

  it('a cache that cannot be written costs nothing but itself', () => {
    folder.write('file', '')
    const { status, out, err } = qparse(
      ['plans/plan-1.txt', '-f', 'ndjson', '--cache', 'file/x'],
      folder.path,
    )
    expect(status).toBe(0)
    expect(documents(out)).toHaveLength(1)
    expect(err).toContain('The cache “file/x” cannot be written')
    rmSync(folder.file('file'))
  })
})
