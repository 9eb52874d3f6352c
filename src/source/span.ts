/** A half-open range of UTF-16 code units in a source text: what `String.prototype.slice` takes. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether the two ranges share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/**
 * Which of many spans overlap another, asked from the front of a text to its end: what lies behind is looked at no
 * more, so that all questions together take one pass.
 */
export class Sweep<T extends Span> {
  private readonly items: readonly T[]
  private first = 0

  constructor(items: readonly T[]) {
    this.items = items.length < 2 ? items : [...items].sort((a, b) => a.start - b.start)
  }

  /** The items that overlap `span`, which may not start before the span asked about last. */
  over(span: Span): T[] {
    while ((this.items[this.first]?.end ?? Infinity) <= span.start) this.first++
    const found: T[] = []
    for (let at = this.first; at < this.items.length; at++) {
      const item = this.items[at] as T
      if (item.start >= span.end) break
      if (item.end > span.start) found.push(item)
    }
    return found
  }
}
