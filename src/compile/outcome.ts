import type { Language } from '../diagnostics/message.js'
import type { Diagnostic } from '../generated/registry.js'
import { registryHead } from '../registry/head.js'
import type { Problem } from '../registry/problems.js'
import { validateShape } from '../registry/validate.js'
import { type Format, type Piece, pieceOf, writerOf } from '../writers/index.js'
import { Cache } from './cache.js'
import { compileTask, type Compiled, type TaskOptions } from './compile-task.js'
import { type Tally, tallyOf } from './tally.js'
import type { Task } from './tasks.js'

/** How documents are compiled and written. It can go to another thread. */
export interface Work extends Omit<TaskOptions, 'cache'> {
  readonly format: Format
  /** Language of formats that people read. */
  readonly pageLanguage: Language
  /** Language of messages. */
  readonly language: Language
  /** Folder of documents that were compiled before. */
  readonly cacheFolder: string | null
}

/** What became of one document. */
export interface Outcome {
  readonly id: string
  /** Its file, for people. */
  readonly path: string
  readonly diagnostics: readonly Diagnostic[]
  readonly text: string | null
  readonly tally: Tally
  readonly unopened: boolean
  readonly cached: boolean
  /** Why the cache could not keep it. */
  readonly cacheFault: string | null
  /** What goes into the output, or the fault for which the schema refuses it. */
  readonly piece: Piece | Problem
}

/** Compiles and writes one document; never rejects. */
export type Worker = (task: Task) => Promise<Outcome>

/** A worker in this thread. */
export async function makeWorker(work: Work): Promise<Worker> {
  const finish = await makeFinish(work)
  const cache = work.cacheFolder === null ? undefined : new Cache(work.cacheFolder, work)
  const options: TaskOptions = { ...work, cache }
  return async (task) => finish(await compileTask(task, options), cache?.fault ?? null)
}

/** What follows when a document has its entry: it is checked against the schema, as the cache has done with its own, counted and written. */
export async function makeFinish({
  format,
  pageLanguage,
  language,
  words,
}: Work): Promise<(compiled: Compiled, cacheFault: string | null) => Outcome> {
  const writer = await writerOf(format, pageLanguage)
  const head = registryHead(words)
  return ({ document, text, unopened, cached }, cacheFault) => {
    const [problem] = cached ? [] : validateShape({ ...head, documents: [document] }, { language }).problems
    const { id, source, diagnostics } = document
    const piece = problem ?? pieceOf(writer, document, text)
    return {
      id,
      path: source.path,
      diagnostics,
      text,
      tally: tallyOf(document),
      unopened,
      cached,
      cacheFault,
      piece,
    }
  }
}
