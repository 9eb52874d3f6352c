import { run } from '../generated/numbering.js'
import { chineseNumber } from '../grammar/chinese-number.js'
import { Grammar } from '../grammar/run.js'
import type { Span } from '../source/span.js'
import type { MarkerKind } from '../tree/nodes.js'

/** A section number at the start of a line. */
export interface Marker extends Span {
  readonly kind: MarkerKind
  /** 1 for 一、; for 4.2.1 its last part. */
  readonly value: number
  /** In Arabic figures, as it goes into an id: 12 · 4.2.1 · 5-1 (第五条之一). */
  readonly id: string
}

const GRAMMAR = new Grammar(run)
const GATE = /[第(〔一二三四五六七八九十百\d①-⑳]/

/** The marker that stands at `offset` of the folded text, or null. */
export function readMarker(folded: string, offset: number): Marker | null {
  if (!GATE.test(folded[offset] ?? '')) return null
  const match = GRAMMAR.run<{ kind: MarkerKind; value: string; sub: string | null }>('marker', folded, offset)
  if (!match) return null
  const { kind, value, sub } = match.value
  const parts = value.split('.').map(arabicValue)
  if (parts.some((part) => part === null)) return null
  const id = parts.join('.') + (sub ? `-${arabicValue(sub)}` : '')
  return { kind, value: parts.at(-1) as number, id, start: offset, end: match.end }
}

function arabicValue(digits: string): number | null {
  if (/^\d+$/.test(digits)) return Number(digits)
  const circled = digits.charCodeAt(0) - 0x245f
  if (circled >= 1 && circled <= 20) return circled
  return chineseNumber(digits)
}
