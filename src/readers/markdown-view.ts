import { fold } from '../source/fold.js'
import type { Span } from '../source/span.js'

const REFERENCE = /&(?:#x?[0-9a-f]{1,7}|[a-z0-9]{1,31});/iy
const ESCAPABLE = /[!-/:-@[-`{-~]/
/** A wrapped line is about as long as its page is wide, and stops in the middle of its sentence. */
const WRAPPED_LENGTH = 30
const SENTENCE_END = /[。!?;:)】]$/
const OPENS_LINE =
  /^(?:第[一二三四五六七八九十百零\d]+[编章节条]|[一二三四五六七八九十]+[、.]|\(?[一二三四五六七八九十\d]+[).、]|[①-⑳]|[^,。:;]{2,12}:)/

/**
 * A Markdown text as its rendered page shows it, at the same length: blank but for its line breaks at first, then
 * filled with what is content.
 */
export class MarkdownView {
  private readonly codes: Uint16Array

  constructor(readonly text: string) {
    this.codes = new Uint16Array(text.length)
    for (let i = 0; i < text.length; i++)
      this.codes[i] = isBreak(text.charCodeAt(i)) ? text.charCodeAt(i) : 32
  }

  toString(): string {
    const parts: string[] = []
    for (let i = 0; i < this.codes.length; i += 8192)
      parts.push(String.fromCharCode(...this.codes.subarray(i, i + 8192)))
    return parts.join('')
  }

  show(offset: number, value: string): void {
    for (let i = 0; i < value.length; i++) this.codes[offset + i] = value.charCodeAt(i)
  }

  /**
   * Show the content of a range, `value`, each character at its place. What the value lacks stays blank: the signs of
   * escapes and character references, the marks before a continued line. Literal ** stays blank too: beside Chinese
   * it is a mark that Markdown failed to read (**市质监局（牵头）**负责).
   */
  showText(start: number, end: number, value: string, column: number): void {
    const { text } = this
    for (let i = start, j = 0; i < end && j < value.length; i++) {
      const reference = text[i] === '&' ? this.referenceAt(i, value.slice(j, j + 33)) : undefined
      if (reference !== undefined) {
        const character = String.fromCodePoint(value.codePointAt(j) ?? 32)
        this.show(i, character)
        j += character.length
        i += reference - 1
      } else if (text[i] === '\\' && value[j] === text[i + 1] && ESCAPABLE.test(value[j] ?? '')) {
        // The sign first, so that `1\. 加强` reads `1. ` and not `1 .`
        this.show(i++, `${value[j++]} `)
      } else if (text[i] === value[j] || (value[j] === '\n' && text[i] === '\r')) {
        if (isBreak(text.charCodeAt(i))) i = this.softBreak(i, column)
        else if (!this.isLiteralMark(i)) this.show(i, value[j] ?? ' ')
        j++
        if (text[i] === '\n' && value[j - 1] === '\r' && value[j] === '\n') j++
      }
    }
  }

  /** Show what stands between the tags and comments of a piece of HTML. */
  showBetweenTags(start: number, end: number): void {
    const { text } = this
    for (let i = start; i < end;) {
      const comment = text.startsWith('<!--', i)
      if (text[i] === '<') {
        const close = comment ? text.indexOf('-->', i) : text.indexOf('>', i)
        if (close < 0) return
        i = close + (comment ? 3 : 1)
      } else {
        this.show(i, text[i] ?? ' ')
        i++
      }
    }
  }

  /** The lines that a range shows, trimmed, none empty. */
  lines({ start, end }: Span): Span[] {
    const lines: Span[] = []
    for (let from = start, i = start; i <= end; i++) {
      if (i < end && !isBreak(this.codes[i] ?? 10)) continue
      const line = this.trim(from, i)
      if (line.start < line.end) lines.push(line)
      from = i + 1
    }
    return lines
  }

  /** The lines of a range as they stand in the file. */
  physicalLines({ start, end }: Span): Span[] {
    const lines: Span[] = []
    for (let from = start, i = start; i <= end; i++) {
      if (i < end && !isBreak(this.text.charCodeAt(i))) continue
      lines.push({ start: from, end: i })
      if (this.text[i] === '\r' && this.text[i + 1] === '\n') i++
      from = i + 1
    }
    return lines
  }

  /** How far from the beginning of its line an offset is. */
  columnOf(offset: number): number {
    return offset - this.lineStart(offset)
  }

  betweenDigits(start: number, end: number): boolean {
    return isDigit(this.text.charCodeAt(start - 1)) || isDigit(this.text.charCodeAt(end))
  }

  /** A range without what is blank at either end. */
  trim(start: number, end: number): Span {
    while (start < end && isBlank(this.codes[start] ?? 32)) start++
    while (end > start && isBlank(this.codes[end - 1] ?? 32)) end--
    return { start, end }
  }

  /** A line break inside a text node: blank where it only wraps a sentence. Gives the break's last offset. */
  private softBreak(offset: number, column: number): number {
    const last = this.text.startsWith('\r\n', offset) ? offset + 1 : offset
    if (this.isWrapped(offset, last + 1, column)) this.show(offset, '  '.slice(0, last - offset + 1))
    return last
  }

  private isWrapped(end: number, next: number, column: number): boolean {
    const { start, end: shown } = this.trim(this.lineStart(end), end)
    if (shown - start < WRAPPED_LENGTH || SENTENCE_END.test(fold(this.text[shown - 1] ?? ''))) return false
    let indent = next
    while (this.text[indent] === ' ') indent++
    // An indented line, and one that opens like a line of its own, begins a paragraph that wants its blank line.
    return indent - next <= column && !/\s|>/.test(this.text[indent] ?? ' ') && !this.opensLine(indent)
  }

  private opensLine(offset: number): boolean {
    return OPENS_LINE.test(fold(this.text.slice(offset, offset + 16)))
  }

  private lineStart(offset: number): number {
    while (offset > 0 && !isBreak(this.text.charCodeAt(offset - 1))) offset--
    return offset
  }

  private isLiteralMark(offset: number): boolean {
    const { text } = this
    return text[offset] === '*' && (text[offset + 1] === '*' || text[offset - 1] === '*')
  }

  /** Length of a character reference that `value` holds decoded. */
  private referenceAt(offset: number, value: string): number | undefined {
    REFERENCE.lastIndex = offset
    const reference = REFERENCE.exec(this.text)?.[0]
    return reference === undefined || value.startsWith(reference) ? undefined : reference.length
  }
}

const isBreak = (code: number): boolean => code === 10 || code === 13
const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isBlank = (code: number): boolean => isBreak(code) || fold(String.fromCharCode(code)) === ' '
