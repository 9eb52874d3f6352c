import { childOf, type XmlElement } from './xml-tree.js'

/** More than the number before a paragraph can have characters. */
const ROOM = 1000

/**
 * Where each paragraph of a document begins if one imagines every paragraph as a line, in the order of the file: those
 * in tables and text boxes, empty and deleted ones count too. Lines have room for more text than they hold.
 */
export class ParagraphLines {
  readonly starts: number[] = []
  private readonly places = new Map<XmlElement, number>()
  private end = 0

  /** Number the paragraphs of a block, in place of those of the block before. */
  enter(block: XmlElement): void {
    this.places.clear()
    this.count(block)
  }

  startOf(paragraph: XmlElement): number {
    return this.places.get(paragraph) ?? 0
  }

  private count(element: XmlElement): void {
    if (element.name === 'p') {
      this.starts.push(this.end)
      this.places.set(element, this.end)
      this.end += ROOM
    }
    this.end += element.text.length + 1
    const chosen = element.name === 'AlternateContent' ? childOf(element, 'Choice') : undefined
    for (const child of chosen ? [chosen] : element.children) this.count(child)
  }
}
