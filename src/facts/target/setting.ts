import type { Span } from '../../source/span.js'
import { outermost, type Pair } from '../../units/brackets.js'
import type { FactContext } from '../context.js'
import type { Reader } from './head.js'
import { wordIn } from './words.js'

/** What all figures of a unit have in common. */
export interface Setting {
  readonly unit: Span
  /** Outermost brackets and quotations. */
  readonly pairs: readonly Pair[]
  /** The unit tells of a benefit, fee, loan or penalty. */
  readonly benefit: boolean
  /** The unit stands in a list of conditions. */
  readonly conditions: boolean
  /** The year of `referenceDate`, or null. */
  readonly year: number | null
}

export function settingOf(context: FactContext, reader: Reader, unit: Span, pairs: readonly Pair[]): Setting {
  return {
    unit,
    pairs: outermost(pairs),
    benefit: wordIn(reader.words.benefit, reader.folded, unit.start, unit.end) !== undefined,
    conditions: isCondition(reader.folded, unit),
    year: context.referenceDate === null ? null : Number(context.referenceDate.slice(0, 4)),
  }
}

/** 应当具备下列条件:(一)注册资本不低于5000万元; */
function isCondition(folded: string, { start, end }: Span): boolean {
  const before = folded.slice(Math.max(0, start - 400), Math.min(end, start + 40))
  return /(?:下列|以下|如下)[^。:;]{0,6}条件[^。]*$/.test(before)
}

/** What all figures of a clause have in common. */
export interface Clause extends Span {
  /** From here on it tells what is so already. */
  readonly past: number
  readonly benefit: boolean
  /** …不低于10%且…不低于5%的,: all of it is a condition. */
  readonly condition: boolean
}

export function clauseOf({ folded, words }: Reader, { start, end }: Span): Clause {
  const past = wordIn(words.past, folded, start, end)?.start ?? end
  return {
    start,
    end,
    past,
    benefit: wordIn(words.benefit, folded, start, end) !== undefined,
    condition: folded[end] === ',' && folded[end - 1] === '的' && folded[end - 2] !== '目',
  }
}
