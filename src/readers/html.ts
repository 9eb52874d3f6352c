import { baseLexicon } from '../grammar/index.js'
import { lineStartsOf, OriginMap } from '../source/origin.js'
import type { Span } from '../source/span.js'
import { MAX_CELLS, type Table } from '../source/table.js'
import { type Grid, writeGrid } from './grid.js'
import { Article, BLOCKS } from './html-article.js'
import { isHidden } from './html-furniture.js'
import { ListNumbers } from './html-list.js'
import { gridOf } from './html-table.js'
import { type HtmlElement, type HtmlTree, isElement, MAX_DEPTH, parseHtml } from './html-tree.js'
import type { Notice, ReadText, Unread } from './read-text.js'
import { TextBuilder } from './text-builder.js'

/**
 * The document of a web page, or of a piece of one, as text.
 *
 * 1. One line a paragraph, heading, list item or row of a table; the cells of a row are parted by tabs.
 * 2. What belongs to the page and not to the document (navigation, share buttons, footer) is left out.
 * 3. `origin` gives line and column in the file for every character.
 * 4. Nothing that the page refers to is loaded, and no script is run.
 */
export function readHtml(html: string): ReadText | Unread {
  const tree = parseHtml(html)
  if (tree === 'too-nested') return { code: 'file-too-nested', values: { limit: String(MAX_DEPTH) } }
  if (tree === 'too-large') return { code: 'file-too-large', values: { limit: '64' } }
  const page = new Page(html, tree)
  const text = page.read()
  if (text === '') return { code: 'file-empty', values: {} }
  const { tables, computed, notices, builder } = page
  return { text, tables, computed, notices, origin: builder.origin }
}

class Page {
  readonly tables: Table[] = []
  readonly computed: Span[] = []
  readonly notices: Notice[] = []
  readonly builder: TextBuilder
  private readonly grids = new Map<HtmlElement, ReturnType<typeof gridOf>>()
  private readonly article: Article
  private readonly numbers = new ListNumbers()

  constructor(
    html: string,
    private readonly tree: HtmlTree,
  ) {
    this.builder = new TextBuilder(new OriginMap(lineStartsOf(html)))
    this.article = new Article(tree.root, (table) => Array.isArray(this.grid(table)))
  }

  read(): string {
    this.title()
    this.children(this.tree.root, false)
    return this.builder.toString()
  }

  private children(element: HtmlElement, pre: boolean): void {
    for (const node of element.children) {
      if (isElement(node)) this.element(node, pre)
      else if (!this.article.keepsText(element, node.value)) continue
      else if (pre) this.preformatted(node.value, node.start, node.exact)
      else this.builder.add(node.value, node.start, node.exact)
    }
  }

  private element(element: HtmlElement, pre: boolean): void {
    const { name } = element
    if (name === 'br') this.builder.break()
    if (!this.article.keeps(element)) {
      if (BLOCKS.has(name)) this.builder.break()
      return
    }
    if (!BLOCKS.has(name)) {
      this.children(element, pre)
      return
    }
    this.builder.break()
    const grid = name === 'table' ? this.grid(element) : null
    if (grid === 'too-large')
      this.notices.push({ code: 'table-too-large', values: { limit: String(MAX_CELLS) } })
    if (Array.isArray(grid)) this.table(element, grid)
    else {
      const number = name === 'li' ? this.numbers.of(element) : null
      if (number !== null) this.computed.push(this.builder.insert(number, element.start))
      this.children(element, pre || name === 'pre')
    }
    this.builder.break()
  }

  private preformatted(value: string, start: number, exact: boolean): void {
    let at = 0
    for (const line of value.split('\n')) {
      if (at > 0) this.builder.break()
      this.builder.add(line, exact ? start + at : start, exact)
      at += line.length + 1
    }
  }

  private grid(table: HtmlElement): ReturnType<typeof gridOf> {
    let grid = this.grids.get(table)
    if (grid === undefined) this.grids.set(table, (grid = gridOf(table)))
    return grid
  }

  private table(table: HtmlElement, grid: Grid<HtmlElement>): void {
    const caption = table.children.find((node) => isElement(node) && node.name === 'caption')
    if (caption && isElement(caption)) {
      this.children(caption, false)
      this.builder.endLine()
    }
    const written = writeGrid(this.builder, grid, (cell) => this.cell(cell))
    if (written) this.tables.push(written)
  }

  private cell(element: HtmlElement): void {
    for (const node of element.children) {
      if (!isElement(node)) this.builder.add(node.value, node.start, node.exact)
      else if (!isHidden(node)) {
        const apart = node.name === 'br' || BLOCKS.has(node.name)
        if (apart) this.builder.break()
        this.cell(node)
        if (apart) this.builder.break()
      }
    }
  }

  /** The title that only the head of the page holds (ArticleTitle, <title>), where the text does not open with it. */
  private title(): void {
    const { meta, root } = this.tree
    const named = meta.get('articletitle') ?? meta.get('og:title') ?? titleOf(root)
    if (!named) return
    const kinds = baseLexicon().list('outline.documentKind')
    const title = [named.value, ...named.value.split(/[_|]|\s[-–—]\s|--/)]
      .map((part) => part.replace(/\s+/g, ' ').trim())
      .find((part) => part.length >= 6 && kinds.endingAt(part, part.length) !== undefined)
    if (title === undefined || this.article.opensWith(title)) return
    this.builder.insert(title, named.start)
    this.builder.endLine()
  }
}

function titleOf(root: HtmlElement): { value: string; start: number } | undefined {
  const rest = [...root.children]
  for (let seen = 0; rest.length > 0 && seen < 200; seen++) {
    const node = rest.shift()
    if (!node || !isElement(node)) continue
    if (node.name === 'title') {
      const value = node.children.map((child) => (isElement(child) ? '' : child.value)).join('')
      return { value, start: node.start }
    }
    if (node.name === 'html' || node.name === 'head') rest.unshift(...node.children)
  }
  return undefined
}
