import { open } from 'node:fs/promises'

/** How often a file is read that changes meanwhile. */
const TRIES = 3

/**
 * The bytes of a file as it stood at one moment, so that a registry never speaks of a text that was there only in part.
 * `changing` where it was written to during every try; `too-large` beyond `limit` bytes.
 */
export async function readStable(path: string, limit: number): Promise<Buffer | 'changing' | 'too-large'> {
  for (let i = 0; i < TRIES; i++) {
    const file = await open(path)
    try {
      const before = await file.stat({ bigint: true })
      if (before.size > limit) return 'too-large'
      const bytes = await file.readFile()
      const after = await file.stat({ bigint: true })
      if (after.mtimeNs === before.mtimeNs && after.size === before.size) return bytes
    } finally {
      await file.close()
    }
  }
  return 'changing'
}
