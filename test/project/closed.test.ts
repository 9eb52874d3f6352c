import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { Folder, PLAN, qparse } from '../cli/run.js'

const folder = new Folder()
const LINKS = '<img src="http://example.org/a.png"><link rel="stylesheet" href="http://example.org/a.css">'
folder.write('plan.txt', PLAN)
folder.write(
  'page.html',
  `<html><head>${LINKS}</head><body><p>${PLAN.replaceAll('\n', '</p><p>')}</p></body></html>`,
)
qparse(['plan.txt', '-q', '-o', 'r.json'], folder.path)
afterAll(() => folder.remove())

const preload = pathToFileURL(resolve('test/project/preload/no-network.mjs')).href
const FORMATS = resolve('fixtures/formats')
const fixtures = existsSync(FORMATS) ? readdirSync(FORMATS).map((name) => join(FORMATS, name)) : []

/** The real command where no network can be reached and no string becomes code. */
const closed = (args: readonly string[]): { status: number | null; stderr: string } =>
  spawnSync(
    process.execPath,
    ['--disallow-code-generation-from-strings', '--import', preload, resolve('bin/qparse.js'), ...args],
    { cwd: folder.path, encoding: 'utf8', env: { PATH: process.env['PATH'], LANG: 'en_GB.UTF-8' } },
  )

describe('no network, and no code out of strings', () => {
  it.each([
    ['every format that is read', ['plan.txt', 'page.html', ...fixtures, '-f', 'ndjson', '-q', '-j', '1']],
    ['workers', ['plan.txt', 'page.html', ...fixtures, '-f', 'yaml', '-q', '-j', '2']],
    ['a page', ['plan.txt', '-f', 'html', '-o', 'r.html', '-q']],
    ['a workbook', ['plan.txt', '-f', 'xlsx', '-o', 'r.xlsx', '-q']],
    ['a calendar', ['plan.txt', '-f', 'ics', '-q']],
    ['lint', ['lint', 'plan.txt', '-q']],
    ['validate', ['validate', 'r.json', '-q']],
    ['diff', ['diff', 'r.json', 'page.html', '-f', 'html', '-o', 'd.html', '-q']],
    ['query', ['query', 'r.json', '--body', '市民政局', '-q']],
    ['convert', ['convert', 'r.json', '-f', 'csv', '-q']],
  ])('%s', (_, args) => {
    const { status, stderr } = closed(args)
    expect(stderr).not.toMatch(/was called|Code generation|EvalError|Internal error/)
    expect([0, 1]).toContain(status)
  })

  it('the guard itself works', () => {
    const args = ['--import', preload, '-e', "require('node:net').connect(1, 'localhost')"]
    expect(spawnSync(process.execPath, args, { encoding: 'utf8' }).status).toBe(99)
  })
})
