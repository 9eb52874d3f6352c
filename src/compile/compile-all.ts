import { availableParallelism } from 'node:os'
import { inOrder } from './in-order.js'
import { makeWorker, type Outcome, type Work } from './outcome.js'
import { openPool } from './pool.js'
import type { Task } from './tasks.js'

/** Milliseconds of work in this thread before others are thought of: at first it is slow, which tells nothing of what is left. */
const ALONE = 2000

/** Milliseconds that a worker takes until it is as fast as a thread that has compiled some hundred documents. */
const WARMING = 3500

/** Documents on their way, for each worker: enough that none waits, few enough that memory stays flat. */
const AHEAD = 3

/**
 * Compiles documents with `jobs` workers, or as many as the machine has cores; gives what became of each, in the order of the
 * documents. What is given does not depend on the number of workers: without a number, documents are compiled in this thread
 * as long as that is done before workers would have done it.
 */
export async function* compileAll(
  tasks: Iterable<Task> | AsyncIterable<Task>,
  work: Work,
  jobs: number | null,
): AsyncGenerator<Outcome> {
  const source: AsyncIterator<Task> = iterator(tasks)
  try {
    const alone = await makeWorker(work)
    const most = jobs ?? availableParallelism()
    const start = performance.now()
    const total = Array.isArray(tasks) ? tasks.length : null
    let done = 0
    const goesOnAlone = (): boolean => most === 1 || (jobs === null && !poolPays(most, total, done, start))
    for (; goesOnAlone(); done++) {
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

/** Whether `jobs` workers would be done before this thread, by what it has done since `start`; a stream may have no end. */
function poolPays(jobs: number, total: number | null, done: number, start: number): boolean {
  const spent = performance.now() - start
  if (spent < ALONE || total === null) return spent >= ALONE
  const left = ((total - done) * spent) / done
  return left / jobs + WARMING < left
}

async function* iterator<T>(items: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  yield* items
}
