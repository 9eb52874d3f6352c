import type { Lexicon } from '../grammar/index.js'
import type { LinePart } from '../tree/nodes.js'
import type { Line } from './line.js'
import { type LineShape, shapeOf } from './recognise.js'
import type { DutyRows } from './table.js'
import { contentsLines } from './toc.js'

export interface PlacedLine {
  readonly line: Line
  readonly shape: LineShape
  readonly part: LinePart
  /** Whether a title, a signature or an attachment mark stands between this body line and the one before. */
  readonly afterBreak: boolean
}

/**
 * Tell the body from the page around it.
 *
 * 1. Every line gets a part; the order is kept.
 * 2. The body begins at the first number or sentence that is no promulgation, index field or navigation.
 * 3. Behind a signature only a new title, attachment mark or number opens the body again.
 */
export function placeLines(
  lines: readonly Line[],
  lexicon: Lexicon,
  rows: DutyRows = new Map(),
): PlacedLine[] {
  const shapes = shapesOf(lines, lexicon, rows)
  const listed = attachmentList(lines, shapes)
  const begin = beginOfBody(lines, shapes, listed)
  const end = endOfBody(shapes, listed)
  const placed: PlacedLine[] = []
  let signed = false
  let broken = false
  for (const [at, line] of lines.entries()) {
    const shape = shapes[at] as LineShape
    let part: LinePart = 'page'
    if (at >= begin && at <= end && !listed.has(at)) {
      if (signed && shape === 'numbered' && (broken || line.marker?.value === 1)) signed = false
      if (signed && reopens(shape, broken)) signed = false
      if (!signed) part = opensPlan(lines, shapes, at) ? 'page' : partOf(shape, shapes, at)
    }
    if (part === 'page' && at >= begin) {
      if (shape === 'date' || (shape === 'organ' && nextIs(shapes, at, 'date'))) signed = true
      if (shape === 'title' || shape === 'attachment') broken = true
    }
    placed.push({ line, shape, part, afterBreak: part !== 'page' && broken })
    if (part !== 'page') broken = false
  }
  return placed
}

function shapesOf(lines: readonly Line[], lexicon: Lexicon, rows: DutyRows): LineShape[] {
  const contents = contentsLines(lines)
  return lines.map((line) => {
    const row = rows.get(line.start)
    if (row) return row === 'head' ? 'head' : 'row'
    return contents.has(line) ? 'note' : shapeOf(line, lexicon)
  })
}

/** Behind a signature: a table, or text under a new title. */
const reopens = (shape: LineShape, broken: boolean): boolean =>
  (broken && shape === 'prose') || shape === 'head' || shape === 'row'

/** A title in the middle, behind which the numbers begin again, is that of a further plan. */
function opensPlan(lines: readonly Line[], shapes: readonly LineShape[], at: number): boolean {
  if (shapes[at] !== 'title') return false
  const next = lines.slice(at + 1, at + 5).find(({ marker }) => marker !== null)?.marker
  if (next?.value !== 1) return false
  return lines.slice(0, at).some(({ marker }) => marker?.kind === next.kind && marker.value > 1)
}

function partOf(shape: LineShape, shapes: readonly LineShape[], at: number): LinePart {
  if (shape === 'prose' || shape === 'numbered' || shape === 'assignment' || shape === 'row') return 'body'
  if (shape === 'short' || shape === 'head') return 'label'
  if (shape === 'title' || shape === 'organ' || shape === 'furniture') {
    const before = shapes[at - 1]
    const after = shapes[at + 1]
    const edge = (s: LineShape | undefined): boolean =>
      s === 'date' || s === 'attachment' || s === 'organ' || s === 'number' || s === 'title' || s === 'note'
    return edge(before) || edge(after) || shape === 'furniture' ? 'page' : 'label'
  }
  return 'page'
}

const nextIs = (shapes: readonly LineShape[], at: number, shape: LineShape): boolean =>
  shapes[at + 1] === shape || (shapes[at + 1] === 'organ' && shapes[at + 2] === shape)

/** 附件:1.任务清单 / 2.联系人: the numbers behind an attachment mark are no sections. */
function attachmentList(lines: readonly Line[], shapes: readonly LineShape[]): Set<number> {
  const listed = new Set<number>()
  for (const [at, shape] of shapes.entries()) {
    if (shape !== 'attachment') continue
    const own = /(\d+) ?[.、]/.exec(lines[at]?.folded.slice(2) ?? '')
    let expected = own ? Number(own[1]) + 1 : 1
    for (let next = at + 1; next < lines.length; next++) {
      const line = lines[next] as Line
      if (line.marker?.kind !== 'arabic' || line.marker.value !== expected || line.folded.length > 60) break
      if (/[。；;]$/.test(line.folded)) break
      listed.add(next)
      expected++
    }
  }
  return listed
}

function beginOfBody(
  lines: readonly Line[],
  shapes: readonly LineShape[],
  listed: ReadonlySet<number>,
): number {
  const numbered = shapes.findIndex(
    (shape, at) => (shape === 'numbered' || shape === 'head' || shape === 'row') && !listed.has(at),
  )
  const limit = numbered < 0 ? lines.length : numbered
  let head = 0
  let prose = false
  for (let at = 0; at < limit; at++) {
    const shape = shapes[at]
    if (shape === 'prose') prose = true
    if (shape === 'title' || shape === 'addressee' || shape === 'number') {
      if (prose && head > 0) break
      head = at
      prose = false
    }
  }
  const first = shapes.indexOf('prose', head)
  return first >= 0 && first < limit ? first : limit
}

const TEXT = new Set<LineShape | undefined>(['prose', 'numbered', 'assignment', 'row'])

function endOfBody(shapes: readonly LineShape[], listed: ReadonlySet<number>): number {
  for (let at = shapes.length - 1; at >= 0; at--) {
    if (TEXT.has(shapes[at]) && !listed.has(at)) return at
  }
  return -1
}
