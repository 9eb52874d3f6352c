import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import type { Span } from '../source/span.js'
import type { Table } from '../source/table.js'
import { MarkdownBlocks } from './markdown-blocks.js'
import { frontMatter } from './markdown-front-matter.js'
import { tooTangled } from './markdown-guard.js'
import { MarkdownView } from './markdown-view.js'

/** What the later stages read of a Markdown file. */
export interface MarkdownText {
  /** The lines of content in reading order, each a range of the file's own text. */
  readonly lines: readonly Span[]
  /**
   * The text as the rendered page shows it, at the same length: every mark of Markdown is a space in it, so that
   * `**责任单位**：市教育局` reads `  责任单位  ：市教育局`. It is for folding in place of the text.
   */
  readonly view: string
  readonly tables: readonly Table[]
}

// With single tildes `5~8个,10~20项` would be struck-out text.
const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(keepPositions).freeze()

/** The lines of content of a Markdown text: see `MarkdownText.lines`. */
export const markdownLines = (text: string): readonly Span[] => readMarkdown(text).lines

/**
 * Read a Markdown text.
 *
 * 1. Lines are in order, do not overlap, and neither begin nor end with white space or with marks (#, -, >, |, **).
 * 2. The number of an ordered list item belongs to its line: `1. 加强监管` is the policy's own numbering.
 * 3. Every line break in a paragraph ends a line, but for one that only wraps a sentence.
 * 4. Fenced and indented blocks are text; front matter gives its title; HTML gives what stands between its tags.
 */
export function readMarkdown(text: string): MarkdownText {
  const view = new MarkdownView(text)
  if (tooTangled(text)) {
    view.show(0, text)
    return { lines: view.lines({ start: 0, end: text.length }), view: text, tables: [] }
  }
  // remark leaves a byte order mark out of its offsets.
  const shift = text.startsWith('\ufeff') ? 1 : 0
  const head = frontMatter(text)
  const title = head?.title
  if (title) view.show(title.start, text.slice(title.start, title.end))
  // To remark front matter would be a rule and a heading.
  const hidden = head ? text.slice(shift, head.end).replace(/[^\r\n]/g, ' ') : ''
  const tree = parser.parse(hidden + text.slice(shift + hidden.length))
  const blocks = new MarkdownBlocks(view, shift)
  const lines = blocks.read(tree)
  const slice = (span: Span): string => text.slice(span.start, span.end)
  if (title && !lines.some((line) => slice(line) === slice(title))) lines.unshift(title)
  return { lines, view: view.toString(), tables: blocks.tables }
}

/** remark-gfm looks for addresses a second time in finished text, and what it splits there has no position. */
function keepPositions(this: Processor): void {
  const extensions = this.data().fromMarkdownExtensions ?? []
  for (const extension of extensions.flat()) delete extension.transforms
}
