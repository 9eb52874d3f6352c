import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'

/** Why a file gave no bytes. */
export type Unstable = 'changing' | 'too-large'

/** How often a file is read that changes meanwhile. */
const TRIES = 3

/**
 * The bytes of a file as it stood at one moment, so that a registry never speaks of a text that was there only in part.
 * `changing` where it was written to during every try; `too-large` beyond `limit` bytes. It waits for the disk: a compile
 * takes far longer than that, and handing a file's four calls to another thread longer than the calls.
 */
export function readStable(path: string, limit: number): Uint8Array | Unstable {
  for (let i = 0; i < TRIES; i++) {
    const file = openSync(path, 'r')
    try {
      const before = fstatSync(file, { bigint: true })
      if (before.size > limit) return 'too-large'
      const bytes = readFileSync(file)
      const after = fstatSync(file, { bigint: true })
      if (after.mtimeNs === before.mtimeNs && after.size === before.size) return bytes
    } finally {
      closeSync(file)
    }
  }
  return 'changing'
}
