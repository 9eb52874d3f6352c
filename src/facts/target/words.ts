import type { Lexicon, WordList } from '../../grammar/index.js'
import { type MeasureWords, measureWords } from '../../grammar/measure-words.js'

const NAMES = [
  'lead', 'manner', 'count', 'done', 'weak', 'rateNoun', 'amountNoun', 'directive', 'timeNoun', 'property', 'total', 'container', 'batch', 'quality', 'spend', 'purse', 'benefit', 'benefitRate', 'past', 'preposition',
] as const // prettier-ignore

/** The lists of measures.yaml that targets are found with. */
export type TargetWords = Readonly<Record<(typeof NAMES)[number], WordList>> & {
  readonly measures: MeasureWords
}

const made = new WeakMap<Lexicon, TargetWords>()

/** The words of a lexicon, prepared once. */
export function targetWords(lexicon: Lexicon): TargetWords {
  let words = made.get(lexicon)
  if (!words) {
    const lists = Object.fromEntries(
      NAMES.map((name) => [
        name,
        lexicon.list(name === 'directive' ? 'verbs.directive' : `measures.${name}`),
      ]),
    )
    words = { ...(lists as Record<(typeof NAMES)[number], WordList>), measures: measureWords(lexicon) }
    made.set(lexicon, words)
  }
  return words
}

/** The first word of the list that stands somewhere between two offsets: its span, or undefined. */
export function wordIn(
  list: WordList,
  folded: string,
  start: number,
  end: number,
): { start: number; end: number; word: string } | undefined {
  for (let at = start; at < end; at++) {
    const word = list.at(folded, at)
    if (word !== undefined && at + word.length <= end) return { start: at, end: at + word.length, word }
  }
  return undefined
}
