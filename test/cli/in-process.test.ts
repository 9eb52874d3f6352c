import { resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { inProcess } from './in-process.js'
import { Folder, PLAN, qparse } from './run.js'

describe('a command says the same as the function behind it', () => {
  const folder = new Folder()
  beforeAll(() => {
    folder.write('plan.txt', PLAN)
    folder.write('plan.md', `# ${PLAN.replace('一、', '## 一、')}`)
    folder.write('other.txt', PLAN.replace('养老', '托育'))
    folder.write('empty.txt', '')
    folder.write('binary.txt', Uint8Array.of(0, 1, 2, 0, 255))
    folder.write('latin.txt', Uint8Array.of(0xc4, 0xe3, 0xba, 0xc3))
    folder.write('words.yaml', 'verbs:\n  directive: [攒劲]\n')
    folder.write('bad.yaml', 'verbs: 攒劲\n')
    folder.write('odd.json', '{"documents": 1}')
    for (const format of ['json', 'yaml', 'ndjson'])
      qparse(['plan.txt', 'other.txt', '-q', '-o', `r.${format}`], folder.path)
  })
  afterEach(() => vi.unstubAllEnvs())
  afterAll(() => folder.remove())

  it.each([
    ['plan.txt'],
    ['plan.txt plan.md -f json'],
    ['plan.txt other.txt -f ndjson -q'],
    ['plan.txt -v --strict'],
    ['plan.txt --date 2024-03-01 --lexicon words.yaml'],
    ['plan.txt --lexicon bad.yaml'],
    ['plan.txt --lexicon none.yaml'],
    ['plan.txt -f xml'],
    ['plan.txt --date tomorrow'],
    ['plan.txt -o made -q'],
    ['plan.txt other.txt -o made/ -f json'],
    ['plan.txt -o made.json'],
    ['plan.txt -o none/made.json'],
    ['*.txt -f json'],
    ['.'],
    ['none.txt plan.txt --lang zh'],
    ['empty.txt binary.txt latin.txt'],
    ['validate r.json r.yaml r.ndjson'],
    ['validate r.json --sources .'],
    ['validate r.json --sources none'],
    ['validate odd.json plan.txt none.json'],
    ['validate'],
    ['explain plan.txt'],
    ['explain plan.txt:5'],
    ['explain plan.txt:99'],
    ['explain none.txt --lang zh'],
    ['query r.json --body 民政局 --role lead --due-before 2025'],
    ['query r.json r.yaml --group-by body --sort due --reverse --lang zh'],
    ['query r.json --has target -f yaml'],
    ['query r.json --group-by section -f md'],
    ['query r.json --type action,prohibition -f csv'],
    ['query r.json -f ics'],
    ['query r.json -f html --sources .'],
    ['query r.json --type none'],
    ['query r.json --width wide'],
    ['query odd.json'],
    ['convert r.ndjson -f rows'],
    ['convert r.json -f html'],
    ['convert r.json -f html --sources .'],
    ['convert r.json -f md --sources none'],
    ['convert r.json -o made.csv'],
    ['convert r.json -o none.xlsx/made.xlsx'],
    ['convert none.json'],
    ['schema'],
    ['schema lexicon'],
    ['schema none'],
    ['--help'],
    ['compile --help --lang zh'],
    ['--nothing'],
    ['--lang fr'],
    [''],
  ])('qparse %s', async (line) => {
    const args = line.split(' ').filter(Boolean)
    const here = await inProcess(args, folder.path, {})
    expect(here).toEqual(qparse(args, folder.path, { env: { NO_COLOR: '1' } }))
  })

  it('and shows colours where they are wanted', async () => {
    const { err } = await inProcess(['none.txt'], folder.path, { NO_COLOR: '', FORCE_COLOR: '1' })
    expect(err).toContain('\u001b[')
  })

  it('finds its own package', () => {
    expect(qparse(['--version'], resolve('.')).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
