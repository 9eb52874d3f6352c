import type { Fields } from './docx-fields.js'
import { flagOf, type Styles } from './docx-styles.js'
import { signOf } from './docx-symbol.js'
import { attributeOf, childOf, valueOf, type XmlElement } from './xml-tree.js'

/** Where a line of a paragraph ends before the paragraph does. */
export const LINE_BREAK = '\n'

/** What stands in a paragraph and is no text of it: properties, what was deleted or moved away, what is read elsewhere. */
const SILENT = new Set([
  'pPr',
  'rPr',
  'del',
  'moveFrom',
  'delText',
  'delInstrText',
  'rt',
  'sdtPr',
  'sdtEndPr',
])
/** Notes stand at the foot of the page or the end of the document. */
const NOTES = new Set(['footnoteReference', 'endnoteReference'])
/** What may hold text boxes. */
const DRAWINGS = new Set(['drawing', 'pict', 'object'])

/** Control characters, and those that are not seen and would part a word. */
const UNSEEN = /[^\P{Cc}\t\n]|[\u00ad\u200b-\u200d\u2060\ufeff]/gu

/** What a paragraph says. */
export interface RunText {
  /** Its text; `LINE_BREAK` where a line ends in it. */
  readonly text: string
  /** Text boxes that are anchored in it. */
  readonly boxes: readonly XmlElement[]
}

/**
 * The text of paragraphs as it stands when all tracked changes are accepted.
 *
 * 1. Insertions are in it; deletions, hidden text, comments, notes and the instructions of fields are not.
 * 2. Of alternatives (`mc:AlternateContent`) the first is read and no other.
 */
export class Runs {
  /** References to notes that were passed. */
  notes = 0
  private parts: string[] = []
  private boxes: XmlElement[] = []
  private hidden = false

  constructor(
    private readonly styles: Styles,
    readonly fields: Fields,
  ) {}

  read(paragraph: XmlElement, style: string | undefined): RunText {
    this.parts = []
    this.boxes = []
    this.hidden = this.styles.hides(style) ?? false
    this.inside(paragraph)
    this.fields.endParagraph()
    return { text: this.parts.join('').replace(UNSEEN, ''), boxes: this.boxes }
  }

  private inside(element: XmlElement): void {
    for (const child of element.children) this.element(child)
  }

  private element(element: XmlElement): void {
    const { name } = element
    if (SILENT.has(name)) return
    if (name === 'r') this.run(element)
    else if (name === 't') this.add(textOf(element))
    else if (name === 'tab' || name === 'ptab') this.add('\t')
    else if (name === 'br' || name === 'cr') this.add(LINE_BREAK)
    else if (name === 'noBreakHyphen') this.add('-')
    else if (name === 'sym')
      this.add(signOf(attributeOf(element, 'font') ?? '', attributeOf(element, 'char') ?? ''))
    else if (name === 'fldChar') this.field(attributeOf(element, 'fldCharType'))
    else if (name === 'instrText') this.fields.instruct(element.text)
    else if (name === 'fldSimple') this.simpleField(element)
    else if (name === 'AlternateContent') this.alternatives(element)
    else if (DRAWINGS.has(name)) this.drawing(element)
    else if (NOTES.has(name)) this.notes++
    else this.inside(element)
  }

  private run(run: XmlElement): void {
    const properties = childOf(run, 'rPr')
    const before = this.hidden
    this.hidden = flagOf(properties, 'vanish') ?? this.styles.hides(valueOf(properties, 'rStyle')) ?? before
    this.inside(run)
    this.hidden = before
  }

  private add(text: string): void {
    if (!this.hidden && !this.fields.hide) this.parts.push(text)
  }

  private field(type: string | undefined): void {
    if (type === 'begin') this.fields.begin()
    else if (type === 'separate') this.fields.separate()
    else if (type === 'end') this.add(this.fields.end())
  }

  private simpleField(element: XmlElement): void {
    if (!this.fields.isFurniture(attributeOf(element, 'instr') ?? '')) this.inside(element)
  }

  private alternatives(element: XmlElement): void {
    const chosen = childOf(element, 'Choice') ?? childOf(element, 'Fallback')
    if (chosen) this.inside(chosen)
  }

  private drawing(element: XmlElement): void {
    for (const child of element.children) {
      if (child.name === 'txbxContent') this.boxes.push(child)
      else if (child.name === 'AlternateContent')
        this.drawing(childOf(child, 'Choice') ?? childOf(child, 'Fallback') ?? child)
      else this.drawing(child)
    }
  }
}

/** White space at the ends counts only where the file says so; a line break in the file is a space. */
function textOf(element: XmlElement): string {
  const text = element.text.replace(/[\r\n]+/g, ' ')
  return attributeOf(element, 'space') === 'preserve' ? text : text.replace(/^[ \t]+|[ \t]+$/g, '')
}
