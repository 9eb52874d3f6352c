import type { SourceText } from '../source/source-text.js'
import type { Block, Paragraph, Policy, Row, Section, Unit } from '../tree/nodes.js'
import { readHeading } from './heading.js'
import { splitUnits } from './split.js'

/**
 * Paragraphs → units, and the title sentences of sections.
 *
 * 1. The units of a paragraph lie in its line, in order, and do not overlap.
 * 2. Units of the page are labelled X, titles H; all others N until the facts are known.
 * 3. A row of a table of duties is one unit, whatever its cells hold.
 * 4. `body` of a unit is where its sentence begins, after a number and a run-in label (农产品:).
 */
export function cutUnits(source: SourceText, tree: Policy): void {
  visit(source, tree.children, null, false)
}

/** `inList`: the item before this section, of the same kind, ended in ；. */
function visit(source: SourceText, blocks: readonly Block[], section: Section | null, inList: boolean): void {
  let previous: Section | null = null
  for (const block of blocks) {
    if (block.type === 'paragraph') {
      cut(source, block, section, inList)
      continue
    }
    const listed =
      previous?.kind === block.kind && /[；;]$/.test(source.folded.slice(previous.start, previous.end))
    visit(source, block.children, block, listed)
    previous = block
  }
}

function cut(source: SourceText, paragraph: Paragraph, section: Section | null, inList: boolean): void {
  if (paragraph.row) {
    paragraph.children = [rowUnit(paragraph, paragraph.row)]
    return
  }
  const spans = splitUnits(source, paragraph)
  paragraph.children = spans.map((span) => unitOf(source, paragraph, span))
  const first = paragraph.children[0]
  if (paragraph.part === 'label' && first && paragraph.children.length === 1) first.label = 'H'
  if (!paragraph.marker || !section || !first) return
  const follows = section.children.some(
    (block) => block !== paragraph && (block.type === 'section' || (block.part !== 'page' && !block.assigns)),
  )
  const { title, units } = readHeading(source, paragraph.marker, spans, follows, inList)
  if (title) {
    section.heading = source.slice(title)
    section.title = { start: section.title.start, end: title.end }
  }
  if (units === 1) first.label = 'H'
  if (units === 0 && title) first.body = bodyOf(source, title.end + 1, first.end)
}

function rowUnit(paragraph: Paragraph, { tasks, metric }: Row): Unit {
  const { start, end } = paragraph
  const body = tasks[0]?.start ?? Math.max(start, metric?.start ?? start)
  return { type: 'unit', start, end, label: 'N', also: [], body, leadsIn: false, rules: [], children: [] }
}

const unitOf = (source: SourceText, paragraph: Paragraph, span: { start: number; end: number }): Unit => {
  const { marker } = paragraph
  const from = marker && marker.start === span.start ? Math.min(marker.end, span.end) : span.start
  return {
    type: 'unit',
    start: span.start,
    end: span.end,
    label: paragraph.part === 'page' ? 'X' : 'N',
    also: [],
    body: bodyOf(source, from, span.end),
    leadsIn: source.folded[span.end - 1] === ':',
    rules: [],
    children: [],
  }
}

/** 农产品:实施… → behind the colon, but not that of 2:1; a label is short, stands outside brackets, and something follows it. */
function bodyOf(source: SourceText, from: number, end: number): number {
  const start = source.trim(from, end).start
  const text = source.folded.slice(start, Math.min(end, start + 30))
  const label =
    /^(?!联系|电话|传真|邮箱)[^,，。、;:(《“"]{2,12}(?:、[^,，。、;:(《“"]{2,8}){0,2}(?:\([^()]{1,10}\)[^,，。;:(《“"]{0,8})?(?:(?<!\d):|:(?!\d)) *(?=[^ ])/.exec(
      text,
    )
  return label ? start + label[0].length : start
}
