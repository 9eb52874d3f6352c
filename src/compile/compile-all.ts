import { availableParallelism } from 'node:os'
import { inOrder } from './in-order.js'
import { makeWorker, type Outcome, type Work } from './outcome.js'
import { openPool } from './pool.js'
import type { Task } from './tasks.js'

/** Milliseconds of work in this thread after which it pays to start others. */
const WORTH_A_POOL = 1000

/** Documents on their way, for each worker: enough that none waits, few enough that memory stays flat. */
const AHEAD = 3

/**
 * Compiles documents with `jobs` workers, or as many as the machine has cores; gives what became of each, in the order of the
 * documents. What is given does not depend on the number of workers: without a number, few documents are compiled in this
 * thread, since that is done before a worker is up.
 */
export async function* compileAll(
  tasks: Iterable<Task> | AsyncIterable<Task>,
  work: Work,
  jobs: number | null,
): AsyncGenerator<Outcome> {
  const source: AsyncIterator<Task> = iterator(tasks)
  try {
    const alone = await makeWorker(work)
    const start = performance.now()
    const most = jobs ?? availableParallelism()
    // oxlint-disable-next-line no-unmodified-loop-condition -- time passes
    while (most === 1 || (jobs === null && performance.now() - start < WORTH_A_POOL)) {
      const next = await source.next()
      if (next.done) return
      yield await alone(next.value)
    }
    const pool = await openPool(work, most)
    try {
      yield* inOrder(source, most * AHEAD, pool.worker)
    } finally {
      await pool.close()
    }
  } finally {
    await source.return?.()
  }
}

async function* iterator<T>(items: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  yield* items
}
