import { charWidth, printable } from '../diagnostics/width.js'
import type { Change, Piece } from './types.js'

type Op = Piece['op']

/** Lines of pieces, none wider than `width` columns. */
export function wrap(pieces: readonly Piece[], width: number): Piece[][] {
  const lines: Piece[][] = [[]]
  let used = 0
  for (const { op, text } of pieces) {
    let run = ''
    for (const sign of printable(text)) {
      const columns = charWidth(sign)
      if (used + columns > width) {
        if (run !== '') lines[lines.length - 1]?.push({ op, text: run })
        lines.push([])
        run = ''
        used = 0
      }
      run += sign
      used += columns
    }
    if (run !== '') lines[lines.length - 1]?.push({ op, text: run })
  }
  return lines
}

/** The wording of both sides in pieces; texts without a difference are one piece. */
export function piecesOf({ old, new: now, details }: Change): readonly Piece[] {
  if (!now) return [{ op: 'delete', text: old?.text ?? '' }]
  if (!old) return [{ op: 'insert', text: now.text }]
  return details.inline.length > 0 ? details.inline : [{ op: 'equal', text: now.text }]
}

/** The pieces of one side alone. */
export const sidePieces = (pieces: readonly Piece[], side: 'old' | 'new'): Piece[] =>
  pieces.filter(({ op }) => op === 'equal' || op === (side === 'old' ? 'delete' : 'insert'))

const TAG = { delete: 'del', insert: 'ins' } as const

/** Tags around what went and what came, in HTML and in Markdown: beside Chinese signs that does not take ** or ~~ for marks. */
export const withTags = (pieces: readonly Piece[], escape: (text: string) => string): string =>
  pieces
    .map(({ op, text }) => (op === 'equal' ? escape(text) : `<${TAG[op]}>${escape(text)}</${TAG[op]}>`))
    .join('')

/** Signs around what went and what came, where there is no colour to tell: [-96-]{+98+}. */
export const withSigns = (pieces: readonly Piece[]): Piece[] =>
  pieces.map(({ op, text }) => ({ op, text: SIGNS[op].join(text) }))

const SIGNS: Readonly<Record<Op, readonly [string, string]>> = {
  equal: ['', ''],
  delete: ['[-', '-]'],
  insert: ['{+', '+}'],
}
