/** Of several encodings the one that reads the bytes furthest, and where it fails. */
export function farthest<E extends string>(
  bytes: Uint8Array,
  encodings: readonly E[],
): { encoding: E; offset: number } {
  const found = encodings.map((encoding) => ({ encoding, offset: firstWrong(encoding, bytes) }))
  return found.reduce((best, other) => (other.offset > best.offset ? other : best))
}

/** Line of a byte, from 1. */
export function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let i = offset - 1; i >= 0; i--) if (bytes[i] === 10) line++
  return line
}

/** Offset of the first byte that cannot be read: the longest prefix that decodes, found by halving. */
function firstWrong(encoding: string, bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isPrefix(encoding, bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  return good
}

/** Whether the bytes begin a text; the last character may be cut. */
function isPrefix(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
