import type { FailedInput } from '../readers/input.js'
import { failed } from '../readers/failed-input.js'
import { holdsMoreThan, parseJson } from '../readers/json-text.js'
import { linesOf } from '../readers/lines.js'
import { inShard, type Shard } from './shard.js'
import type { Task } from './tasks.js'

/** Documents from a stream of lines of JSON, `{"id": …, "text": …}` each. Further fields are passed over. */
export interface LineOptions {
  readonly shard?: Shard | null
  /** UTF-16 code units that a line may have. */
  readonly limit: number
}

/**
 * 1. Every line that is not blank is one document, in order; a line that is none is a document that failed, with its number for an id.
 * 2. Only the line at hand is held, and the stream is read no faster than the documents are taken.
 * 3. Ids are the caller's: whether one comes twice is for `qparse merge` to find.
 */
export async function* lineTasks(
  stream: AsyncIterable<Uint8Array>,
  { shard = null, limit }: LineOptions,
): AsyncGenerator<Task> {
  let number = 0
  for await (const line of linesOf(stream, limit)) {
    number++
    if (line !== null && line.trim() === '') continue
    const task = line === null ? tooLong(number, limit) : taskOf(line, number)
    if (inShard(task.id, shard)) yield task
  }
}

/** Values that a line may hold beside its text: a list of lists would take fifty times its length of memory. */
export const LINE_VALUES = 1_000_000

function taskOf(line: string, number: number): Task {
  if (holdsMoreThan(LINE_VALUES, line)) return broken(number, `it has more than ${LINE_VALUES} values`)
  const json = parseJson(line)
  if ('fault' in json) return broken(number, 'it is not JSON')
  const { id, text } = (json.value ?? {}) as { id?: unknown; text?: unknown }
  const name = typeof id === 'number' ? String(id) : id
  if (typeof name !== 'string' || name === '') return broken(number, 'it has no "id"')
  if (typeof text !== 'string') return broken(number, 'it has no "text"')
  return { id: name, duplicateOf: null, input: { kind: 'text', path: name, text } }
}

const broken = (number: number, reason: string): Task =>
  failedTask(number, failed(`line ${number}`, 'line-unreadable', { line: String(number), reason }))

const tooLong = (number: number, limit: number): Task =>
  failedTask(
    number,
    failed(`line ${number}`, 'file-too-large', { limit: String(Math.round(limit / 1024 / 1024)) }),
  )

const failedTask = (number: number, failure: FailedInput): Task => ({
  id: `line-${number}`,
  duplicateOf: null,
  input: { kind: 'failed', failure },
})
