/** A run of characters in one font on a page, in points from the upper left corner, as the page is to be read. */
export interface TextItem {
  readonly text: string
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly width: number
  /** Height of the type. */
  readonly size: number
}

/** A ruled line, across (`y1 === y2`) or down (`x1 === x2`), from left to right or from top to bottom. */
export interface Rule {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

export interface PdfPage {
  /** From 1. */
  readonly number: number
  readonly width: number
  readonly height: number
  /** Upright text only: no watermark across the page, nothing that the file marks as belonging to the page. */
  readonly items: readonly TextItem[]
  readonly rules: readonly Rule[]
  /** Whether something is drawn on it. */
  readonly drawn: boolean
}
