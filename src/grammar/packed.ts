import type { LexiconData } from './lexicon.js'

/** Word lists as they are kept in the program: the words of a list are one string, a line each. */
export type PackedLexicon = Readonly<Record<string, Readonly<Record<string, string>>>>

/** A list is cut into its words when it is first asked for: a start needs few of the lists. */
export function unpack(packed: PackedLexicon): LexiconData {
  const data: Record<string, Record<string, readonly string[]>> = {}
  for (const [file, lists] of Object.entries(packed)) {
    data[file] = {}
    for (const [name, words] of Object.entries(lists)) {
      const get = (): readonly string[] => (words === '' ? [] : words.split('\n'))
      Object.defineProperty(data[file], name, { enumerable: true, get })
    }
  }
  return data
}
