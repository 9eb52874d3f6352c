import type { Registry, RegistryDocument } from '../generated/registry.js'

/** A registry without its documents. */
export type Head = Omit<Registry, 'documents'>

/**
 * One output format. A registry is written piece by piece, so that only one document need be held at a time:
 * `begin`, then `document` for each with its index from 0, then `end` with how many there were.
 */
export interface Writer {
  begin(head: Head): string
  document(document: RegistryDocument, index: number): string
  end(count: number): string
}

/** The whole registry at once. */
export function write(writer: Writer, { documents, ...head }: Registry): string {
  return (
    writer.begin(head) +
    documents.map((item, i) => writer.document(item, i)).join('') +
    writer.end(documents.length)
  )
}
