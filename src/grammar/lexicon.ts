import { PairTable } from './pair-table.js'

/** Word lists by file and list name: `grammars/lexicon/organs.yaml` list `suffix` is `organs.suffix`. */
export type LexiconData = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

/**
 * The words of the language that rules look up. A list is matched by its longest word, so the order in the file
 * means nothing. Words are folded, as the text they are compared with is.
 */
export class Lexicon {
  readonly data: LexiconData
  private readonly lists = new Map<string, WordList>()

  constructor(data: LexiconData) {
    this.data = data
  }

  /** The list `file.name`, made once; a rule that asks for a list that does not exist is a programming error. */
  list(name: string): WordList {
    return this.lists.get(name) ?? this.make(name)
  }

  private make(name: string): WordList {
    const dot = name.indexOf('.')
    const words = this.data[name.slice(0, dot)]?.[name.slice(dot + 1)]
    if (!words) throw new Error(`no word list ${name}`)
    const list = new WordList(words)
    this.lists.set(name, list)
    return list
  }

  /** A new lexicon with further words. */
  extend(more: LexiconData): Lexicon {
    const data = bare<Record<string, readonly string[]>>({})
    for (const [file, lists] of Object.entries(this.data)) data[file] = bare(lists)
    for (const [file, lists] of Object.entries(more)) {
      const into = (data[file] ??= bare({}))
      for (const [name, words] of Object.entries(lists))
        into[name] = [...new Set([...(into[name] ?? []), ...words])]
    }
    return new Lexicon(data)
  }
}

/** A copy without a prototype: a file or a list of words may be named __proto__. */
const bare = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  Object.assign(Object.create(null) as Record<string, T>, record)

/** One list, matched by longest word at an offset (forwards) or ending at an offset (backwards). */
export class WordList {
  private set: ReadonlySet<string> | undefined
  private heads: Index | undefined
  private tails: Index | undefined

  constructor(private readonly listed: readonly string[]) {}

  get words(): ReadonlySet<string> {
    return (this.set ??= new Set(this.listed))
  }

  has(word: string): boolean {
    return this.words.has(word)
  }

  /** The longest word that starts at `offset`, or undefined. */
  at(text: string, offset: number): string | undefined {
    const index = (this.heads ??= new Index(this.listed, false))
    const first = text.charCodeAt(offset)
    const known = index.signs[first & SIGNS] as number
    if (known === 0) return undefined
    if (known & LONGER) {
      const words = index.longer.at(first, text.charCodeAt(offset + 1))
      for (let i = 0; i < words.length; i++) if (text.startsWith(words[i] as string, offset)) return words[i]
    }
    return known & SINGLE ? index.single.get(first) : undefined
  }

  /** The longest word that ends at `offset` (exclusive), or undefined. */
  endingAt(text: string, offset: number): string | undefined {
    const index = (this.tails ??= new Index(this.listed, true))
    const last = text.charCodeAt(offset - 1)
    const known = index.signs[last & SIGNS] as number
    if (known === 0) return undefined
    if (known & LONGER) {
      const words = index.longer.at(text.charCodeAt(offset - 2), last)
      for (let i = 0; i < words.length; i++) {
        const word = words[i] as string
        if (word.length <= offset && text.startsWith(word, offset - word.length)) return word
      }
    }
    return known & SINGLE ? index.single.get(last) : undefined
  }
}

/** What `signs` says of a character: a word of one character is this, longer words begin (or end) with it. */
const SINGLE = 1
const LONGER = 2
/** Characters share places in `signs` by their lowest bits. */
const SIGNS = 0x0fff

/** The words of a list by their first two characters, or by their last two; made when first asked for. */
class Index {
  /** Most characters of a text begin no word of a list: one look tells. */
  readonly signs = new Uint8Array(SIGNS + 1)
  /** Words of two and more characters, longest first. */
  readonly longer: PairTable<string>
  readonly single = new Map<number, string>()

  constructor(words: Iterable<string>, backwards: boolean) {
    const longer: string[] = []
    for (const word of words) {
      const { length } = word
      if (length === 0) continue
      const sign = word.charCodeAt(backwards ? length - 1 : 0)
      this.signs[sign & SIGNS] = (this.signs[sign & SIGNS] as number) | (length === 1 ? SINGLE : LONGER)
      if (length === 1) this.single.set(sign, word)
      else longer.push(word)
    }
    longer.sort((a, b) => b.length - a.length)
    this.longer = new PairTable(longer, (word) => (backwards ? word.slice(-2) : word))
  }
}
