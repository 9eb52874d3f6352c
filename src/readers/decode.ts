/** Bytes that are no text that qparse can take, and why. */
export interface Undecodable {
  readonly code: 'file-empty' | 'file-binary' | 'file-not-utf8' | 'file-other-encoding'
  readonly values: Readonly<Record<string, string>>
}

const MAGIC: readonly (readonly [string, string])[] = [
  ['25504446', 'PDF'],
  ['504b0304', 'ZIP, DOCX'],
  ['d0cf11e0', 'DOC, XLS'],
  ['1f8b', 'GZIP'],
  ['89504e47', 'PNG'],
  ['ffd8ff', 'JPEG'],
]

/**
 * The text of UTF-8 bytes, strictly: no byte is replaced or dropped, and a byte order mark stays as a character.
 * Bytes that are something else come back as the reason.
 */
export function decode(bytes: Uint8Array): string | Undecodable {
  if (bytes.length === 0) return { code: 'file-empty', values: {} }
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  const known = MAGIC.find(([magic]) => head.startsWith(magic))
  if (known) return { code: 'file-binary', values: { kind: known[1] } }
  if (head.startsWith('fffe') || head.startsWith('feff'))
    return { code: 'file-other-encoding', values: { guess: 'UTF-16' } }
  if (bytes.includes(0)) return { code: 'file-binary', values: { kind: 'NUL' } }
  const text = strict('utf-8', bytes)
  if (text === null) return notUtf8(bytes)
  return /[^\s\ufeff\u200b]/.test(text) ? text : { code: 'file-empty', values: {} }
}

function notUtf8(bytes: Uint8Array): Undecodable {
  if (strict('gb18030', bytes) !== null) return { code: 'file-other-encoding', values: { guess: 'GB18030' } }
  let line = 1
  for (let i = firstWrong(bytes) - 1; i >= 0; i--) if (bytes[i] === 10) line++
  return { code: 'file-not-utf8', values: { line: String(line) } }
}

function strict(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Offset of the first byte that cannot be UTF-8: the longest prefix that decodes, found by halving. */
function firstWrong(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isPrefix(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  return good
}

/** Whether the bytes begin a UTF-8 text; the last character may be cut. */
function isPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
