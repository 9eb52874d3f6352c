import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { Folder, PLAN, qparse } from './run.js'

const folder = new Folder()
folder.write('plan.txt', PLAN)
folder.write('other.txt', PLAN.replaceAll('养老', '托育'))
for (const format of ['json', 'yaml', 'ndjson', 'rows', 'csv', 'md', 'xlsx', 'ics'])
  qparse(['plan.txt', 'other.txt', '-q', '-f', format, '-o', `r.${format}`], folder.path)
afterAll(() => folder.remove())

const bytes = (name: string): Buffer => readFileSync(folder.file(name))

describe('qparse convert', () => {
  it.each(['yaml', 'json', 'rows', 'csv', 'md', 'ics', 'ndjson'])(
    'gives the same %s as compile',
    (format) => {
      const { status, out } = qparse(['convert', 'r.json', '-f', format], folder.path)
      expect([status, out]).toEqual([0, bytes(`r.${format}`).toString()])
    },
  )

  it('goes by the ending of the output', () => {
    for (const name of ['c.csv', 'c.md', 'c.markdown', 'c.ics', 'c.rows.ndjson', 'c.xlsx']) {
      const { status, err } = qparse(['convert', 'r.yaml', '-o', name], folder.path)
      expect([status, err]).toEqual([0, `Written to ${name}\n`])
    }
    expect(bytes('c.csv')).toEqual(bytes('r.csv'))
    expect(bytes('c.markdown')).toEqual(bytes('r.md'))
    expect(bytes('c.rows.ndjson')).toEqual(bytes('r.rows'))
    expect(bytes('c.xlsx').length).toBe(bytes('r.xlsx').length)
  })

  it('writes a file a document into a folder', () => {
    expect(qparse(['convert', 'r.json', '-f', 'rows', '-o', 'made/', '-q'], folder.path).status).toBe(0)
    const lines = ['plan', 'other'].map((name) => bytes(`made/${name}.rows.ndjson`).toString())
    expect(lines.join('')).toBe(bytes('r.rows').toString())
  })

  it('is Chinese whatever the machine speaks, and English for --lang en', () => {
    const csv = (env: object, ...args: string[]): string =>
      qparse(['convert', 'r.json', '-f', 'csv', ...args], folder.path, { env }).out
    expect(csv({ LANG: 'zh_CN.UTF-8' })).toBe(csv({ LANG: 'en_GB.UTF-8' }))
    expect(csv({}).slice(1)).toMatch(/^文件,编号,/)
    expect(csv({}, '--lang', 'en').slice(1)).toMatch(/^Document,Id,/)
  })

  it('with --sources says which texts are missing or changed', () => {
    const sources = new Folder()
    sources.write('plan.txt', PLAN.replace('90%', '91%'))
    const { status, out, err } = qparse(
      ['convert', 'r.json', '-f', 'md', '--sources', sources.path],
      folder.path,
    )
    expect(status).toBe(1)
    expect(out).toBe(bytes('r.md').toString())
    expect(err).toContain('plan.txt: the text under')
    expect(err).toContain('other.txt: there is no such text')
    sources.remove()
    expect(qparse(['convert', 'r.json', '-f', 'md', '--sources', '.'], folder.path).status).toBe(0)
    expect(qparse(['convert', 'r.json', '--sources', 'none'], folder.path).status).toBe(2)
  })

  it('refuses an unknown format, and what is no registry', () => {
    expect(qparse(['convert', 'r.json', '-f', 'pdf'], folder.path)).toMatchObject({ status: 2, out: '' })
    expect(qparse(['convert', 'plan.txt', '-f', 'csv'], folder.path)).toMatchObject({ status: 2, out: '' })
    expect(qparse(['convert', 'none.json', '-f', 'csv'], folder.path).status).toBe(2)
    expect(qparse(['convert'], folder.path).status).toBe(2)
  })
})
