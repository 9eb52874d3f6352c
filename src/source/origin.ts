import type { Place } from './source-text.js'

/**
 * From a text that a reader extracted back to the file that it came from, for formats that have lines of their own.
 * Pieces of text that were copied whole are kept as pairs of offsets, in order.
 */
export class OriginMap {
  private readonly from: number[] = []
  private readonly to: number[] = []
  private readonly lineStarts: number[] = [0]

  /** `original`: the decoded text of the file. */
  constructor(original: string) {
    for (let at = original.indexOf('\n'); at >= 0; at = original.indexOf('\n', at + 1))
      this.lineStarts.push(at + 1)
  }

  /** Text from `offset` on is what stands from `original` on in the file. */
  add(offset: number, original: number): void {
    this.from.push(offset)
    this.to.push(original)
  }

  /** How many lines the file has. */
  get lineCount(): number {
    return this.lineStarts.length
  }

  /** Line and column in the file, from 1. */
  place(offset: number): Place {
    const piece = lastUpTo(this.from, offset)
    const at = piece < 0 ? 0 : (this.to[piece] as number) + offset - (this.from[piece] as number)
    const line = lastUpTo(this.lineStarts, at)
    return { line: line + 1, column: at - (this.lineStarts[line] as number) + 1 }
  }
}

/** Index of the last of the numbers, in order, that is not larger; -1 where there is none. */
function lastUpTo(numbers: readonly number[], value: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}
