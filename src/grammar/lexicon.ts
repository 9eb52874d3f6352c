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
    for (const [file, lists] of Object.entries(data)) {
      for (const [name, words] of Object.entries(lists))
        this.lists.set(`${file}.${name}`, new WordList(words))
    }
  }

  /** The list `file.name`; a rule that asks for a list that does not exist is a programming error. */
  list(name: string): WordList {
    const list = this.lists.get(name)
    if (!list) throw new Error(`no word list ${name}`)
    return list
  }

  /** A new lexicon with further words. */
  extend(more: LexiconData): Lexicon {
    const data: Record<string, Record<string, readonly string[]>> = {}
    for (const [file, lists] of Object.entries(this.data)) data[file] = { ...lists }
    for (const [file, lists] of Object.entries(more)) {
      const into = (data[file] ??= {})
      for (const [name, words] of Object.entries(lists))
        into[name] = [...new Set([...(into[name] ?? []), ...words])]
    }
    return new Lexicon(data)
  }
}

/** One list, matched by longest word at an offset (forwards) or ending at an offset (backwards). */
export class WordList {
  readonly words: ReadonlySet<string>
  /** Words of two and more characters by their first two, longest first. */
  private readonly byHead = new Map<number, string[]>()
  private readonly byTail = new Map<number, string[]>()
  /** Words of one character. */
  private readonly single = new Map<number, string>()

  constructor(words: readonly string[]) {
    this.words = new Set(words)
    for (const word of [...this.words].sort((a, b) => b.length - a.length)) {
      const { length } = word
      if (length === 1) this.single.set(word.charCodeAt(0), word)
      else {
        group(this.byHead, pairKey(word.charCodeAt(0), word.charCodeAt(1))).push(word)
        group(this.byTail, pairKey(word.charCodeAt(length - 2), word.charCodeAt(length - 1))).push(word)
      }
    }
  }

  has(word: string): boolean {
    return this.words.has(word)
  }

  /** The longest word that starts at `offset`, or undefined. */
  at(text: string, offset: number): string | undefined {
    const first = text.charCodeAt(offset)
    const words = this.byHead.get(pairKey(first, text.charCodeAt(offset + 1)))
    if (words) for (const word of words) if (text.startsWith(word, offset)) return word
    return this.single.get(first)
  }

  /** The longest word that ends at `offset` (exclusive), or undefined. */
  endingAt(text: string, offset: number): string | undefined {
    const last = text.charCodeAt(offset - 1)
    const words = this.byTail.get(pairKey(text.charCodeAt(offset - 2), last))
    if (words) {
      for (const word of words) {
        if (word.length <= offset && text.startsWith(word, offset - word.length)) return word
      }
    }
    return this.single.get(last)
  }
}

/** Two code units in one small integer; the rare pairs that share one are told apart by comparing the words. */
const pairKey = (a: number, b: number): number => ((a & 0x3fff) << 16) | b

function group(map: Map<number, string[]>, key: number): string[] {
  let words = map.get(key)
  if (!words) map.set(key, (words = []))
  return words
}
