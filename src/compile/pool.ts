import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fileDiagnostic, failedDocument } from '../registry/failed.js'
import { underId } from '../registry/own-ids.js'
import { makeFinish, type Outcome, type Work, type Worker } from './outcome.js'
import type { Task } from './tasks.js'

/** Workers in threads of their own. */
export interface Pool {
  readonly worker: Worker
  close(): Promise<void>
}

const WORKER_FILE = 'dist/worker.js'

/** The program of a worker in the installed package. */
const workerFile = (): string => {
  const root = dirname(createRequire(import.meta.url).resolve('qparse/package.json'))
  return pathToFileURL(join(root, WORKER_FILE)).href
}

/**
 * `jobs` workers. One that dies (out of memory) costs the document that it had: another tries it once more, and if that one dies
 * too the document has an entry that says so.
 */
export async function openPool(work: Work, jobs: number, filename = workerFile()): Promise<Pool> {
  const { Tinypool } = await import('tinypool')
  const pool = new Tinypool({ filename, workerData: work, minThreads: jobs, maxThreads: jobs })
  const run = (task: Task): Promise<Outcome> => pool.run(task) as Promise<Outcome>
  const worker: Worker = (task) =>
    run(task)
      .catch(() => run(task))
      .catch((error: unknown) => crashed(task, work, error))
  return { worker, close: () => pool.destroy() }
}

async function crashed(task: Task, work: Work, error: unknown): Promise<Outcome> {
  const reason = error instanceof Error ? error.message : String(error)
  const { input } = task
  const path =
    input.kind === 'bytes' ? input.file.path : input.kind === 'failed' ? input.failure.path : input.path
  const source = { path, sha256: null, mediaType: 'text/plain', encoding: null, length: 0 }
  const document = underId(failedDocument(source, fileDiagnostic('worker-crashed', { reason })), task)
  const finish = await makeFinish(work)
  return finish({ document, text: null, unopened: false, cached: false }, null)
}
