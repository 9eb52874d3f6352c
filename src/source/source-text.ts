import { fold } from './fold.js'
import type { OriginMap } from './origin.js'
import type { PageMap } from './page-map.js'
import type { Span } from './span.js'

/** A place as people count it: line and column from 1, columns in UTF-16 code units. */
export interface Place {
  readonly line: number
  readonly column: number
}

/**
 * One decoded document, never changed after it was read.
 *
 * 1. `folded` has the length of `text`: an offset means the same in both.
 * 2. Every span that qparse reports is a range of `text`.
 * 3. A reader may give a `view` of the same length in which marks (the ** of Markdown) are spaces; only folding sees it.
 * 4. Where a reader extracted the text from a file with lines of its own (HTML), places are those of that file.
 * 5. Where the file has pages (PDF), every offset has one.
 * 6. A line ends before its `\n`, `\r\n` or `\r`; the break belongs to no line.
 */
export class SourceText {
  readonly path: string
  readonly text: string
  readonly folded: string
  readonly lines: readonly Span[]
  private readonly origin: OriginMap | undefined
  private readonly pages: PageMap | undefined

  constructor(text: string, path = '', view = text, origin?: OriginMap, pages?: PageMap) {
    this.path = path
    this.text = text
    this.origin = origin
    this.pages = pages
    this.folded = fold(view)
    this.lines = splitLines(text)
  }

  slice(span: Span): string {
    return this.text.slice(span.start, span.end)
  }

  /** The span without white space (as the folding view sees it) at either end. */
  trim(start: number, end: number): Span {
    const folded = this.folded
    while (start < end && isSpace(folded.charCodeAt(start))) start++
    while (end > start && isSpace(folded.charCodeAt(end - 1))) end--
    return { start, end }
  }

  /** Index into `lines` of the line that holds the offset, from 0. */
  lineIndex(offset: number): number {
    let low = 0
    let high = this.lines.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.lines[middle] as Span).start <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  /** How many lines places are counted in. */
  get lineCount(): number {
    return this.origin?.lineCount ?? this.lines.length
  }

  place(offset: number): Place {
    if (this.origin) return this.origin.place(offset)
    const index = this.lineIndex(offset)
    return { line: index + 1, column: offset - (this.lines[index]?.start ?? 0) + 1 }
  }

  /** The page of an offset, from 1; null where the file has no pages. */
  page(offset: number): number | null {
    return this.pages?.page(offset) ?? null
  }
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13

function splitLines(text: string): Span[] {
  const lines: Span[] = []
  const breaks = /\r\n|\n|\r/g
  let start = 0
  for (let match = breaks.exec(text); match; match = breaks.exec(text)) {
    lines.push({ start, end: match.index })
    start = breaks.lastIndex
  }
  lines.push({ start, end: text.length })
  return lines
}
