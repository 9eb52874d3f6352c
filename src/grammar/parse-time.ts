import type { Diagnostic, Result } from '../diagnostics/diagnostic.js'
import { run } from '../generated/time.js'
import { fold } from '../source/fold.js'
import { baseLexicon } from './index.js'
import type { Lexicon, WordList } from './lexicon.js'
import { type Anchor, type TimeValue, resolveTime } from './resolve-time.js'
import { Grammar } from './run.js'
import type { TimeNode } from './time-nodes.js'

export type { TimeValue } from './resolve-time.js'

/** The words that grammars/time.peggy looks up. */
interface TimeWords {
  readonly reach: ReadonlySet<string>
  readonly plans: ReadonlySet<string>
  readonly issues: ReadonlySet<string>
  readonly urgent: ReadonlySet<string>
  readonly events: WordList
  /** 明年 → 1 */
  readonly years: ReadonlyMap<string, number>
}

const YEAR_LISTS = { 'last-year': -1, 'this-year': 0, 'next-year': 1, 'year-after-next': 2 } as const
const GRAMMAR = new Grammar<TimeWords>(run)
const made = new WeakMap<Lexicon, TimeWords>()

function timeWords(lexicon: Lexicon): TimeWords {
  let words = made.get(lexicon)
  if (!words) {
    const years = new Map<string, number>()
    for (const [list, offset] of Object.entries(YEAR_LISTS)) {
      for (const word of lexicon.list(`times.${list}`).words) years.set(word, offset)
    }
    const list = (name: string): ReadonlySet<string> => lexicon.list(`times.${name}`).words
    words = {
      reach: list('reach'),
      plans: list('plans'),
      issues: list('acts-of-issue'),
      urgent: list('urgent'),
      events: lexicon.list('times.yearly-events'),
      years,
    }
    made.set(lexicon, words)
  }
  return words
}

/**
 * How a time is to be read. `Single` leaves out what is read as recurring: the 12月底 of 2019年6月底和12月底.
 * `Bare` and `Ahead` read a length of time by what stands before it: 延长至10个工作日 · 届满30日前.
 */
export type Reading = 'Time' | 'Single' | 'Bare' | 'Ahead'

/** The time expression that stands at an offset of the folded text, or null. */
export function readTime(
  folded: string,
  offset: number,
  lexicon: Lexicon,
  reading: Reading = 'Time',
): TimeNode | null {
  return GRAMMAR.run<TimeNode>(reading, folded, offset, timeWords(lexicon))?.value ?? null
}

/** A whole number before a unit (5年, 三年), or null. */
export function readAmount(folded: string, offset: number, unit: string): number | null {
  const match = GRAMMAR.run<number>('Count', folded, offset, timeWords(baseLexicon()))
  return match &&
    folded
      .slice(match.end, match.end + 4)
      .trimStart()
      .startsWith(unit)
    ? match.value
    : null
}

/**
 * A string that is to be one time expression as a value: parseTime('2025年6月底前') is by 2025-06-30.
 * Where it is none, `value` is null. Years that are not written count from `referenceDate`.
 */
export function parseTime(
  text: string,
  options: { readonly referenceDate?: string | null } = {},
): Result<TimeValue | null> {
  const folded = fold(text)
  const start = folded.length - folded.trimStart().length
  const node = readTime(folded, start, baseLexicon())
  if (!node || folded.slice(node.end).trim() !== '') return { value: null, diagnostics: [] }
  const anchor: Anchor = { referenceDate: options.referenceDate ?? null, year: null, month: null }
  const { value, notices } = resolveTime(node, anchor)
  const span = { start: node.start, end: node.end }
  const diagnostics = notices.map((code): Diagnostic => ({
    code,
    values: { text: text.slice(span.start, span.end) },
    span,
  }))
  return { value, diagnostics }
}
