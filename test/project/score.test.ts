import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { compileText } from '../../src/index.js'

/** What the seeds have to score at least, in per cent: F1 where every attribute of an item has to be right too. */
const FLOORS: Readonly<Record<string, number>> = {
  sections: 99,
  'document fields': 95,
  obligations: 97,
  'assignments: parenthetical': 98,
  'assignments: heading': 98,
  'assignments: clause': 85,
  targets: 95,
  deadlines: 97,
  'responsibility (obligation × body)': 98,
}

const folder = mkdtempSync(join(tmpdir(), 'qparse-'))
afterAll(() => rmSync(folder, { recursive: true }))

function score(): Record<string, { strict: number }> {
  const seeds = readdirSync('seeds').filter((name) => name.endsWith('.txt'))
  const documents = seeds.map((name) =>
    compileText(readFileSync(`seeds/${name}`, 'utf8'), { path: `seeds/${name}` }),
  )
  const registry = join(folder, 'registry.json')
  writeFileSync(registry, JSON.stringify({ documents }))
  const args = ['fixtures/gold/score.mjs', '--gold', 'fixtures/gold', '--registry', registry, '--json']
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 })
  return (JSON.parse(stdout) as { result: Record<string, { strict: number }> }).result
}

describe('the seeds against their annotations', () => {
  const result = score()
  it.each(Object.entries(FLOORS))('%s: at least %d', (kind, floor) => {
    expect(100 * (result[kind]?.strict ?? 0)).toBeGreaterThanOrEqual(floor)
  })
})
