import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkText } from './check-text.js'
import { texts } from './vocabulary.js'

/** `npm run fuzz` asks for more, and begins somewhere else each time; here the same texts come every time. */
const COUNT = Number(process.env['QPARSE_FUZZ_COUNT'] ?? 5000)
const SEED = Number(process.env['QPARSE_FUZZ_SEED'] ?? 20_261_122)
const MINUTES = 60

it(`${COUNT} texts of the grammars' own words (seed ${SEED})`, { timeout: MINUTES * 60_000 }, () => {
  const result = fc.check(fc.property(texts, checkText), { seed: SEED, numRuns: COUNT })
  if (!result.failed) return
  const [smallest] = result.counterexample ?? []
  const repeat = `QPARSE_FUZZ_SEED=${SEED} QPARSE_FUZZ_COUNT=${COUNT}`
  expect.fail(
    `${repeat}\nsmallest failing text: ${JSON.stringify(smallest)}\n${reasonOf(result.errorInstance)}`,
  )
})

/** What was expected and what came, without the stack. */
function reasonOf(error: unknown): string {
  const { message, diff } = error as { message?: string; diff?: string }
  return `${message ?? String(error)}\n${diff ?? ''}`
}
