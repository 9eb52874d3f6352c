import type { Span } from '../source/span.js'

const PARTNER: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '〔': '〕',
  '【': '】',
  '《': '》',
  '〈': '〉',
  '「': '」',
  '『': '』',
  '“': '”',
  '‘': '’',
}
const OPENERS = Object.keys(PARTNER).join('') + '"'
const CLOSERS = Object.values(PARTNER).join('') + '"'
const CODES = [...(OPENERS + CLOSERS)].map((sign) => sign.charCodeAt(0))
/** All of them stand before the Chinese characters. */
const LAST_SIGN = Math.max(...CODES)
const IS_SIGN = new Uint8Array(LAST_SIGN + 1)
for (const code of CODES) IS_SIGN[code] = 1

/** A bracket or quotation that opens at `start` and closes before `end`. */
export interface Pair extends Span {
  readonly sign: string
}

export interface Brackets {
  /** Balanced pairs in order of their opening. */
  readonly pairs: readonly Pair[]
  /** Offsets of signs without a partner. */
  readonly unbalanced: readonly number[]
}

const NONE: Brackets = { pairs: [], unbalanced: [] }

/**
 * The balanced brackets and quotations of one line. A sign without a partner is reported and otherwise ignored:
 * one missing bracket must not swallow the rest of the line.
 */
export function brackets(folded: string, span: Span): Brackets {
  let at = nextSign(folded, span.start, span.end)
  if (at === span.end) return NONE
  const open: { sign: string; start: number }[] = []
  const pairs: Pair[] = []
  const unbalanced: number[] = []
  let nested = false
  opened.fill(0)
  for (; at < span.end; at = nextSign(folded, at + 1, span.end)) {
    const sign = folded.charAt(at)
    const kind = CLOSERS.indexOf(sign)
    if (kind < 0 || (sign === '"' && opened[kind] === 0)) {
      open.push({ sign, start: at })
      count(sign, 1)
      continue
    }
    if (opened[kind] === 0) {
      unbalanced.push(at)
      continue
    }
    const opener = OPENERS.charAt(kind)
    for (let top = open.pop(); top; top = open.pop()) {
      count(top.sign, -1)
      if (top.sign === opener) {
        nested ||= top.start < (pairs[pairs.length - 1]?.start ?? 0)
        pairs.push({ sign: opener, start: top.start, end: at + 1 })
        break
      }
      unbalanced.push(top.start)
    }
  }
  for (const { start } of open) unbalanced.push(start)
  if (nested) pairs.sort((a, b) => a.start - b.start)
  if (unbalanced.length > 1) unbalanced.sort((a, b) => a - b)
  return { pairs, unbalanced }
}

/** Where the next bracket or quotation mark stands, or `end`. */
function nextSign(folded: string, from: number, end: number): number {
  let at = from
  for (; at < end; at++) {
    const code = folded.charCodeAt(at)
    if (code <= LAST_SIGN && IS_SIGN[code] === 1) break
  }
  return at
}

/** How many of each opener wait for their partner; one list for all runs, since most lines hold signs. */
const opened: number[] = Array.from(OPENERS, () => 0)

function count(opener: string, by: number): void {
  const kind = OPENERS.indexOf(opener)
  opened[kind] = (opened[kind] as number) + by
}

/** The outermost pairs: those that lie in no other. */
export function outermost(pairs: readonly Pair[]): Pair[] {
  const outer: Pair[] = []
  let end = -1
  for (const pair of pairs) {
    if (pair.start < end) continue
    outer.push(pair)
    end = pair.end
  }
  return outer
}
