import { writeWhole } from '../writers/atomic.js'
import { CommandError, type Ui } from './ui.js'

/** What people are told where standard output cannot be written. */
export const STDOUT = '-'

/** One whole output, to a file or to standard output. */
export async function writeOutput(
  path: string | undefined,
  content: string | Uint8Array,
  ui: Ui,
): Promise<void> {
  if (path === undefined || path === '-') return named(STDOUT, ui.out(content))
  await named(path, writeWhole(path, [content]))
}

/** A fault of the file system with the path that was asked for. */
export async function named<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new CommandError('output-failed', { path, reason })
  }
}
