/** A place for every so many items keeps lists short. */
const ROOM = 4

/**
 * Items by two code units: a hash table whose look-up is one multiplication and one read. A list may hold items of
 * other pairs, so that each has still to be compared with the text; items stand in the order in which they were given.
 */
export class PairTable<T> {
  private readonly lists: T[][]
  private readonly mask: number

  constructor(items: readonly T[], pairOf: (item: T) => string) {
    let size = 16
    while (size < items.length * ROOM) size *= 2
    this.mask = size - 1
    const none: T[] = []
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- the empty places share one list
    this.lists = new Array<T[]>(size).fill(none)
    for (const item of items) {
      const pair = pairOf(item)
      const place = this.place(pair.charCodeAt(0), pair.charCodeAt(1))
      if (this.lists[place] === none) this.lists[place] = []
      this.lists[place]?.push(item)
    }
  }

  /** What may stand under the pair. */
  at(first: number, second: number): readonly T[] {
    return this.lists[this.place(first, second)] as T[]
  }

  private place(first: number, second: number): number {
    return (Math.imul(first, 0x9e3b) + second) & this.mask
  }
}
