import type { Code, Html, ListItem, Nodes, Root, Table as MarkdownTable, TableCell } from 'mdast'
import type { Span } from '../source/span.js'
import type { Table, TableRow } from '../source/table.js'
import type { MarkdownView } from './markdown-view.js'

const ORDINAL = /\d{1,9}[.)]/y
const FENCE = /[`~]{3}/y
const BREAK_TAG = /^<br\s*\/?>$/i
const INVISIBLE = /^<(?:script|style)\b/i

/** Walks the blocks of an mdast tree: shows their text in the view and lists their lines. */
export class MarkdownBlocks {
  private readonly found: Span[] = []
  /** The rows and cells of its tables. */
  readonly tables: Table[] = []
  /** Where the number of a list item begins, until its first line is listed. */
  private number: number | undefined

  constructor(
    private readonly view: MarkdownView,
    /** What to add to the tree's offsets. */
    private readonly shift: number,
  ) {}

  read(tree: Root): Span[] {
    this.block(tree)
    return this.found
  }

  private block(node: Nodes): void {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        this.inlines(node)
        this.list(this.span(node))
        break
      case 'list':
        for (const item of node.children) this.item(item, node.ordered === true)
        break
      case 'table':
        this.table(node)
        break
      case 'code':
        this.code(node)
        break
      case 'html':
        this.html(node)
        break
      case 'root':
      case 'blockquote':
      case 'footnoteDefinition':
        for (const child of node.children) this.block(child)
        break
      default: // rules and link definitions show nothing
    }
  }

  private item(item: ListItem, ordered: boolean): void {
    const { start, end } = this.span(item)
    const number = ordered ? this.match(ORDINAL, start) : undefined
    if (number !== undefined) {
      this.view.show(start, number)
      this.number = start
    }
    for (const child of item.children) this.block(child)
    if (this.number === start) this.list({ start, end })
  }

  /** One line a row; the bars between cells stay, as the only thing that parts them. */
  private table(table: MarkdownTable): void {
    const rows: TableRow[] = []
    for (const row of table.children) {
      const cells = row.children.map((cell, index) => {
        this.inlines(cell)
        if (index > 0) this.view.show(this.span(cell).start, '|')
        return this.content(cell)
      })
      const first = this.found.length
      this.list(this.span(row))
      const line = this.found[first]
      if (line && this.found.length === first + 1) rows.push({ ...line, cells })
    }
    if (rows.length > 1) this.tables.push({ rows })
  }

  /** What stands in a cell, without its bars and spaces. */
  private content(cell: TableCell): Span | undefined {
    const first = cell.children[0]
    const last = cell.children.at(-1)
    return first && last ? this.view.trim(this.span(first).start, this.span(last).end) : undefined
  }

  /** `    各县（市、区）…` by four spaces is a code block to Markdown; policy text holds no code. */
  private code(node: Code): void {
    const { start, end } = this.span(node)
    const lines = this.view.physicalLines({ start, end })
    if (this.match(FENCE, start) !== undefined) lines.shift()
    for (const [index, value] of node.value.split(/\r\n|\n|\r/).entries()) {
      const line = lines[index]
      if (line) this.view.show(line.end - value.length, value)
    }
    this.list({ start, end })
  }

  private html(node: Html): void {
    if (INVISIBLE.test(node.value)) return
    const { start, end } = this.span(node)
    this.view.showBetweenTags(start, end)
    this.list({ start, end })
  }

  private inlines(parent: Nodes): void {
    if (!('children' in parent)) return
    const column = this.view.columnOf(this.span(parent).start)
    for (const node of parent.children) this.inline(node, column)
  }

  private inline(node: Nodes, column: number): void {
    const { start, end } = this.span(node)
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        this.view.showText(start, end, node.value, column)
        break
      case 'html':
        if (BREAK_TAG.test(node.value)) this.view.show(start, '\n')
        break
      default:
        if (node.type === 'emphasis' && this.view.betweenDigits(start, end)) {
          // 10*20*30米 is no emphasis
          this.view.show(start, '*')
          this.view.show(end - 1, '*')
        }
        if ('children' in node) for (const child of node.children) this.inline(child, column)
    }
  }

  private list({ start, end }: Span): void {
    this.found.push(...this.view.lines({ start: this.number ?? start, end }))
    this.number = undefined
  }

  private match(pattern: RegExp, offset: number): string | undefined {
    pattern.lastIndex = offset
    return pattern.exec(this.view.text)?.[0]
  }

  private span(node: Nodes): Span {
    return {
      start: (node.position?.start.offset ?? 0) + this.shift,
      end: (node.position?.end.offset ?? 0) + this.shift,
    }
  }
}
