import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Lexicon } from '../grammar/index.js'
import type { SourceText } from '../source/source-text.js'
import type { Span } from '../source/span.js'
import type { Table } from '../source/table.js'
import type { Block, Paragraph, Policy, Row, Section } from '../tree/nodes.js'
import { type PlacedLine, placeLines } from './body.js'
import { readFrontMatter } from './front-matter.js'
import { readLines } from './line.js'
import type { Marker } from './marker.js'
import { Numbering } from './numbering.js'
import { dutyRows } from './table.js'

/**
 * Lines → section tree.
 *
 * 1. Every line of the text that is not blank is one paragraph of the tree, in document order.
 * 2. A section begins with the paragraph that holds its number; its level and id are found per document.
 * 3. Numbers are kept as printed; gaps and duplicates are diagnostics.
 * 4. A line of the page between two of the body stands where the second does; behind the body it is in no section.
 * 5. Paragraphs have no units yet, sections no heading.
 */
export function outline(
  source: SourceText,
  lexicon: Lexicon,
  layout: { readonly lines?: readonly Span[]; readonly tables?: readonly Table[] } = {},
): { tree: Policy; diagnostics: Diagnostic[] } {
  const rows = dutyRows(source, layout.tables ?? [], lexicon)
  const placed = placeLines(readLines(source, layout.lines, rows), lexicon, rows)
  const numbering = new Numbering()
  const tree: Policy = {
    type: 'policy',
    start: 0,
    end: source.text.length,
    frontMatter: readFrontMatter(source, placed, lexicon),
    children: [],
  }
  const open: Section[] = []
  let pages: Paragraph[] = []
  for (const place of placed) {
    if (place.part === 'page') {
      pages.push(paragraphOf(place, null))
      continue
    }
    const { marker } = place.line
    const numbered = place.part === 'body' && marker !== null && place.shape === 'numbered'
    if (numbered) {
      const section = sectionOf(source, numbering, marker, place)
      // A break may have closed what the numbering still counts as open.
      while ((open.at(-1)?.level ?? 0) >= section.level) open.pop()
      for (const page of pages) append(tree, open, page)
      append(tree, open, section)
      open.push(section)
    } else {
      if (place.afterBreak) open.length = 0
      for (const page of pages) append(tree, open, page)
    }
    pages = []
    append(tree, open, paragraphOf(place, numbered ? marker : null, rows.get(place.line.start) ?? null))
  }
  for (const page of pages) append(tree, [], page)
  return { tree, diagnostics: numbering.diagnostics }
}

function sectionOf(source: SourceText, numbering: Numbering, marker: Marker, place: PlacedLine): Section {
  const { id, level } = numbering.place(marker, place.afterBreak)
  const number = source.trim(marker.start, marker.end)
  return {
    type: 'section',
    start: place.line.start,
    end: place.line.end,
    id,
    level,
    kind: marker.kind,
    number: source.slice(number),
    heading: null,
    title: number,
    children: [],
  }
}

const paragraphOf = (
  { line, part, shape }: PlacedLine,
  marker: Marker | null,
  row: Row | 'head' | null = null,
): Paragraph => ({
  type: 'paragraph',
  start: line.start,
  end: line.end,
  part,
  assigns: shape === 'assignment',
  marker: marker && { kind: marker.kind, start: marker.start, end: marker.end },
  row: part === 'body' && row !== 'head' ? row : null,
  children: [],
})

function append(tree: Policy, open: readonly Section[], block: Block): void {
  const parent = open.at(-1) ?? tree
  parent.children.push(block)
  for (const section of open) section.end = Math.max(section.end, block.end)
}
