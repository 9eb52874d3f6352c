import { type DecodeOptions, decode, type Encoding, type Undecodable } from './decode.js'
import { DOCX, kindOf, type MediaType, type Named, PDF } from './kind.js'
import type { ReadText, Unread } from './read-text.js'
import { tabTables } from './tab-tables.js'

/** A text with its format and the encoding that its characters had in the file; null where the format has no one encoding. */
export interface ReadFile extends ReadText {
  readonly mediaType: MediaType
  readonly encoding: Encoding | null
}

/** What one reader makes of bytes. */
type ReadBytes = Omit<ReadFile, 'mediaType'> | Unread | Undecodable

/**
 * The text of a file's bytes. Readers of formats with a parser of their own are loaded only where one is met. Nothing
 * throws: what cannot be read gives the reason.
 */
export async function readBytes(
  bytes: Uint8Array,
  named: Named | null,
  forced?: DecodeOptions['forced'],
): Promise<ReadFile | (Unread & { readonly mediaType?: MediaType })> {
  const kind = kindOf(bytes, named)
  if ('code' in kind) return kind
  const { mediaType, declared, notices } = kind
  const read = await readAs(mediaType, bytes, { forced, declared })
  if ('code' in read) return { ...read, mediaType }
  return { ...read, mediaType, notices: [...notices, ...(read.notices ?? [])] }
}

/** Formats that are bytes have readers that take them; texts are decoded first. */
async function readAs(mediaType: MediaType, bytes: Uint8Array, options: DecodeOptions): Promise<ReadBytes> {
  if (mediaType === DOCX) {
    const { readDocx } = await import('./docx.js')
    return readDocx(bytes)
  }
  if (mediaType === PDF) {
    const { readPdf } = await import('./pdf.js')
    return readPdf(bytes)
  }
  const decoded = decode(bytes, options)
  if ('code' in decoded) return decoded
  const { text, encoding } = decoded
  switch (mediaType) {
    case 'text/plain':
      return { ...plainText(text), encoding }
    case 'text/markdown': {
      const { readMarkdown } = await import('./markdown.js')
      return { text, ...readMarkdown(text), encoding }
    }
    case 'text/html': {
      const { readHtml } = await import('./html.js')
      return { ...readHtml(text), encoding }
    }
  }
}

/** Plain text is its own text; tables that were copied into it have tabs between their cells. */
export const plainText = (text: string): ReadText => ({ text, tables: tabTables(text) })
