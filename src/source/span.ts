/** A half-open range of UTF-16 code units in a source text: what `String.prototype.slice` takes. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether the two ranges share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Many spans of a text, so that asking about a place does not look at all of them. */
export class SpanSet<T extends Span> {
  private readonly items: readonly T[]
  /** How far the items up to this one reach. */
  private readonly reach: number[] = []

  /** The set of the items; one for all that have none. */
  static of<T extends Span>(items: readonly T[]): SpanSet<T> {
    return items.length === 0 ? EMPTY : new SpanSet(items)
  }

  constructor(items: readonly T[]) {
    this.items = items.length < 2 ? items : [...items].sort((a, b) => a.start - b.start)
    let end = 0
    for (const item of this.items) this.reach.push((end = Math.max(end, item.end)))
  }

  /** Whether an item shares at least one code unit with the span. */
  touches(span: Span): boolean {
    if (this.items.length === 0) return false
    return (this.reach[this.before(span.end) - 1] ?? 0) > span.start
  }

  /** The items that start inside the span. */
  startingIn({ start, end }: Span): readonly T[] {
    return this.items.length === 0 ? this.items : this.items.slice(this.before(start), this.before(end))
  }

  /** How many items start before the offset. */
  private before(offset: number): number {
    let low = 0
    let high = this.items.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.items[middle] as T).start < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

const EMPTY = new SpanSet<never>([])
