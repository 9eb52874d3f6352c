const CHUNK = 8192

/** The text with other code units by a table, of the same length; those for which the table holds 0 stay. */
export function mapCodes(text: string, table: Uint16Array): string {
  const parts: string[] = []
  const codes = new Uint16Array(Math.min(CHUNK, text.length))
  for (let start = 0; start < text.length; start += CHUNK) {
    const count = Math.min(CHUNK, text.length - start)
    for (let i = 0; i < count; i++) {
      const code = text.charCodeAt(start + i)
      codes[i] = table[code] || code
    }
    // `apply` reads a typed array as it is; spreading it would step through an iterator.
    parts.push(String.fromCharCode.apply(null, codes.subarray(0, count) as unknown as number[]))
  }
  return parts.join('')
}
