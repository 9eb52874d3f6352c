import { fold } from '../source/fold.js'
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js'
import type { Comparator } from '../tree/nodes.js'
import { type Bound, comparatorOf, readBound } from './bound.js'
import { type Figure, readFigures } from './figure.js'
import { baseLexicon, type Lexicon } from './index.js'
import { type MeasureWords, measureWords } from './measure-words.js'

/** What a phrase like 不低于98% or 由60%提高到90% says, without what is measured. */
export interface QuantityValue {
  readonly comparator: Comparator
  readonly value: number | [number, number]
  readonly unit: string | null
  readonly bound: Exclude<Comparator, '=' | 'range' | 'increase' | 'decrease'> | null
  readonly from: number | null
  readonly to: number | null
}

/** Two figures of which the second is what the first is to become: 由60%提高到90%. */
export function changeFrom(
  folded: string,
  from: number,
  figure: Figure,
  next: Figure,
  words: MeasureWords,
): { bound: Bound; start: number } | undefined {
  const bound = readBound(folded, figure.valueEnd, next, words)
  if (bound.limit === null && bound.change === null) return undefined
  if (folded.slice(figure.end, bound.start).trim() !== '' || figure.unit === '年') return undefined
  const before = folded.slice(Math.max(from, figure.start - 20), figure.start)
  const lead = /[由从将](?:[^,;。、由从]{0,12}的)?(?:约|近|不足)?$/.exec(before)
  return lead ? { bound, start: figure.start - lead[0].length } : undefined
}

/**
 * The first quantity of a phrase: 0.8万亩 · 98%以上 · 不少于50所 · 年均增长6%以上 · 翻一番 · 百分之九十五.
 * Null where the text holds no figure. Never throws.
 */
export function parseQuantity(text: string, lexicon: Lexicon = baseLexicon()): Result<QuantityValue | null> {
  const diagnostics: Diagnostic[] = []
  const folded = fold(text)
  const words = measureWords(lexicon)
  const [first, second] = readFigures(folded, { start: 0, end: folded.length }, words)
  if (!first) return { value: null, diagnostics }
  const change = second && changeFrom(folded, 0, first, second, words)
  const figure = change && second ? second : first
  const bound = change ? change.bound : readBound(folded, 0, figure, words)
  const number = (value: Figure['value'] | undefined): number | null =>
    typeof value === 'number' ? value : null
  return {
    value: {
      ...comparatorOf(figure, bound),
      value: figure.value,
      unit: figure.unit,
      from: change ? number(first.value) : null,
      to: change ? number(figure.value) : null,
    },
    diagnostics,
  }
}
