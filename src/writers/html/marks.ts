import type { PageDeadline, PageDocument, Place } from './model.js'

/** What a mark in the text stands for. */
export type MarkKind =
  'obligation' | 'target' | 'deadline' | 'assignment' | 'citation' | 'section' | 'diagnostic'

export interface Mark {
  readonly kind: MarkKind
  readonly start: number
  readonly end: number
  /** Index in the document's list of that kind; of a target or deadline, that of what holds it. */
  readonly index: number
  /** What a target or deadline belongs to; of anything else, its own kind. */
  readonly holder: MarkKind | 'document'
  /** Index of a target or deadline in its holder. */
  readonly part: number
}

/** A stretch of text under the same marks, the shortest first; the obligation is not among them. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly marks: readonly Mark[]
}

/** Pieces of one obligation in a line, or of none (-1). */
export interface Stretch {
  readonly obligation: number
  readonly pieces: Piece[]
}

export interface Line {
  readonly start: number
  readonly end: number
  readonly stretches: readonly Stretch[]
}

/** The lines of a text with its marks. Joined, the pieces of a line are the line. */
export function layOut(document: PageDocument): Line[] {
  const text = document.text ?? ''
  const marks = marksOf(document).filter(({ start, end }) => start < end)
  marks.sort((a, b) => a.start - b.start || b.end - a.end)
  const open: Mark[] = []
  let next = 0
  return linesOf(text).map(({ start, end }) => {
    const stretches: Stretch[] = []
    for (let at = start; at < end;) {
      for (; (marks[next]?.start ?? Infinity) <= at; next++) open.push(marks[next] as Mark)
      let stop = Math.min(end, marks[next]?.start ?? end)
      for (let i = open.length - 1; i >= 0; i--) {
        const mark = open[i] as Mark
        if (mark.end <= at) open.splice(i, 1)
        else stop = Math.min(stop, mark.end)
      }
      add(stretches, at, stop, open)
      at = stop
    }
    return { start, end, stretches }
  })
}

/** A very long line in parts that are laid out on their own, cut between stretches. */
export function partsOf({ stretches }: Line, length: number): Stretch[][] {
  const parts: Stretch[][] = [[]]
  let start = 0
  for (const stretch of stretches) {
    const end = stretch.pieces.at(-1)?.end ?? 0
    const part = parts.at(-1) as Stretch[]
    if (part.length === 0) start = stretch.pieces[0]?.start ?? 0
    part.push(stretch)
    if (end - start > length) parts.push([])
  }
  if (parts.length > 1 && parts.at(-1)?.length === 0) parts.pop()
  return parts
}

function add(stretches: Stretch[], start: number, end: number, open: readonly Mark[]): void {
  const obligation = open.find(({ kind }) => kind === 'obligation')?.index ?? -1
  const marks = open.filter(({ kind }) => kind !== 'obligation')
  marks.sort((a, b) => a.end - a.start - (b.end - b.start))
  const piece = { start, end, marks }
  const last = stretches.at(-1)
  if (last?.obligation === obligation) last.pieces.push(piece)
  else stretches.push({ obligation, pieces: [piece] })
}

/** A line ends before its \n, \r\n or \r, as in every place that a registry names. */
function linesOf(text: string): { start: number; end: number }[] {
  const lines = []
  let start = 0
  for (const { index, 0: sign } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: index })
    start = index + sign.length
  }
  lines.push({ start, end: text.length })
  return lines
}

function marksOf(document: PageDocument): Mark[] {
  const marks: Mark[] = []
  const put = (kind: MarkKind, at: Place, index: number, holder: Mark['holder'] = kind, part = 0): void =>
    void marks.push({ kind, start: at.start, end: at.end, index, holder, part })
  const times = (items: readonly PageDeadline[], index: number, holder: Mark['holder']): void =>
    items.forEach(({ at }, part) => put('deadline', at, index, holder, part))
  document.obligations.forEach(({ at, targets, deadlines }, index) => {
    put('obligation', at, index)
    targets.forEach((target, part) => put('target', target.at, index, 'obligation', part))
    times(deadlines, index, 'obligation')
  })
  document.assignments.forEach(({ at, deadlines }, index) => {
    put('assignment', at, index)
    times(deadlines, index, 'assignment')
  })
  document.sections.forEach(({ at, deadlines }, index) => {
    put('section', at, index)
    times(deadlines, index, 'section')
  })
  times(document.deadlines, 0, 'document')
  document.citations.forEach(({ at }, index) => put('citation', at, index))
  document.diagnostics.forEach(({ at }, index) => at && put('diagnostic', at, index))
  return marks
}
