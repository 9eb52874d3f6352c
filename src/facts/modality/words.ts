import { type Lexicon, WordList } from '../../grammar/index.js'

/** The word lists that the label of a unit depends on. */
export interface ModalityWords {
  readonly directive: WordList
  readonly ambiguous: WordList
  readonly result: WordList
  readonly change: WordList
  readonly nounlike: WordList
  readonly encourage: WordList
  readonly prohibit: WordList
  readonly manner: WordList
  /** Adverbs that announce a verb inside a clause. */
  readonly adverb: WordList
  /** Adverbs of degree before a verb of change. */
  readonly degree: WordList
  /** What rises and falls: 水平 能力 … */
  readonly measured: WordList
  /** Everything that may stand between a subject and its verb: adverbs, modals, words of aim. */
  readonly before: WordList
}

const known = new WeakMap<Lexicon, ModalityWords>()

/** Looked up once for each lexicon. */
export function modalityWords(lexicon: Lexicon): ModalityWords {
  let words = known.get(lexicon)
  if (!words) {
    const before = ['manner', 'duty', 'goal'].flatMap((name) =>
      Array.from(lexicon.list(`modals.${name}`).words),
    )
    words = {
      directive: lexicon.list('verbs.directive'),
      ambiguous: lexicon.list('verbs.ambiguous'),
      result: lexicon.list('verbs.result'),
      change: lexicon.list('verbs.change'),
      nounlike: lexicon.list('verbs.nounlike'),
      encourage: lexicon.list('verbs.encourage'),
      prohibit: lexicon.list('verbs.prohibit'),
      manner: lexicon.list('modals.manner'),
      adverb: lexicon.list('modals.adverb'),
      degree: lexicon.list('modals.degree'),
      measured: lexicon.list('modals.measured'),
      before: new WordList(before),
    }
    known.set(lexicon, words)
  }
  return words
}
