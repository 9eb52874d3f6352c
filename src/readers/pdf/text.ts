import { PageMap } from '../../source/page-map.js'
import type { Span } from '../../source/span.js'
import type { Table, TableRow } from '../../source/table.js'
import type { PdfCell } from './grid.js'
import type { Paragraph } from './paragraphs.js'

/** The text of a document as it grows, with its tables and on which page each piece of it stands. */
export class TextOfPages {
  private readonly lines: string[] = []
  private readonly tables: Table[] = []
  private readonly pages = new PageMap()
  private length = 0

  paragraphs(paragraphs: readonly Paragraph[]): void {
    for (const { text, pages } of paragraphs) {
      for (const [offset, page] of pages) this.pages.add(this.length + offset, page)
      this.line(text)
    }
  }

  /** One line a row; a cell over several rows stands in the first of them only. */
  table(rows: readonly (readonly PdfCell[])[]): void {
    const places = new Map<PdfCell, Span | undefined>()
    const written: TableRow[] = []
    for (const cells of rows) {
      const start = this.length
      let text = ''
      for (const cell of new Set(cells)) {
        if (places.has(cell)) continue
        if (text !== '') text += '\t'
        if (cell.text !== '' && cell.page !== this.pages.last) this.pages.add(start + text.length, cell.page)
        const at = start + text.length
        places.set(cell, cell.text === '' ? undefined : { start: at, end: at + cell.text.length })
        text += cell.text
      }
      text = text.trimEnd()
      if (text === '') continue
      written.push({ start, end: start + text.length, cells: cells.map((cell) => places.get(cell)) })
      this.line(text)
    }
    if (written.length > 1) this.tables.push({ rows: written })
  }

  end(): { text: string; tables: readonly Table[]; pages: PageMap } {
    const text = this.lines.length === 0 ? '' : `${this.lines.join('\n')}\n`
    return { text, tables: this.tables, pages: this.pages }
  }

  private line(text: string): void {
    this.lines.push(text)
    this.length += text.length + 1
  }
}
