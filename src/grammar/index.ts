import words from '../generated/lexicon.js'
import { Lexicon } from './lexicon.js'
import { unpack } from './packed.js'

export { Lexicon, WordList, type LexiconData } from './lexicon.js'
export { Grammar } from './run.js'
export { simplify } from './simplify.js'

let shared: Lexicon | undefined

/** The lexicon that ships with qparse, made once. */
export const baseLexicon = (): Lexicon => (shared ??= new Lexicon(unpack(words)))
