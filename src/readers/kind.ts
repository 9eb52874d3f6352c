import type { Encoding } from './decode.js'
import { encodingOf } from './decode.js'
import { type CONVERTIBLE, foreign } from './foreign.js'
import type { Notice, Unread } from './read-text.js'

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const PDF = 'application/pdf'

/** Formats that are text in a file; the others are bytes for a reader of their own. */
type TextType = 'text/plain' | 'text/markdown' | 'text/html'

/** Formats that are read. */
export type MediaType = TextType | typeof DOCX | typeof PDF

/** What a file's name says that it is. */
export type Named = MediaType | (typeof CONVERTIBLE)[keyof typeof CONVERTIBLE]

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
  '.docx': DOCX,
  '.docm': DOCX,
  '.pdf': PDF,
}

/** What a zip archive begins with: its first entry, or the list of none. */
const ZIP = ['PK\u0003\u0004', 'PK\u0005\u0006']

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
export function kindOf(bytes: Uint8Array, named: Named | null): Kind | Unread {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (ZIP.includes(head.slice(0, 4))) return kind(DOCX, named)
  // Readers of PDF take files with other bytes before the sign (ISO 32000-1, annex H.3.4.1).
  if (/%PDF-\d/.test(head.slice(0, 1024))) return kind(PDF, named)
  const letters = head.replace(/\0|^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/g, '')
  const other = foreign(bytes, letters)
  if (other) return other
  const mediaType = textTypeOf(letters, bytes, named)
  const charset = mediaType === 'text/html' ? CHARSET.exec(letters) : null
  return kind(mediaType, named, charset ? encodingOf(charset[1] ?? charset[2] ?? '') : undefined)
}

function kind(mediaType: MediaType, named: Named | null, declared?: Encoding): Kind {
  const mismatch = named !== null && named !== mediaType
  const values = { named: NAMES[named ?? mediaType], found: NAMES[mediaType] }
  return { mediaType, declared, notices: mismatch ? [{ code: 'format-mismatch', values }] : [] }
}

const NAMES: Readonly<Record<Named, string>> = {
  'text/plain': 'plain text',
  'text/markdown': 'Markdown',
  'text/html': 'HTML',
  [DOCX]: 'DOCX',
  [PDF]: 'PDF',
  'application/msword': 'DOC',
  'application/vnd.ms-works': 'WPS',
  'application/rtf': 'RTF',
  'application/ofd': 'OFD',
  'application/vnd.oasis.opendocument.text': 'ODT',
  'multipart/related': 'MHTML',
}

function textTypeOf(head: string, bytes: Uint8Array, named: Named | null): TextType {
  if (named === 'text/html') return bytes.includes(0x3c) ? named : 'text/plain'
  const fallback = named === 'text/markdown' ? named : 'text/plain'
  if (!head.trimStart().startsWith('<')) return fallback
  if (PAGE.test(head)) return 'text/html'
  const fragment = named !== 'text/markdown' && FRAGMENT.test(head) && (head.match(/<\/\w/g)?.length ?? 0) > 1
  return fragment ? 'text/html' : fallback
}
