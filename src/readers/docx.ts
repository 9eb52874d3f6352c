import { overlaps } from '../source/span.js'
import type { Table } from '../source/table.js'
import type { Encoding } from './decode.js'
import { badXml, type WordParts, wordParts } from './docx-parts.js'
import { WordText } from './docx-text.js'
import type { ReadText, Unread } from './read-text.js'
import { tabTables } from './tab-tables.js'
import { childOf, parseXml } from './xml-tree.js'
import { damaged } from './zip.js'

/**
 * The document of a Word file (.docx, ECMA-376) as text.
 *
 * 1. Numbers that Word generates stand in it; what was deleted, hidden, or belongs to the page (headers, footers, notes,
 *    comments, tables of contents) does not.
 * 2. `origin` gives the paragraph of the file as line, and the place in it as column.
 * 3. Nothing outside the file is loaded; no macro, link or embedded object is looked at.
 */
export async function readDocx(bytes: Uint8Array): Promise<(ReadText & { encoding: Encoding }) | Unread> {
  const parts = await wordParts(bytes)
  if ('code' in parts) return parts
  const read = readBody(parts, false)
  return read.inContents ? readBody(parts, true).result : read.result
}

/** `contents`: whether tables of contents are text, for a document where one has no end. */
function readBody(
  parts: WordParts,
  contents: boolean,
): { result: (ReadText & { encoding: Encoding }) | Unread; inContents: boolean } {
  const reader = new WordText(parts, contents)
  const root = parseXml(parts.document, (element, parent) => {
    if (parent !== 'body') return false
    reader.take(element)
    return true
  })
  if (typeof root === 'string') return failed(badXml(root, parts.name))
  if (!childOf(root, 'body')) return failed(damaged(parts.name))
  const text = reader.end()
  const { inContents, tooLarge, leftOut, tables, computed, builder } = reader
  if (tooLarge) return failed({ code: 'file-too-large', values: { limit: '64' } })
  if (text === '') return { ...failed({ code: 'file-empty', values: {} }), inContents }
  const left = { code: 'text-left-out', values: { count: String(leftOut) } } as const
  const notices = leftOut > 0 ? [...reader.notices, left] : reader.notices
  const result = {
    text,
    tables: [...tables, ...tabbed(text, tables)].sort((a, b) => startOf(a) - startOf(b)),
    computed,
    notices,
    origin: builder.origin,
    encoding: parts.encoding,
  }
  return { result, inContents }
}

const failed = (result: Unread): { result: Unread; inContents: boolean } => ({ result, inContents: false })

/** Tables that are set with tabs, among the real ones. */
const tabbed = (text: string, tables: readonly Table[]): readonly Table[] =>
  tabTables(text).filter(
    ({ rows }) => !rows.some((row) => tables.some((table) => table.rows.some((own) => overlaps(row, own)))),
  )

const startOf = ({ rows }: Table): number => rows[0]?.start ?? 0
