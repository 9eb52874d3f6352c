import type { SourceText } from '../source/source-text.js'
import type { Span } from '../source/span.js'
import { brackets, outermost, type Pair } from './brackets.js'

const SENTENCE_END = [...'。!?;'].map((sign) => sign.charCodeAt(0))
const CLAUSE_END = [...',，;。!?:'].map((sign) => sign.charCodeAt(0))

/**
 * The units of one line: cut after 。！？； outside brackets and quotations, trimmed, none empty.
 *
 * 1. Units lie in the line, in order, and do not overlap.
 * 2. A bracket that opens a unit and is no number is a unit of its own where more than punctuation follows:
 *    (体育总局负责)支持… gives (体育总局负责) and 支持…
 */
export function splitUnits(source: SourceText, line: Span): Span[] {
  const units: Span[] = []
  for (const piece of cutAfter(source.folded, line, SENTENCE_END)) {
    const unit = source.trim(piece.start, piece.end)
    if (unit.start === unit.end) continue
    const rest = leadingBracket(source.folded, unit)
    if (rest === undefined) units.push(unit)
    else units.push(source.trim(unit.start, rest), source.trim(rest, unit.end))
  }
  return units
}

/**
 * The clauses of a unit: cut at ，；：。！？ outside brackets and quotations, without the sign that ends them.
 * A comma between digits (1,000家) and a colon in a time of day (11:35) cut nothing. `pairs` are the unit's brackets,
 * where they are known.
 */
export function splitClauses(source: SourceText, unit: Span, pairs?: readonly Pair[]): Span[] {
  const clauses: Span[] = []
  for (const piece of cutAfter(source.folded, unit, CLAUSE_END, pairs)) {
    let end = piece.end
    while (end > piece.start && isClauseSign(source.folded.charCodeAt(end - 1))) end--
    const clause = source.trim(piece.start, end)
    if (clause.start < clause.end) clauses.push(clause)
  }
  return clauses
}

/** `(...)`+more → where the bracket ends; undefined where the bracket is a number or all of the unit. */
function leadingBracket(folded: string, unit: Span): number | undefined {
  const sign = folded[unit.start]
  if (sign !== '(' && sign !== '【' && sign !== '[' && sign !== '〔') return undefined
  const first = brackets(folded, unit).pairs[0]
  if (!first || first.start !== unit.start) return undefined
  if (/^[\d一二三四五六七八九十百零〇]+$/.test(folded.slice(first.start + 1, first.end - 1).trim()))
    return undefined
  return /^[\s\p{P}]*$/u.test(folded.slice(first.end, unit.end)) ? undefined : first.end
}

function cutAfter(
  folded: string,
  span: Span,
  signs: readonly number[],
  pairs: readonly Pair[] = brackets(folded, span).pairs,
): Span[] {
  const pieces: Span[] = []
  const outer = outermost(pairs)
  let bracket = 0
  let start = span.start
  for (let at = span.start; at < span.end; at++) {
    const code = folded.charCodeAt(at)
    // Chinese characters, and most else of a text, stand between the signs.
    if ((code > 0x3002 && code < 0xff00) || !signs.includes(code)) continue
    while (bracket < outer.length && (outer[bracket]?.end ?? 0) <= at) bracket++
    const around = outer[bracket]
    if (around && around.start <= at) {
      at = around.end - 1
      continue
    }
    if (isBetweenDigits(folded, at)) continue
    pieces.push({ start, end: at + 1 })
    start = at + 1
  }
  if (start < span.end) pieces.push({ start, end: span.end })
  return pieces
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

function isBetweenDigits(folded: string, at: number): boolean {
  const sign = folded[at]
  return (
    (sign === ',' || sign === ':') && isDigit(folded.charCodeAt(at - 1)) && isDigit(folded.charCodeAt(at + 1))
  )
}

const isClauseSign = (code: number): boolean => code === 32 || CLAUSE_END.includes(code)
