import { requiredSigns } from './required-signs.js'

/** Bits of a small integer; where there are more patterns, some share one. */
const BITS = 30

/**
 * Patterns that are tried on the same stretches of text, each with a bit: one look at the characters of a stretch tells
 * which of them can match there, and most are never run.
 */
export class Cues {
  /** For every character the bits of the patterns that need it. */
  private readonly bits = new Int32Array(0x10000)
  private count = 0

  /** A pattern of the group. */
  pattern(pattern: RegExp): Cued {
    const signs = requiredSigns(pattern)
    if (!signs) throw new Error(`no cue for ${String(pattern)}`)
    const bit = 1 << (this.count++ % BITS)
    for (const sign of signs) {
      const code = sign.charCodeAt(0)
      this.bits[code] = (this.bits[code] as number) | bit
    }
    return new Cued(pattern, bit)
  }

  /** The bits of the patterns that can match between two offsets. */
  in(text: string, start: number, end: number): number {
    const { bits } = this
    let found = 0
    for (let at = start; at < end; at++) found |= bits[text.charCodeAt(at)] as number
    return found
  }
}

/** A pattern that is run only on a stretch of text that can match it; `cues` is what `Cues.in` says of that or a wider one. */
export class Cued {
  constructor(
    private readonly pattern: RegExp,
    private readonly bit: number,
  ) {}

  /** Whether it is worth running. */
  may(cues: number): boolean {
    return (cues & this.bit) !== 0
  }

  test(cues: number, text: string): boolean {
    return (cues & this.bit) !== 0 && this.pattern.test(text)
  }

  exec(cues: number, text: string): RegExpExecArray | null {
    return (cues & this.bit) === 0 ? null : this.pattern.exec(text)
  }
}
