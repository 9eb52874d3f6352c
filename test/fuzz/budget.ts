import { expect } from 'vitest'

/** `npm run fuzz` asks for minutes and begins somewhere else each time; in the tests the same cases come every time. */
const MINUTES = Number(process.env['QPARSE_FUZZ_MINUTES'] ?? 0)
const SEED = Number(process.env['QPARSE_FUZZ_SEED'] ?? 20_261_122)

/** What one case may take, where minutes were asked for: a hang and a leak are finds too. Other work on the machine does not count. */
const MOST_CPU_MICROSECONDS = 2_000_000
const MOST_BYTES = 2 ** 30

export const LIMIT = { timeout: (MINUTES + 10) * 60_000 }

/** Parameters of a property for fast-check: `count` cases, or as many as the minutes hold. */
export const budget = (count: number): object =>
  MINUTES > 0
    ? {
        seed: SEED,
        numRuns: Number.MAX_SAFE_INTEGER,
        interruptAfterTimeLimit: MINUTES * 60_000,
        markInterruptAsFailure: false,
        reporter: report,
      }
    : { seed: SEED, numRuns: count }

/** Holds one case to its bounds. */
export async function bounded(work: () => unknown): Promise<void> {
  const start = process.cpuUsage()
  await work()
  if (MINUTES === 0) return
  const { user, system } = process.cpuUsage(start)
  expect(user + system).toBeLessThan(MOST_CPU_MICROSECONDS)
  expect(process.memoryUsage().rss).toBeLessThan(MOST_BYTES)
}

interface Details {
  readonly failed: boolean
  readonly numRuns: number
  readonly counterexample: readonly unknown[] | null
  readonly errorInstance: unknown
}

/** Says how many cases there were, and of a find the smallest case and how to see it again. */
function report({ failed, numRuns, counterexample, errorInstance }: Details): void {
  process.stderr.write(`${numRuns} cases, seed ${SEED}\n`)
  if (!failed) return
  const { message, diff } = errorInstance as { message?: string; diff?: string }
  expect.fail(
    `QPARSE_FUZZ_SEED=${SEED}\nsmallest failing case: ${JSON.stringify(counterexample)}\n${message ?? ''}\n${diff ?? ''}`,
  )
}
