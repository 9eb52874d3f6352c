import type { Unread } from './read-text.js'

/** Formats of word processors that are not read, under whose names others that are often come: a .doc may be a web page. */
export const CONVERTIBLE = {
  '.doc': 'application/msword',
  '.dot': 'application/msword',
  '.wps': 'application/vnd.ms-works',
  '.rtf': 'application/rtf',
  '.ofd': 'application/ofd',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.mht': 'multipart/related',
  '.mhtml': 'multipart/related',
} as const

/** Formats that are known by their names and not read. */
export const FOREIGN: Readonly<Record<string, string>> = {
  '.xml': 'application/xml',
  '.json': 'application/json',
  '.ndjson': 'application/x-ndjson',
  '.yaml': 'application/yaml',
  '.yml': 'application/yaml',
  '.csv': 'text/csv',
  '.xls': 'application/vnd.ms-excel',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
}

/** What other kinds of file begin with, in hexadecimal. */
const BINARY: readonly (readonly [string, string])[] = [
  ['1f8b', 'GZIP'],
  ['89504e47', 'PNG'],
  ['ffd8ff', 'JPEG'],
]
const COMPOUND = 'd0cf11e0'

/** Formats of word processors that look like texts. */
const WRITTEN: readonly (readonly [RegExp, string])[] = [
  [/^\s*\{\\rtf/, 'RTF'],
  [/^\s*(?:mime-version|from|content-type):[^]{0,1000}multipart\/related/i, 'MHTML'],
  [/<\?mso-application\s+progid="Word\.Document"|<w:wordDocument\b|<pkg:package\b/, 'Word XML'],
]

/** Why bytes cannot be read, where they are those of a format that is not; `head` is their beginning as Latin letters. */
export function foreign(bytes: Uint8Array, head: string): Unread | null {
  const hex = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  const magic = BINARY.find(([sign]) => hex.startsWith(sign))
  if (magic) return { code: 'file-binary', values: { kind: magic[1] } }
  if (hex === COMPOUND) return compound(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  const written = WRITTEN.find(([pattern]) => pattern.test(head))
  return written ? { code: 'format-convertible', values: { kind: written[1] } } : null
}

/** A compound file (OLE, [MS-CFB]) holds streams whose names stand in it in UTF-16; a protected DOCX is one too. */
function compound(bytes: Buffer): Unread {
  const holds = (stream: string): boolean => bytes.includes(stream, 0, 'utf16le')
  if (holds('EncryptedPackage')) return { code: 'file-encrypted', values: {} }
  if (holds('WordDocument')) return { code: 'format-convertible', values: { kind: 'DOC' } }
  const kind = holds('Workbook') ? 'XLS' : holds('PowerPoint Document') ? 'PPT' : 'OLE'
  return { code: 'format-unsupported', values: { kind } }
}
