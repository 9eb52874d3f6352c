import type { OriginMap } from '../source/origin.js'
import type { Span } from '../source/span.js'

/** White space, characters that are not seen and would part a word, or a run of others. */
const RUN = /[ \t\r\n\f]+|[\u200b-\u200d\u2060\ufeff\u00ad]+|[^ \t\r\n\f\u200b-\u200d\u2060\ufeff\u00ad]+/g
const EDGE = /[\s\u3000\u00a0]/
const WIDE = /[\u2014\u2018-\u201d\u2026\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/

/**
 * Text as a page shows it, line by line, with where each piece stood in the file.
 *
 * 1. White space is one space; a line break of the file between Chinese characters is none.
 * 2. No line is empty or has white space at either end.
 */
export class TextBuilder {
  private readonly lines: string[] = []
  /** Offset of the current line in the text. */
  private base = 0
  private parts: string[] = []
  private size = 0
  private last = ''
  private pending: 'none' | 'break' | 'space' = 'none'
  /** Pieces of the current line: where they begin in it and in the file. */
  private pieces: [number, number][] = []
  private inCell = false
  /** Whether the line holds nothing but the number of a list item. */
  private numbered = false

  constructor(readonly origin: OriginMap) {}

  /** How much text there is, the current line included. */
  get length(): number {
    return this.base + this.size
  }

  /** Characters of the file; `exact` where each stands at its own offset from `start` on. */
  add(value: string, start: number, exact: boolean): void {
    for (const { 0: run, index } of value.matchAll(RUN)) {
      const first = run.charAt(0)
      if (' \t\r\n\f'.includes(first)) {
        if (/[ \t]/.test(run) && !/[\r\n]/.test(run)) this.pending = 'space'
        else if (this.pending === 'none') this.pending = 'break'
      } else if (WORD.test(first)) this.keep(run, exact ? start + index : start)
    }
  }

  /** Characters as they are, with the white space in them. */
  keep(run: string, start: number): void {
    const opens = this.size === 0 || this.last === '\t'
    let from = 0
    if (opens || this.numbered) while (from < run.length && EDGE.test(run.charAt(from))) from++
    if (from === run.length) return
    const joins = this.pending === 'break' && WIDE.test(this.last) && WIDE.test(run.charAt(from))
    if (this.pending !== 'none' && !opens && !joins && !this.numbered) this.put(' ')
    this.pending = 'none'
    this.numbered = false
    this.pieces.push([this.size, start + from])
    this.put(run.slice(from))
  }

  /** Signs that the file does not hold: the number of a list item. Gives its place. */
  insert(value: string, start: number): Span {
    this.keep(value, start)
    this.numbered = true
    return { start: this.length - value.length, end: this.length }
  }

  /** Whatever comes next stands on a line of its own; inside a cell it is only apart, and behind a list number it is not. */
  break(): void {
    if (this.inCell) this.pending = 'space'
    else if (!this.numbered) this.endLine()
  }

  /** Write a cell on the current line; gives its place, undefined where it is empty. */
  cell(write: () => void): Span | undefined {
    if (this.size > 0) this.put('\t')
    this.pending = 'none'
    const start = this.length
    this.inCell = true
    write()
    this.inCell = false
    this.pending = 'none'
    this.trimEnd(start)
    return start < this.length ? { start, end: this.length } : undefined
  }

  endLine(): void {
    this.pending = 'none'
    this.trimEnd(this.base)
    if (this.size > 0) {
      for (const [at, from] of this.pieces) this.origin.add(this.base + at, from)
      this.lines.push(this.parts.join(''))
      this.base += this.size + 1
    }
    this.parts = []
    this.size = 0
    this.last = ''
    this.pieces = []
    this.numbered = false
  }

  toString(): string {
    this.endLine()
    return this.lines.length === 0 ? '' : `${this.lines.join('\n')}\n`
  }

  private put(value: string): void {
    this.parts.push(value)
    this.size += value.length
    this.last = value.charAt(value.length - 1)
  }

  /** Take white space off the end of the line, down to an offset of the text. */
  private trimEnd(floor: number): void {
    while (this.length > floor) {
      const part = this.parts[this.parts.length - 1] ?? ''
      let end = part.length
      while (end > 0 && EDGE.test(part.charAt(end - 1)) && this.length - part.length + end > floor) end--
      this.size -= part.length - end
      if (end === part.length) return
      this.parts.pop()
      if (end > 0) {
        this.parts.push(part.slice(0, end))
        return
      }
    }
  }
}

const WORD = /[^\u200b-\u200d\u2060\ufeff\u00ad]/
