import { OriginMap } from '../source/origin.js'
import type { Span } from '../source/span.js'
import { MAX_CELLS, type Table } from '../source/table.js'
import { Fields } from './docx-fields.js'
import { ListLabels } from './docx-labels.js'
import { type List, type ListLevel, Lists } from './docx-numbering.js'
import { ParagraphLines } from './docx-paragraphs.js'
import type { WordParts } from './docx-parts.js'
import { LINE_BREAK, Runs } from './docx-runs.js'
import { flagOf, numberingOf, Styles } from './docx-styles.js'
import { cellsOf, rowsOf, wordGrid } from './docx-table.js'
import { writeGrid } from './grid.js'
import type { Notice } from './read-text.js'
import { TextBuilder } from './text-builder.js'
import { childOf, valueOf, type XmlElement } from './xml-tree.js'

/** Characters that one document may have in all. */
const MAX_TEXT = 32 * 1024 * 1024

/** A piece of a line: characters, where the paragraph has them, and whether they are its number. */
interface Piece {
  readonly value: string
  readonly start: number
  readonly number: boolean
}

/**
 * The text of a Word document, made block by block.
 *
 * 1. One line a paragraph or row of a table, and for each part of a paragraph that a line break ends.
 * 2. Numbers of lists stand before their paragraphs and are in `computed`.
 * 3. A paragraph whose mark was deleted or is hidden goes on in the next one.
 */
export class WordText {
  readonly tables: Table[] = []
  readonly computed: Span[] = []
  readonly notices: Notice[] = []
  readonly builder: TextBuilder
  /** Text boxes, notes and embedded files that were passed over. */
  leftOut = 0
  private readonly paragraphs = new ParagraphLines()
  private readonly styles: Styles
  private readonly lists: Lists
  private readonly labels = new ListLabels()
  private readonly runs: Runs
  private line: Piece[] = []
  private inCell = false
  private inBox = false

  constructor({ styles, numbering }: WordParts, contents: boolean) {
    this.builder = new TextBuilder(new OriginMap(this.paragraphs.starts))
    this.styles = new Styles(styles)
    this.lists = new Lists(numbering, this.styles)
    this.runs = new Runs(this.styles, new Fields(contents))
  }

  /** Whether a table of contents was begun and never ended, so that all behind it is missing. */
  get inContents(): boolean {
    return this.runs.fields.inContents
  }

  get tooLarge(): boolean {
    return this.builder.length > MAX_TEXT
  }

  /** The next block of the body. */
  take(block: XmlElement): void {
    if (this.tooLarge) return
    this.paragraphs.enter(block)
    this.block(block)
  }

  end(): string {
    this.endLine()
    this.leftOut += this.runs.notes
    return this.builder.toString()
  }

  private blocks(parent: XmlElement): void {
    for (const child of parent.children) this.block(child)
  }

  private block(element: XmlElement): void {
    switch (element.name) {
      case 'p':
        return this.paragraph(element)
      case 'tbl':
        return this.table(element)
      case 'sdt':
        return isContents(element) ? undefined : this.blocks(childOf(element, 'sdtContent') ?? element)
      case 'AlternateContent':
        return this.blocks(childOf(element, 'Choice') ?? childOf(element, 'Fallback') ?? element)
      case 'altChunk':
        this.leftOut++
        return undefined
      case 'customXml':
      case 'ins':
      case 'moveTo':
        return this.blocks(element)
    }
  }

  private paragraph(paragraph: XmlElement): void {
    const properties = childOf(paragraph, 'pPr')
    const style = this.styles.styleOf(properties)
    const hidden = this.inContents
    const { text, boxes } = this.runs.read(paragraph, style)
    const goesOn = isMarkGone(properties)
    if (text !== '' || !(goesOn || hidden)) {
      const start = this.paragraphs.startOf(paragraph)
      const label = this.line.length === 0 ? this.label(properties, style, text) : ''
      if (label !== '') this.line.push({ value: label, start, number: true })
      if (text !== '') this.line.push({ value: text, start: start + label.length, number: false })
    }
    if (!goesOn) this.endLine()
    for (const box of boxes) this.box(box)
  }

