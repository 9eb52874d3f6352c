import {
  INDEX_TEXT,
  isBackMatter,
  isFrontMatter,
  isFurniture,
  isHidden,
  isNamedFurniture,
} from './html-furniture.js'
import { type HtmlElement, isElement } from './html-tree.js'
import { weigh, type Weight, wordsOf } from './html-words.js'

/** How much of its parent's prose an element must hold to be where the article is. */
const SHARE = 0.8
/** An element with so much of the page's prose is not furniture, whatever it is called. */
const SAFE_SHARE = 0.4
const NOTHING: Weight = { text: 0, links: 0, anchors: 0, marks: 0 }

/**
 * The nodes of a page that are its document, in order.
 *
 * 1. The article is the smallest element that holds nearly all sentences of the page.
 * 2. Of what stands around it, title, index table, signature and attachments are kept.
 * 3. Lists of links, share buttons, footers and hidden parts are left out wherever they stand; nothing is that holds a
 *    good part of the page's sentences.
 */
export class Article {
  private readonly weights: ReadonlyMap<HtmlElement, Weight>
  private readonly chain = new Set<HtmlElement>()
  private readonly inner: HtmlElement
  private passed = false

  constructor(
    private readonly root: HtmlElement,
    private readonly isData: (table: HtmlElement) => boolean,
  ) {
    this.weights = weigh(root)
    this.inner = this.descend()
  }

  /** Whether the element is to be read, when elements are asked about in document order. */
  keeps(element: HtmlElement): boolean {
    if (isHidden(element)) return this.isMost(element) && element.name !== 'head'
    if (this.chain.has(element)) {
      if (element === this.inner) this.passed = true
      return true
    }
    if (element.parent !== null && this.chain.has(element.parent) && element.parent !== this.inner) {
      const weight = this.weightOf(element)
      return this.passed ? isBackMatter(element, weight) : isFrontMatter(element, weight)
    }
    if (!BLOCKS.has(element.name)) return !isNamedFurniture(element) || this.weightOf(element).marks > 0
    const weight = this.weightOf(element)
    if (this.isMost(element)) return true
    if (isNamedFurniture(element) && !(weight.marks > 2 && weight.links < weight.text)) return false
    if (element.name === 'table' || element.name === 'tr' || element.name === 'td') return true
    return !isFurniture(element, weight) || INDEX_TEXT.test(wordsOf(element, 200))
  }

  /** Whether the text before the article, or its beginning, holds a title. */
  opensWith(title: string): boolean {
    const wanted = title.replace(/\s+/g, '')
    for (const element of this.chain) {
      for (const node of element.children) {
        if (isElement(node) && this.chain.has(node)) break
        if (isElement(node) && this.keepsQuietly(node) && wordsOf(node, 3000).includes(wanted)) return true
      }
    }
    return wordsOf(this.inner, 3000).includes(wanted)
  }

  private keepsQuietly(element: HtmlElement): boolean {
    return !isHidden(element) && isFrontMatter(element, this.weightOf(element))
  }

  /** Whether text that stands in an element itself is to be read: between the blocks around an article only sentences. */
  keepsText(parent: HtmlElement, value: string): boolean {
    return !this.chain.has(parent) || parent === this.inner || /[。；]/.test(value)
  }

  private descend(): HtmlElement {
    let at = this.root
    this.chain.add(at)
    for (;;) {
      const { marks, text } = this.weightOf(at)
      const next = at.children.find((node): node is HtmlElement => {
        if (!isElement(node) || LEAVES.has(node.name) || (node.name === 'table' && this.isData(node)))
          return false
        const own = this.weightOf(node)
        return marks >= 3 ? own.marks >= SHARE * marks : text > 0 && own.text >= SHARE * text
      })
      if (!next) return at
      this.chain.add(next)
      at = next
    }
  }

  private isMost(element: HtmlElement): boolean {
    const { marks } = this.weightOf(element)
    return marks >= 5 && marks >= SAFE_SHARE * this.weightOf(this.root).marks
  }

  private weightOf(element: HtmlElement): Weight {
    return this.weights.get(element) ?? NOTHING
  }
}

/** What an article is not looked for in: a whole table, a line. */
const LEAVES = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'span',
  'a',
  'b',
  'strong',
  'em',
  'i',
  'u',
  'head',
  'title',
])

/** Elements that begin a line of their own. */
export const BLOCKS = new Set(
  '#root html body div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr td th section article main header footer nav aside blockquote pre center form fieldset legend figure figcaption hr address details summary dir menu'.split(
    ' ',
  ),
)
