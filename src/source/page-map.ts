import { lastUpTo } from './last-up-to.js'

/** On which page of its file each piece of a text stands. */
export class PageMap {
  private readonly offsets: number[] = []
  private readonly numbers: number[] = []

  /** Text from `offset` on stands on this page, from 1; offsets come in order. */
  add(offset: number, page: number): void {
    this.offsets.push(offset)
    this.numbers.push(page)
  }

  /** The page that was added last; null where none was. */
  get last(): number | null {
    return this.numbers.at(-1) ?? null
  }

  /** The page of an offset; null before the first. */
  page(offset: number): number | null {
    return this.numbers[lastUpTo(this.offsets, offset)] ?? null
  }
}
