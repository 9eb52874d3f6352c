import type { LexiconData } from '../../src/grammar/lexicon.js'
import { fold } from '../../src/source/fold.js'

/** A word that no text can ever match, and why. */
export interface Unreachable {
  readonly list: string
  readonly word: string
  readonly why: string
}

/**
 * The entries of word lists that can never match. Rules compare words with folded text inside one unit, so a word is
 * out of reach where no rule names its list, where folding would change it, and where it holds a sign at which text is
 * cut before any rule sees it. A word that stands twice in a list is reported once.
 */
export function unreachableEntries(lexicon: LexiconData, listsUsed: ReadonlySet<string>): Unreachable[] {
  const found: Unreachable[] = []
  for (const [file, lists] of Object.entries(lexicon)) {
    for (const [name, words] of Object.entries(lists)) {
      const list = `${file}.${name}`
      const report = (word: string, why: string): number => found.push({ list, word, why })
      for (const [index, word] of words.entries()) {
        if (!listsUsed.has(list)) report(word, 'no rule names its list')
        else if (fold(word) !== word) report(word, `folded text has ${fold(word)} in its place`)
        else if (/\s/.test(word) || word === '') report(word, 'it holds white space or nothing')
        else if (/[。!?;]/.test(word)) report(word, 'units are cut inside it')
        else if (words.indexOf(word) !== index) report(word, 'it stands here twice')
      }
    }
  }
  return found
}

const NAMED = /'([\w-]+)\.([\w-]+)'/g
const COMPUTED = /`([\w-]+)\.\$\{/g

/**
 * The lists that the rules name: `lexicon.list('organs.suffix')`, or `lexicon.list(`organs.${name}`)` in a file that
 * also holds 'suffix', alone or among other words of a string, or as a key. `sources` are the texts of src/.
 */
export function listsNamed(lexicon: LexiconData, sources: Iterable<string>): Set<string> {
  const used = new Set<string>()
  for (const source of sources) {
    for (const [, file = '', name = ''] of source.matchAll(NAMED)) used.add(`${file}.${name}`)
    for (const [, file = ''] of source.matchAll(COMPUTED)) {
      for (const name of Object.keys(lexicon[file] ?? {})) {
        if (new RegExp(`'[^'\\n]*\\b${name}\\b[^'\\n]*'|\\b${name}: `).test(source))
          used.add(`${file}.${name}`)
      }
    }
  }
  return used
}
