import { expandNames, STDIN } from '../readers/expand.js'
import { type FailedInput, type FileBytes, readFileBytes } from '../readers/input.js'
import { documentId } from '../registry/failed.js'
import { OwnIds } from '../registry/own-ids.js'
import { inShard, type Shard } from './shard.js'

/** Where a document comes from: a file that is still to be read, its bytes, a text, or a name with nothing behind it. */
export type TaskInput =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'bytes'; readonly file: FileBytes }
  | { readonly kind: 'text'; readonly path: string; readonly text: string }
  | { readonly kind: 'failed'; readonly failure: FailedInput }

/** One document to compile; it holds nothing that could not go to another thread. */
export interface Task {
  /** The id that the document will have. */
  readonly id: string
  /** The id of its file's name, where an earlier document has that one. */
  readonly duplicateOf: string | null
  readonly input: TaskInput
}

/**
 * The documents behind files, folders, patterns and `-`. Ids are given before anything is compiled, in the order of the
 * names, so they do not depend on who compiles what; a shard has the ids that the whole list would have.
 */
export async function tasksOf(names: readonly string[], shard: Shard | null = null): Promise<Task[]> {
  const ids = new OwnIds()
  const tasks: Task[] = []
  for (const found of await expandNames(names)) {
    const failure = typeof found === 'string' ? null : found
    const path = typeof found === 'string' ? found : found.path
    const { id, duplicateOf } = ids.take(documentId(path.replaceAll('\\', '/')))
    if (!inShard(id, shard)) continue
    const input: TaskInput = failure ? { kind: 'failed', failure } : await inputOf(path)
    tasks.push({ id, duplicateOf, input })
  }
  return tasks
}

/** Standard input is read here: no other thread has it. */
async function inputOf(path: string): Promise<TaskInput> {
  if (path !== STDIN) return { kind: 'path', path }
  const file = await readFileBytes(path)
  return 'code' in file ? { kind: 'failed', failure: file } : { kind: 'bytes', file }
}
