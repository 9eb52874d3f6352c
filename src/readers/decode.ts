import { farthest, lineOf } from './wrong-byte.js'

/** Encodings that a text can come in. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] as const
export type Encoding = (typeof ENCODINGS)[number]

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
}

/** Bytes that are no text that qparse can take, and why. */
export interface Undecodable {
  readonly code: 'file-empty' | 'file-binary' | 'file-undecodable'
  readonly values: Readonly<Record<string, string>>
}

export interface DecodeOptions {
  /** What the user says it is: nothing else is tried. */
  readonly forced?: Encoding | undefined
  /** What the file says of itself, as by `<meta charset>`; believed where its bytes allow it. */
  readonly declared?: Encoding | undefined
}

const MARKS: readonly (readonly [string, Encoding])[] = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
  ['84319533', 'gb18030'],
]

const LABELS = new Map<string, Encoding>(Object.entries({
  'utf-8': 'utf-8', utf8: 'utf-8', 'utf-16': 'utf-16le', 'utf-16le': 'utf-16le', 'utf-16be': 'utf-16be', unicode: 'utf-16le',
  gb18030: 'gb18030', gbk: 'gb18030', gb2312: 'gb18030', 'gb_2312-80': 'gb18030', 'x-gbk': 'gb18030', cp936: 'gb18030',
  'euc-cn': 'gb18030', hz: 'gb18030', big5: 'big5', 'big5-hkscs': 'big5', 'x-x-big5': 'big5', cp950: 'big5',
} satisfies Record<string, Encoding>)) // prettier-ignore

/** The encoding that a name stands for: GBK and GB2312 are parts of GB18030. */
export const encodingOf = (label: string): Encoding | undefined => LABELS.get(label.trim().toLowerCase())

/**
 * The text of bytes, strictly: no byte is replaced or dropped, and a byte order mark stays as a character.
 *
 * 1. A byte order mark decides; then UTF-8, where the bytes are valid; then what the file declares.
 * 2. GB18030 and Big5 allow nearly the same bytes: the one whose everyday characters make up more of them is taken.
 * 3. Bytes of which a quarter would be no everyday character, and UTF-8 with a fault, are an error, never mojibake.
 */
export function decode(bytes: Uint8Array, { forced, declared }: DecodeOptions = {}): Decoded | Undecodable {
  if (bytes.length === 0) return { code: 'file-empty', values: {} }
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  const marked = forced ?? MARKS.find(([mark]) => head.startsWith(mark))?.[1]
  if (!marked?.startsWith('utf-16') && bytes.includes(0))
    return { code: 'file-binary', values: { kind: 'NUL' } }
  if (marked) return readAs(bytes, [marked])
  const text = strict('utf-8', bytes)
  if (text !== null) return checked(text, 'utf-8')
  const shares = sharesOf(bytes)
  if (shares.utf8 > 0.5) return undecodable(bytes, ['utf-8'])
  if (declared === 'gb18030' || declared === 'big5') {
    const own = strict(declared, bytes)
    if (own !== null && shares[declared] > LEAST) return checked(own, declared)
  }
  const likely = (['gb18030', 'big5'] as const)
    .filter((name) => shares[name] > LEAST)
    .sort((a, b) => shares[b] - shares[a])
  return readAs(bytes, likely.length > 0 ? likely : ['utf-8', 'gb18030', 'big5'], likely.length > 0)
}

/** How much of the bytes has to be everyday characters. */
const LEAST = 0.75

/** The first of the encodings that the bytes are valid in. */
function readAs(bytes: Uint8Array, names: readonly Encoding[], accept = true): Decoded | Undecodable {
  for (const name of accept ? names : []) {
    const text = strict(name, bytes)
    if (text !== null) return checked(text, name)
  }
  return undecodable(bytes, names)
}

const checked = (text: string, encoding: Encoding): Decoded | Undecodable =>
  /[^\s\ufeff\u200b]/.test(text) ? { text, encoding } : { code: 'file-empty', values: {} }

function undecodable(bytes: Uint8Array, names: readonly Encoding[]): Undecodable {
  const { encoding, offset } = farthest(bytes, names)
  const value = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')
  const values = { encoding: NAMES[encoding], byte: String(offset), value: `0x${value}` }
  return { code: 'file-undecodable', values: { ...values, line: String(lineOf(bytes, offset)) } }
}

const NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8', 'utf-16le': 'UTF-16LE', 'utf-16be': 'UTF-16BE', gb18030: 'GB18030', big5: 'Big5',
} // prettier-ignore

function strict(encoding: Encoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** More bytes than these tell nothing new. */
const SAMPLE = 1 << 18

/**
 * Which part of the bytes above 0x7F is everyday Chinese in each encoding: three bytes of UTF-8; a pair of GB 2312 (signs
 * and hanzi); a pair of Big5's signs and common hanzi.
 */
function sharesOf(bytes: Uint8Array): { utf8: number; gb18030: number; big5: number } {
  const end = Math.min(bytes.length, SAMPLE)
  let high = 0
  let utf8 = 0
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] as number
    if (byte < 0x80) continue
    const whole = byte >= 0xe3 && byte <= 0xef && isTail(bytes[i + 1]) && isTail(bytes[i + 2])
    if (whole) utf8 += 3
    high += whole ? 3 : 1
    if (whole) i += 2
  }
  let pairs = 0
  let gb = 0
  let big5 = 0
  for (let i = 0; i < end; i++) {
    const lead = bytes[i] as number
    if (lead < 0x80) continue
    const trail = bytes[++i] ?? 0
    if (trail >= 0x30 && trail <= 0x39) {
      i += 2 // four bytes of GB18030: a rare character, or a space of another kind
      continue
    }
    pairs++
    gb += inGb(lead, trail)
    big5 += inBig5(lead, trail)
  }
  return {
    utf8: utf8 / (high || 1),
    gb18030: pairs === 0 && high > 0 ? 1 : gb / (pairs || 1),
    big5: big5 / (pairs || 1),
  }
}

/** 1 for signs and everyday hanzi of GB 2312, less for its rarer ones. */
function inGb(lead: number, trail: number): number {
  if (trail < 0xa1 || lead < 0xa1 || lead > 0xf7) return 0
  if (lead <= 0xa3 || (lead >= 0xb0 && lead <= 0xd7)) return 1
  return lead >= 0xd8 ? 0.8 : 0
}

/** 1 for signs and everyday hanzi of Big5. */
const inBig5 = (lead: number, trail: number): number =>
  lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1) ? 1 : 0

const isTail = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80 && byte <= 0xbf
