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
const CLOSERS = new Set(Object.values(PARTNER))
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
  let match = SIGNS.exec(line)
  if (!match) return NONE
  const open: { sign: string; start: number }[] = []
  const pairs: Pair[] = []
  const unbalanced: number[] = []
  const opened = new Map<string, number>()
  for (; match; match = SIGNS.exec(line)) {
    const sign = match[0]
    const at = span.start + match.index
    const closes = sign === '"' ? (opened.get('"') ?? 0) > 0 : CLOSERS.has(sign)
    if (!closes) {
      open.push({ sign, start: at })
      opened.set(sign, (opened.get(sign) ?? 0) + 1)
      continue
    }
    const opener = sign === '"' ? '"' : openerOf(sign)
    if (!opened.get(opener)) {
      unbalanced.push(at)
      continue
    }
    for (let top = open.pop(); top; top = open.pop()) {
      opened.set(top.sign, (opened.get(top.sign) ?? 1) - 1)
      if (top.sign === opener) {
        pairs.push({ sign: opener, start: top.start, end: at + 1 })
        break
      }
      unbalanced.push(top.start)
    }
  }
  for (const { start } of open) unbalanced.push(start)
  return { pairs: pairs.sort((a, b) => a.start - b.start), unbalanced: unbalanced.sort((a, b) => a - b) }
}

const OPENER = new Map(Object.entries(PARTNER).map(([opener, closer]) => [closer, opener]))
const openerOf = (closer: string): string => OPENER.get(closer) as string

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