  /** The number of a paragraph with what parts it from the text. */
  private label(properties: XmlElement | undefined, style: string | undefined, text: string): string {
    const own = numberingOf(properties)
    const styled = this.styles.numbering(style)
    const id = own.list ?? styled.list
    const list = id === undefined || id === '0' ? null : this.lists.get(id)
    if (!list) return ''
    const named = own.list === undefined ? (own.level ?? styled.level) : own.level
    const at = named ?? levelFor(list, [style, styled.style])
    const label = this.labels.next(list, at).trim()
    return label === '' ? '' : label + gap(label, list.levels[at], text)
  }

  private endLine(): void {
    for (const { value, start, number } of this.line) {
      if (number) this.computed.push(this.builder.insert(value, start))
      else this.write(this.inCell ? value.replaceAll('\t', ' ') : value, start)
    }
    this.line = []
    if (this.inCell) this.builder.break()
    else this.builder.endLine()
  }

  private write(value: string, start: number): void {
    let at = start
    for (const part of value.split(LINE_BREAK)) {
      if (at > start) this.builder.break()
      this.builder.keep(part, at)
      at += part.length + 1
    }
  }

  /** A text box with sentences in it (专栏) is read behind the paragraph that it is fixed to; a mere label is not, nor one in another. */
  private box(box: XmlElement): void {
    if (this.inBox || !holdsSentence(box)) {
      this.leftOut++
      return
    }
    this.inBox = true
    this.blocks(box)
    this.inBox = false
  }

  private table(table: XmlElement): void {
    if (!this.inCell) this.endLine()
    const grid = this.inCell ? null : wordGrid(table)
    if (grid === 'too-large')
      this.notices.push({ code: 'table-too-large', values: { limit: String(MAX_CELLS) } })
    else if (grid !== null) {
      const written = writeGrid(this.builder, grid, (cell) => this.cell(cell))
      if (written) this.tables.push(written)
      return
    }
    for (const row of rowsOf(table)) {
      for (const cell of cellsOf(row)) {
        this.blocks(cell)
        this.endLine()
      }
    }
  }

  private cell(cell: XmlElement): void {
    this.inCell = true
    this.blocks(cell)
    this.endLine()
    this.inCell = false
  }
}

/** Whether the mark at the end of a paragraph was deleted, moved away or hidden: then the next paragraph goes on in its line. */
function isMarkGone(properties: XmlElement | undefined): boolean {
  const mark = childOf(properties, 'rPr')
  return (
    childOf(mark, 'del') !== undefined ||
    childOf(mark, 'moveFrom') !== undefined ||
    flagOf(mark, 'vanish') === true
  )
}

/** The level that a style stands for in a list; the first where none does. */
function levelFor({ levels }: List, styles: readonly (string | undefined)[]): number {
  const at = levels.findIndex((level) => level?.style !== undefined && styles.includes(level.style))
  return Math.max(at, 0)
}

/** A number that ends in a sign has no space before Chinese text, as it is written by hand: 一、总则, 1.总则; but 1. 5G网络. */
function gap(label: string, level: ListLevel | undefined, text: string): string {
  if (text === '' || level?.suffix === 'nothing') return ''
  if (level?.suffix === 'space') return ' '
  const joins =
    /[\u3001-\u303f\uff00-\uffef]$/.test(label) || (/[^\p{L}\p{N}]$/u.test(label) && WIDE.test(text))
  return joins ? '' : ' '
}

const WIDE = /^[\u2018-\u201d\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/

const isContents = (sdt: XmlElement): boolean =>
  /table of contents/i.test(valueOf(childOf(childOf(sdt, 'sdtPr'), 'docPartObj'), 'docPartGallery') ?? '')

function holdsSentence(element: XmlElement): boolean {
  if (element.name === 't' && /[。；]/.test(element.text)) return true
  return element.children.some(holdsSentence)
}
