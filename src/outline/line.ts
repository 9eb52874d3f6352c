import type { SourceText } from '../source/source-text.js'
import type { Span } from '../source/span.js'
import { withBareNumbers } from './bare-number.js'
import { type Marker, readMarker } from './marker.js'
import type { DutyRows } from './table.js'

/** A line of the document that is not blank, without the white space around it. */
export interface Line extends Span {
  /** Index into the source's lines. */
  readonly index: number
  /** The folded text of the line. */
  readonly folded: string
  readonly marker: Marker | null
}

/** The lines of the text (or those a reader chose), blank ones left out, each with the number it opens with; that of a row is none. */
export function readLines(
  source: SourceText,
  spans: readonly Span[] = source.lines,
  rows: DutyRows = new Map(),
): Line[] {
  const lines: Line[] = []
  for (const { start, end } of spans) {
    const span = source.trim(start, end)
    if (span.start === span.end) continue
    const folded = source.folded.slice(span.start, span.end)
    lines.push({
      start: span.start,
      end: span.end,
      index: lines.length,
      folded,
      marker: rows.has(span.start) ? null : readMarker(source.folded, span.start),
    })
  }
  return lines.some(({ marker }) => marker?.kind === 'decimal') ? withBareNumbers(lines) : lines
}
