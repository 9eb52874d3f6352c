import { Tinypool } from 'tinypool'
import { makeWorker, type Outcome, type Work } from './outcome.js'
import type { Task } from './tasks.js'

const worker = makeWorker(Tinypool.workerData as Work)
const encoder = new TextEncoder()

/** The program of one thread of the pool. What it has written goes back as UTF-8: that is most of the output's cost. */
export default async function work(task: Task): Promise<Outcome> {
  const outcome = await (await worker)(task)
  const { piece } = outcome
  if (!('written' in piece) || typeof piece.written !== 'string') return outcome
  return { ...outcome, piece: { id: piece.id, written: encoder.encode(piece.written) } }
}
