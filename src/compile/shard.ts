import { createHash } from 'node:crypto'

/** One part of a list that several machines share: part `index` (from 1) of `count`. */
export interface Shard {
  readonly index: number
  readonly count: number
}

/** Most parts that a list may be cut into. */
const MAX_SHARDS = 1_000_000

/** `2/8`; null where it is none. */
export function parseShard(text: string): Shard | null {
  const match = /^(\d{1,7})\/(\d{1,7})$/.exec(text)
  const index = Number(match?.[1])
  const count = Number(match?.[2])
  return match && index >= 1 && index <= count && count <= MAX_SHARDS ? { index, count } : null
}

/**
 * Whether a document belongs to the part. The first 48 bits of the SHA-256 of its id, modulo the number of parts: parts are of
 * about the same size, and a document stays in its part whatever else comes or goes.
 */
export function inShard(id: string, shard: Shard | null): boolean {
  if (shard === null) return true
  const bits = createHash('sha256').update(id).digest().readUIntBE(0, 6)
  return bits % shard.count === shard.index - 1
}
