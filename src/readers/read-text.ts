import type { DiagnosticCode } from '../diagnostics/codes.js'
import type { OriginMap } from '../source/origin.js'
import type { PageMap } from '../source/page-map.js'
import type { Span } from '../source/span.js'
import type { Table } from '../source/table.js'

/** What a reader noticed of a file as a whole. */
export interface Notice {
  readonly code: DiagnosticCode
  readonly values: Readonly<Record<string, string>>
}

/** Why a reader gives nothing. */
export type Unread = Notice

/** What a reader makes of a file: its text, and what it knows of it besides. */
export interface ReadText {
  readonly text: string
  /** The lines of content, where the reader chose them; else every line of the text. */
  readonly lines?: readonly Span[]
  /** The text as it is to be folded, of the same length, where marks (the ** of Markdown) must not be read. */
  readonly view?: string
  readonly tables?: readonly Table[]
  /** Numbers in the text that the file does not hold as characters: those of a numbered list. */
  readonly computed?: readonly Span[]
  /** Back to lines and columns of the file, where the text is not the file's own. */
  readonly origin?: OriginMap
  /** On which page of the file each piece of the text stands, for formats that have pages. */
  readonly pages?: PageMap
  readonly notices?: readonly Notice[]
}
