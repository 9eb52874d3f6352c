// Compile the annotated texts with the built library and print the scorer's table for each set of them.
//   npm run score                    the seeds and, where they are at hand, the texts of ../shared
//   npm run score -- --misses 20     flags go on to fixtures/gold/score.mjs
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileFiles } from '../dist/index.js'

const SETS = [
  { name: 'seeds', texts: 'seeds', gold: 'fixtures/gold' },
  { name: 'more', texts: '../shared/texts', gold: '../shared/gold/more' },
]

const folder = mkdtempSync(join(tmpdir(), 'qparse-score-'))
try {
  for (const { name, texts, gold } of SETS) {
    if (!existsSync(gold)) continue
    const registry = join(folder, `${name}.json`)
    writeFileSync(registry, JSON.stringify(await compileFiles([texts])))
    console.log(`\n${name}: ${texts} against ${gold}`)
    const args = ['fixtures/gold/score.mjs', '--gold', gold, '--registry', registry, ...process.argv.slice(2)]
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
    if (status !== 0) process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
