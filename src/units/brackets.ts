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
const SIGNS = /[()[\]{}〔〕【】《》〈〉「」『』“”‘’"]/g

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
  // Only the span is searched: a text without signs would be looked through to its end for every line.
  const line = folded.slice(span.start, span.end)
  SIGNS.lastIndex = 0
  if (!SIGNS.test(line)) return NONE
  const open: { sign: string; start: number }[] = []
  const pairs: Pair[] = []
  const unbalanced: number[] = []
  let nested = false
  opened.fill(0)
  do {
    const offset = SIGNS.lastIndex - 1
    const at = span.start + offset
    const sign = line.charAt(offset)
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
  } while (SIGNS.test(line))
  for (const { start } of open) unbalanced.push(start)
  if (nested) pairs.sort((a, b) => a.start - b.start)
  if (unbalanced.length > 1) unbalanced.sort((a, b) => a - b)
  return { pairs, unbalanced }
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
