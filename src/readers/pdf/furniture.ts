import type { TextLine } from './lines.js'
import type { PdfPage, TextItem } from './page.js'

/** Pages on which something has to stand in the same place to belong to the pages and not to the text. */
const MIN_PAGES = 3

/**
 * Pages without what stands on at least half of them, word for word and in the same place: running heads, watermarks
 * that lie straight. Text inside tables stays: it may be the head of a table, which is repeated.
 */
export function withoutRepeated(
  pages: readonly PdfPage[],
  inTable: (page: PdfPage, item: TextItem) => boolean,
): PdfPage[] {
  const key = ({ text, x, y, size }: TextItem): string => [text, ...[x, y, size].map(Math.round)].join(' ')
  const counts = new Map<string, number>()
  for (const page of pages)
    for (const item of new Set(page.items.map(key))) counts.set(item, (counts.get(item) ?? 0) + 1)
  const least = Math.max(MIN_PAGES, pages.length / 2)
  if (![...counts.values()].some((count) => count >= least)) return [...pages]
  return pages.map((page) => ({
    ...page,
    items: page.items.filter((item) => (counts.get(key(item)) ?? 0) < least || inTable(page, item)),
  }))
}

/** — 1 — · - 2 - · 第3页 共9页 · 3/9 · ·4· · Page 5 of 9 */
const FOLIO =
  /^[-–—―－_~·•.|\s]*(?:第\s*|page\s*)?(\d{1,4}|[一二三四五六七八九十百]{1,5}|[ivxlc]{1,6})(?:\s*页)?(?:\s*(?:[/／,，、|]|of)?\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?[-–—―－_~·•.|\s]*$/i
/** A number that could be nothing but that of a page. */
const MARKED = /^[-–—―－·•]\s*\S+\s*[-–—―－·•]$|页|^page/i

/** Page numbers, and the first and last lines of pages that differ from others by their figures only. */
export function folios(pages: readonly (readonly TextLine[])[]): Set<TextLine> {
  const dropped = new Set<TextLine>()
  for (const edge of [topEdge, bottomEdge]) {
    // Below a page number may stand the name of the paper: two lines from each edge.
    for (let round = 0; round < 2; round++) {
      const lines = pages.map((page) => edge(page.filter((line) => !dropped.has(line))))
      for (const line of furniture(lines, pages, dropped)) dropped.add(line)
    }
  }
  return dropped
}

const topEdge = (lines: readonly TextLine[]): TextLine | undefined => lines[0]
const bottomEdge = (lines: readonly TextLine[]): TextLine | undefined => lines.at(-1)

function furniture(
  edges: readonly (TextLine | undefined)[],
  pages: readonly (readonly TextLine[])[],
  dropped: ReadonlySet<TextLine>,
): TextLine[] {
  const found: TextLine[] = []
  const shapes = new Map<string, TextLine[]>()
  const offsets = new Map<number, TextLine[]>()
  for (const [at, line] of edges.entries()) {
    if (!line) continue
    const folio = FOLIO.exec(line.text)
    if (folio && MARKED.test(line.text) && standsApart(line, pages[at] ?? [], dropped)) found.push(line)
    else if (folio && /^\d/.test(folio[1] ?? '')) push(offsets, Number(folio[1]) - line.page, line)
    push(shapes, `${line.text.replace(/\d+/g, '#')} ${Math.round(line.y / 4)}`, line)
  }
  // 12, 13, 14 on pages that follow one another.
  for (const lines of offsets.values()) if (lines.length > 1) found.push(...lines)
  // 某市人民政府公报 2026·3: page 5, with the same words on every page or every other.
  const least = Math.max(2, edges.length * 0.4)
  for (const lines of shapes.values()) if (lines.length >= least) found.push(...lines)
  // The only page of a document.
  const [only] = edges
  const lines = (pages[0] ?? []).filter((line) => !dropped.has(line))
  if (pages.length === 1 && only && FOLIO.test(only.text) && standsApart(only, lines, dropped))
    found.push(only)
  return found
}

/** Whether more space is around the line than between the lines of the text. */
function standsApart(line: TextLine, lines: readonly TextLine[], dropped: ReadonlySet<TextLine>): boolean {
  const others = lines.filter((other) => other !== line && !dropped.has(other))
  return others.every(({ y }) => Math.abs(y - line.y) > 1.6 * line.size)
}

function push<K>(map: Map<K, TextLine[]>, key: K, line: TextLine): void {
  const lines = map.get(key)
  if (lines) lines.push(line)
  else map.set(key, [line])
}
