import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { displayWidth } from '../../src/diagnostics/width.js'

const folder = mkdtempSync(join(tmpdir(), 'qparse-corpus-'))
const texts = join(folder, '文件')
const ledger = join(folder, 'ledger.json')

const corpus = (...args: string[]): { status: number | null; out: string[]; err: string } => {
  const { status, stdout, stderr } = spawnSync('node', ['scripts/corpus.mjs', ...args], { encoding: 'utf8' })
  return { status, out: stdout.trimEnd().split('\n'), err: stderr }
}

beforeAll(() => {
  mkdirSync(texts)
  writeFileSync(
    join(texts, '方案.txt'),
    '一、主要任务\n完善公园管理制度。\n绿化率达到45%以上。（市园林局负责）\n',
  )
  writeFileSync(join(texts, 'plan.txt'), '一、工作要求\n加强巡查。\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('npm run corpus', () => {
  it('prints a row a document and the totals, in columns that allow for double-width characters', () => {
    const { status, out } = corpus(texts, '--out', ledger)
    expect(status).toBe(0)
    expect(out[0]).toMatch(
      /^document +status +sections +obligations +targets +deadlines +assignments +cues unread +ms$/,
    )
    expect(out).toHaveLength(4)
    expect(new Set(out.map(displayWidth)).size).toBe(1)
    expect(out[3]).toMatch(/^2 documents +2 +3 +1 +0 +1 +0 +[\d.]+$/)
    expect(JSON.parse(readFileSync(ledger, 'utf8'))).toMatchObject({
      documents: [{ status: 'ok' }, { status: 'ok' }],
    })
  })

  it('says what was gained and lost since an earlier run', () => {
    expect(corpus(texts, '--against', ledger).out.join('\n')).toContain('nothing gained or lost')
    writeFileSync(join(texts, 'plan.txt'), '一、工作要求\n加强巡查。\n加强宣传。\n')
    rmSync(join(texts, '方案.txt'))
    writeFileSync(join(texts, 'new.txt'), '加强培训。\n')
    const { out } = corpus(texts, '--against', ledger)
    const lines = out
      .filter((line) => /^[-+±] /.test(line))
      .map((line) => line.replace(/^(.) .*[/\\]/, '$1 '))
    expect(lines.sort()).toEqual(['+ new.txt: new', '- 方案.txt: gone', '± plan.txt: obligations +1'])
    expect(out.at(-1)).toMatch(/^in all: obligations \+1; [\d.]+ ms → [\d.]+ ms$/)
  })

  it('ends like the command where there is nothing to compile or nothing to compare with', () => {
    expect(corpus(join(folder, 'nowhere'))).toMatchObject({ status: 2 })
    expect(corpus(texts, '--against', join(folder, 'none.json'))).toMatchObject({ status: 2 })
    expect(corpus()).toMatchObject({ status: 2 })
  })
})
