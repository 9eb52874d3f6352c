import { lastUpTo } from './last-up-to.js'
import type { Place } from './source-text.js'

/**
 * From a text that a reader extracted back to the file that it came from, for formats that have lines of their own (the
 * paragraphs of a Word document are such). Pieces of text that were copied whole are kept as pairs of offsets, in order.
 */
export class OriginMap {
  private readonly from: number[] = []
  private readonly to: number[] = []

  /** `lineStarts`: offset of each line of the file, in order; a reader may add to it while it reads. */
  constructor(private readonly lineStarts: readonly number[]) {}

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
    return { line: line + 1, column: at - (this.lineStarts[line] ?? 0) + 1 }
  }
}

/** Where the lines of a decoded text begin. */
export function lineStartsOf(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
