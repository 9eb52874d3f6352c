import type { Language } from '../diagnostics/message.js'
import type { Registry, RegistryDocument } from '../generated/registry.js'
import { type Listed, listingOf } from '../registry/listing.js'

/** A registry without its documents. */
export type Head = Omit<Registry, 'documents'>

/**
 * One output format. A registry is written piece by piece, so that only one document need be held at a time:
 * `begin`, then `document` for each with its index from 0, then `end` with how many there were. A format that people
 * read speaks the language, and one that shows the source text has it beside the document, or null.
 */
export interface Writer {
  begin(head: Head, language: Language): string
  document(document: RegistryDocument, index: number, text: string | null): string
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
    documents.map((item, i) => writer.document(item, i, texts?.get(item.id) ?? null)).join('') +
    writer.end(documents.length)
  )
}
