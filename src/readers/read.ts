import { type DecodeOptions, decode, type Encoding } from './decode.js'
import { kindOf, type MediaType } from './kind.js'
import type { ReadText, Unread } from './read-text.js'
import { tabTables } from './tab-tables.js'

/** A text with its format and the encoding that its file had. */
export interface ReadFile extends ReadText {
  readonly mediaType: MediaType
  readonly encoding: Encoding
}

/**
 * The text of a file's bytes. Readers of formats with a parser of their own are loaded only where one is met. Nothing
 * throws: what cannot be read gives the reason.
 */
export async function readBytes(
  bytes: Uint8Array,
  named: MediaType | null,
  forced?: DecodeOptions['forced'],
): Promise<ReadFile | (Unread & { readonly mediaType?: MediaType })> {
  const kind = kindOf(bytes, named)
  if ('code' in kind) return kind
  const { mediaType, declared, notices } = kind
  const decoded = decode(bytes, { forced, declared })
  if ('code' in decoded) return { ...decoded, mediaType }
  const { text, encoding } = decoded
  const read = await readAs(mediaType, text)
  if ('code' in read) return { ...read, mediaType }
  return { ...read, mediaType, encoding, notices: [...notices, ...(read.notices ?? [])] }
}

async function readAs(mediaType: MediaType, text: string): Promise<ReadText | Unread> {
  switch (mediaType) {
    case 'text/plain':
      return plainText(text)
    case 'text/markdown': {
      const { readMarkdown } = await import('./markdown.js')
      return { text, ...readMarkdown(text) }
    }
    case 'text/html': {
      const { readHtml } = await import('./html.js')
      return readHtml(text)
    }
  }
}

/** Plain text is its own text; tables that were copied into it have tabs between their cells. */
export const plainText = (text: string): ReadText => ({ text, tables: tabTables(text) })
