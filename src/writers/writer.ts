import type { Language } from '../diagnostics/message.js'
import type { Registry, RegistryDocument } from '../generated/registry.js'
import { type Listed, listingOf } from '../registry/listing.js'

/** A registry without its documents. */
export type Head = Omit<Registry, 'documents'>

/**
 * One output format. A registry is written piece by piece, so that only one document need be held at a time: `begin`,
 * then for each its index from 0 to `before`, and `document`, then `end` with how many there were. What `document`
 * gives does not depend on the others, so that documents may be written in any order and by several workers. A format
 * that people read speaks the language, and one that shows the source text has it beside the document, or null.
 */
export interface Writer {
  begin(head: Head, language: Language): string
  before(index: number): string
  document(document: RegistryDocument, text: string | null): string
  end(count: number): string
}

/** What a writer for people needs beside the registry. */
export interface Readable {
  /** The obligations to show and their order; all of them where nobody chose. */
  readonly items?: readonly Listed[]
  /** Source texts by the id of their document. */
  readonly texts?: ReadonlyMap<string, string>
  readonly language?: Language
}

/** An output format that needs every document at once, like a workbook. */
export interface WholeWriter {
  whole(registry: Registry, options?: Readable): Promise<string | Uint8Array>
}

/** A document as its format wants it: written already, or as it is for a format that needs every document at once. */
export type Piece =
  | { readonly id: string; readonly written: string | Uint8Array }
  | { readonly id: string; readonly document: RegistryDocument; readonly text: string | null }

export const pieceOf = (
  writer: Writer | WholeWriter,
  document: RegistryDocument,
  text: string | null,
): Piece =>
  'whole' in writer
    ? { id: document.id, document, text }
    : { id: document.id, written: writer.document(document, text) }

/** The obligations to show. */
export const itemsOf = (registry: Registry, { items }: Readable): readonly Listed[] =>
  items ?? registry.documents.flatMap((document) => listingOf(document))

/** The whole registry at once. */
export function write(
  writer: Writer,
  { documents, ...head }: Registry,
  { texts, language = 'en' }: Readable = {},
): string {
  return (
    writer.begin(head, language) +
    documents
      .map((item, i) => writer.before(i) + writer.document(item, texts?.get(item.id) ?? null))
      .join('') +
    writer.end(documents.length)
  )
}
