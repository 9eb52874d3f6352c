import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { FileNames, fileName } from '../../src/cli/file-names.js'
import { findSource } from '../../src/cli/sources.js'
import { registryOf } from '../registry-schema/example.js'
import { Folder, PLAN, qparse } from '../cli/run.js'

const folder = new Folder()
afterAll(() => folder.remove())

describe('the name of a file', () => {
  it.each([
    ['an id that can be one is one', '002_3ec8c45', /^002_3ec8c45$/],
    ['a Chinese one too', '市政办发〔2024〕3号', /^市政办发〔2024〕3号$/],
    ['a way out of the folder', '../../etc/passwd', /^\.\._\.\._etc_passwd~[0-9a-f]{8}$/],
    ['an absolute path', '/etc/passwd', /^_etc_passwd~/],
    ['a path of Windows', 'C:\\x', /^C__x~/],
    ['a NUL', 'a\0b', /^a_b~/],
    ['signs that turn the text around', 'a\u202egnp', /^a_gnp~/],
    ['half a character', 'a\ud800', /^a_~/],
    ['a device', 'con', /^_con~/],
    ['a device with an ending', 'NUL.txt', /^_NUL\.txt~/],
  ])('%s', (_, id, name) => expect(fileName(id)).toMatch(name))

  it('is short enough for every file system, and no two ids share one', () => {
    const ids = [
      '三'.repeat(10_000),
      '三'.repeat(10_001),
      'a/b',
      'a_b',
      'a:b',
      '../x',
      '..\\x',
      '\ud800',
      '\ud801',
    ]
    const names = ids.map(fileName)
    expect(new Set(names).size).toBe(ids.length)
    expect(Math.max(...names.map((name) => Buffer.byteLength(name)))).toBeLessThan(220)
  })

  it('is another one where only case or composition differs, or nothing', () => {
    const names = new FileNames()
    expect(['Plan', 'plan', 'plan', 'é', 'e\u0301'].map((id) => names.take(id))).toEqual([
      'Plan',
      'plan~2',
      'plan~3',
      'é',
      'e\u0301~2',
    ])
  })
})

describe('folders of output', () => {
  const ids = [
    '../../out',
    '/tmp/x',
    'CON',
    'a/b',
    'a_b',
    'Same',
    'same',
    '__proto__',
    '.',
    '..',
    'x'.repeat(400),
  ]
  const input = ids.map((id) => `${JSON.stringify({ id, text: PLAN })}\n`).join('')

  it('hold a file for each document, and nothing is written elsewhere', () => {
    mkdirSync(folder.file('stream'))
    const before = readdirSync(folder.path)
    const { status } = qparse(
      ['--stdin-format', 'ndjson', '-f', 'json', '-o', 'stream/r/', '--emit-text', 'stream/t'],
      folder.path,
      { input },
    )
    expect(status).toBe(0)
    const registries = readdirSync(folder.file('stream/r')).map((name) => name.replace(/\.json$/, ''))
    expect(registries).toHaveLength(ids.length)
    expect(readdirSync(folder.file('stream/t')).map((name) => name.replace(/\.txt$/, ''))).toEqual(registries)
    expect(readdirSync(folder.path)).toEqual(before)
  })

  it('replace a link, and do not write through it', () => {
    writeFileSync(folder.file('precious.txt'), 'mine')
    mkdirSync(folder.file('linked'))
    symlinkSync('../precious.txt', folder.file('linked/plan.json'))
    folder.write('plan.txt', PLAN)
    expect(qparse(['plan.txt', '-f', 'json', '-o', 'linked/', '-q'], folder.path).status).toBe(0)
    expect(readFileSync(folder.file('precious.txt'), 'utf8')).toBe('mine')
    expect(JSON.parse(readFileSync(folder.file('linked/plan.json'), 'utf8'))).toHaveProperty('documents')
  })

  it('a file that was named is written where its link leads', () => {
    writeFileSync(folder.file('real.json'), '')
    symlinkSync('real.json', folder.file('latest.json'))
    expect(qparse(['plan.txt', '-o', 'latest.json', '-q'], folder.path).status).toBe(0)
    expect(readFileSync(folder.file('real.json'), 'utf8')).toContain('"documents"')
  })

  it('registries of one id are told apart when they are converted together', () => {
    folder.write('one.json', JSON.stringify(registryOf()))
    folder.write('two.json', JSON.stringify(registryOf()))
    expect(
      qparse(['convert', 'one.json', 'two.json', '-f', 'json', '-o', 'both/', '-q'], folder.path).status,
    ).toBe(0)
    expect(readdirSync(folder.file('both'))).toEqual(['canteen.json', 'canteen~2.json'])
  })
})

describe('folders of input', () => {
  it('links in a circle, to nothing and to folders end', () => {
    mkdirSync(folder.file('in/below'), { recursive: true })
    folder.write('in/plan.txt', PLAN)
    symlinkSync('..', folder.file('in/below/up'))
    symlinkSync('self.txt', folder.file('in/self.txt'))
    symlinkSync('below', folder.file('in/folder.txt'))
    for (const name of ['in', 'in/**/plan.txt']) {
      const { out } = qparse([name, '-f', 'ndjson', '-q'], folder.path)
      const sources = out
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: string }).id)
      expect(sources.filter((id) => id === 'plan')).toHaveLength(1)
    }
  })
})

describe('the source of a document is looked for in its folder only', () => {
  mkdirSync(folder.file('texts'))
  folder.write('secret.txt', 'secret')
  folder.write('texts/plan.txt', PLAN)
  symlinkSync('../secret.txt', folder.file('texts/link.txt'))
  symlinkSync('..', folder.file('texts/up'))

  it.each([
    ['its own file', 'plan.txt', true],
    ['the same with folders before it', 'any/where/plan.txt', true],
    ['a way out', '../secret.txt', false],
    ['a way out in the middle', 'texts/../../secret.txt', false],
    ['a way out on Windows', '..\\secret.txt', false],
    ['a link to a file outside', 'link.txt', false],
    ['a link to a folder outside', 'up/secret.txt', false],
    ['the folder itself', '.', false],
    ['a NUL', 'plan.txt\0', false],
    ['a million folders', `${'a/'.repeat(1_000_000)}plan.txt`, true],
  ])('%s', async (_, path, found) => {
    const [document] = registryOf().documents
    const source = await findSource(folder.file('texts'), {
      ...document!,
      source: { ...document!.source, path },
    })
    expect(source !== null).toBe(found)
  })
})
