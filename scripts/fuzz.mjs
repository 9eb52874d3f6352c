// Compile many texts made of the grammars' own words and check every invariant on each (test/fuzz).
//   npm run fuzz                            100,000 texts, a new seed
//   npm run fuzz -- --count 5000 --seed 42  as many as one wants, the same again
// Prints seed and count; exits 1 with the smallest failing text.
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 0x7fffffff) },
  },
})
const [count, seed] = [values.count, values.seed].map(Number)
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
  console.error('--count and --seed take whole numbers')
  process.exit(2)
}
console.log(`${count} texts, seed ${seed}`)
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'test/fuzz/fuzz.test.ts', '--coverage.enabled=false'],
  {
    stdio: 'inherit',
    env: { ...process.env, CI: '', QPARSE_FUZZ_COUNT: String(count), QPARSE_FUZZ_SEED: String(seed) },
  },
)
process.exitCode = status === 0 ? 0 : 1
