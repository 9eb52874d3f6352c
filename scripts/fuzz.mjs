// Try cases that nobody thought of for some minutes: every property of test/fuzz, from a new seed. A crash, a case of over
// two seconds, memory over 1 GB, a wrong quote and output that does not fit its schema are finds.
//   npm run fuzz                                        a minute each
//   npm run fuzz -- --minutes 15 --only readers         text, readers, registries or commands
//   npm run fuzz -- --seed 42                           the same cases again
// Prints the seed and the number of cases; exits 1 with the smallest case that fails.
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const KINDS = ['text', 'readers', 'registries', 'commands']

/** Minutes beyond those asked for, after which a case counts as one that hangs. */
const PATIENCE = 5

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true, default: KINDS },
    seed: { type: 'string', default: String(Date.now() % 0x7fffffff) },
  },
})
const [minutes, seed] = [values.minutes, values.seed].map(Number)
const unknown = values.only.find((kind) => !KINDS.includes(kind))
if (!(minutes > 0) || !Number.isInteger(seed) || unknown !== undefined) {
  console.error(`--minutes and --seed take numbers, --only takes ${KINDS.join(', ')}`)
  process.exit(2)
}
for (const kind of values.only) {
  console.log(`${kind}: ${minutes} minutes, seed ${seed}`)
  const { status, error } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', `test/fuzz/${kind}.test.ts`, '--coverage.enabled=false'],
    {
      stdio: 'inherit',
      timeout: (2 * minutes + PATIENCE) * 60_000,
      env: { ...process.env, CI: '', QPARSE_FUZZ_MINUTES: String(minutes), QPARSE_FUZZ_SEED: String(seed) },
    },
  )
  if (error) console.error(`${kind}: ${error.message}`)
  if (status !== 0) process.exitCode = 1
}
