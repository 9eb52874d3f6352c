import type { Encoding } from './decode.js'
import { encodingOf } from './decode.js'
import type { Notice, Unread } from './read-text.js'

export type MediaType = 'text/plain' | 'text/markdown' | 'text/html'

/** The formats that are read, by file extension. */
export const TEXTS: Readonly<Record<string, MediaType>> = {
  '.txt': 'text/plain',
  '.text': 'text/plain',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.xhtml': 'text/html',
  '.shtml': 'text/html',
}

/** Formats that are known and not read. */
export const FOREIGN: Readonly<Record<string, string>> = {
  '.xml': 'application/xml',
  '.json': 'application/json',
  '.ndjson': 'application/x-ndjson',
  '.yaml': 'application/yaml',
  '.yml': 'application/yaml',
  '.csv': 'text/csv',
  '.rtf': 'application/rtf',
  '.pdf': 'application/pdf',
  '.doc': 'application/msword',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.wps': 'application/vnd.ms-works',
  '.ofd': 'application/ofd',
  '.xls': 'application/vnd.ms-excel',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
}

const MAGIC: readonly (readonly [string, string])[] = [
  ['25504446', 'PDF'],
  ['504b0304', 'ZIP, DOCX'],
  ['d0cf11e0', 'DOC, XLS'],
  ['1f8b', 'GZIP'],
  ['89504e47', 'PNG'],
  ['ffd8ff', 'JPEG'],
]

const PAGE =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^]{0,2000}?-->\s*){0,5}<(?:!doctype html|html|head|body)\b/i
const FRAGMENT = /^\s*<(?:div|p|table|section|article|center|span|font|h[1-6]|style|meta|link|title)\b/i
const CHARSET =
  /<meta\b[^>]{0,300}?\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([\w-]{2,20})|^<\?xml[^>]{0,100}?encoding=["']([\w-]{2,20})/i

export interface Kind {
  readonly mediaType: MediaType
  /** The encoding that a page declares. */
  readonly declared: Encoding | undefined
  readonly notices: readonly Notice[]
}

/** What bytes are. What they begin with decides; `named` is what the file's name says. */
export function kindOf(bytes: Uint8Array, named: MediaType | null): Kind | Unread {
  const hex = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  const magic = MAGIC.find(([sign]) => hex.startsWith(sign))
  if (magic) return { code: 'file-binary', values: { kind: magic[1] } }
  const head = Buffer.from(bytes.subarray(0, 4096))
    .toString('latin1')
    .replace(/\0|^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/g, '')
  const mediaType = mediaTypeOf(head, bytes, named)
  const charset = mediaType === 'text/html' ? CHARSET.exec(head) : null
  const declared = charset ? encodingOf(charset[1] ?? charset[2] ?? '') : undefined
  const mismatch = named !== null && named !== mediaType
  const values = { named: NAMES[named ?? mediaType], found: NAMES[mediaType] }
  return { mediaType, declared, notices: mismatch ? [{ code: 'format-mismatch', values }] : [] }
}

const NAMES: Readonly<Record<MediaType, string>> = {
  'text/plain': 'plain text',
  'text/markdown': 'Markdown',
  'text/html': 'HTML',
}

function mediaTypeOf(head: string, bytes: Uint8Array, named: MediaType | null): MediaType {
  if (named === 'text/html') return bytes.includes(0x3c) ? named : 'text/plain'
  if (!head.trimStart().startsWith('<')) return named ?? 'text/plain'
  if (PAGE.test(head)) return 'text/html'
  const fragment = named !== 'text/markdown' && FRAGMENT.test(head) && (head.match(/<\/\w/g)?.length ?? 0) > 1
  return fragment ? 'text/html' : (named ?? 'text/plain')
}
