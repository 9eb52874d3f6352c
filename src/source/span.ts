/** A half-open range of UTF-16 code units in a source text: what `String.prototype.slice` takes. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether the two ranges share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
