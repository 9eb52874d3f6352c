import { layOut } from './pdf/layout.js'
import { MAX_PAGES, readPages } from './pdf/reading.js'
import type { Notice, ReadText, Unread } from './read-text.js'

/**
 * The text of a PDF file that has one.
 *
 * 1. One line a paragraph, heading or row of a table; the cells of a row are parted by tabs.
 * 2. What belongs to the pages and not to the document (running heads, page numbers, watermarks) is left out.
 * 3. `pages` gives the page of every character.
 * 4. Nothing that the file refers to is loaded, no script in it is run, and no picture is unpacked.
 */
export async function readPdf(bytes: Uint8Array): Promise<(ReadText & { encoding: null }) | Unread> {
  const pages = await readPages(bytes)
  if (typeof pages === 'string') return FAILURES[pages]
  const { text, tables, pages: map } = layOut(pages)
  if (text === '') return pages.some(({ drawn }) => drawn) ? SCANNED : { code: 'file-empty', values: {} }
  const blind = pages.filter(({ items, drawn }) => items.length === 0 && drawn)
  const numbers = blind.map(({ number }) => number).join(', ')
  const notices: Notice[] =
    blind.length > 0 ? [{ code: 'pages-without-text', values: { pages: numbers } }] : []
  return { text, tables, pages: map, notices, encoding: null }
}

const SCANNED: Unread = { code: 'file-scanned', values: {} }

const FAILURES = {
  encrypted: { code: 'file-encrypted', values: {} },
  damaged: { code: 'file-damaged', values: { part: 'PDF' } },
  'too-many-pages': { code: 'file-too-many-pages', values: { limit: String(MAX_PAGES) } },
  'too-long': { code: 'file-too-large', values: { limit: '64' } },
  'too-slow': { code: 'file-too-slow', values: {} },
} as const satisfies Record<Exclude<Awaited<ReturnType<typeof readPages>>, readonly unknown[]>, Unread>
