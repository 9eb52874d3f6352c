import { type Lexicon, WordList } from '../../grammar/index.js'
import { PairTable } from '../../grammar/pair-table.js'

/** The last sign of a word, and the signs behind it that make another word of it: 局|面 · 部|门 */
const NOT_AFTER: ReadonlyMap<number, string> = new Map(
  [
    '局面势限部长',
    '办理法学好事公成案结税证展会赛园医',
    '委托员派任书',
    '部门署分队长级件位落',
    '厅长',
    '署名长',
  ].map((signs) => [signs.charCodeAt(0), signs.slice(1)]),
)

/** What a word may be, as bits, so that one look-up answers for all lists. */
export const KIND = { full: 1, suffix: 2, unit: 4, determiner: 8, level: 16, field: 32 }
const LISTS: Readonly<Record<string, number>> = { ...KIND, province: KIND.level }
const OTHERS = [
  'full',
  'suffix',
  'unit',
  'determiner',
  'level',
  'field',
  'never',
  'region',
  'place',
  'bareplace',
  'etc',
  'break',
  'task',
  'other',
  'relative',
  'causative',
] as const

/** A list of `organs.yaml` that is looked up by itself. */
export type NameList = (typeof OTHERS)[number]

export interface Token {
  readonly word: string
  readonly kinds: number
}
export const NO_TOKEN: Token = { word: '', kinds: 0 }

/** The words that names of bodies are made of: the lists of `organs.yaml`, and the verbs that cannot begin a name. */
export class NameWords {
  readonly lists: Readonly<Record<NameList, WordList>>
  readonly verbs: WordList
  /** Signs that no name holds. */
  private readonly breaks: ReadonlySet<number>
  /** By their first two characters, longest first. */
  private readonly tokens: PairTable<Token>
  private readonly single = new Map<number, Token>()

  constructor(lexicon: Lexicon) {
    this.lists = Object.fromEntries(OTHERS.map((name) => [name, lexicon.list(`organs.${name}`)])) as Record<
      NameList,
      WordList
    >
    const verbs = ['directive', 'ambiguous', 'encourage', 'result'].map((name) =>
      lexicon.list(`verbs.${name}`),
    )
    this.verbs = new WordList(verbs.flatMap((list) => [...list.words]))
    this.breaks = new Set([...this.lists.break.words].map((sign) => sign.charCodeAt(0)))
    const kinds = new Map<string, number>()
    const longer: Token[] = []
    for (const [name, kind] of Object.entries(LISTS)) {
      for (const word of lexicon.list(`organs.${name}`).words) kinds.set(word, (kinds.get(word) ?? 0) | kind)
    }
    for (const word of [...kinds.keys()].sort((x, y) => y.length - x.length)) {
      const token = { word, kinds: kinds.get(word) as number }
      if (word.length === 1) this.single.set(word.charCodeAt(0), token)
      else longer.push(token)
    }
    this.tokens = new PairTable(longer, (token) => token.word)
  }

  at(list: NameList, text: string, pos: number): number {
    return this.lists[list].at(text, pos)?.length ?? 0
  }

  verbAt(text: string, pos: number): number {
    return this.verbs.at(text, pos)?.length ?? 0
  }

  /** Whether a character, known or not, can stand in a name: Chinese, a digit, a letter, the dot of foreign names. */
  isOfName(code: number): boolean {
    const plain =
      (code >= 0x3400 && code <= 0x9fff) ||
      (code >= 48 && code <= 57) ||
      (code >= 65 && code <= 90) ||
      (code >= 97 && code <= 122) ||
      code === 0xb7
    return plain && !this.breaks.has(code)
  }

  /** The longest word of any list here. */
  token(text: string, pos: number): Token {
    const first = text.charCodeAt(pos)
    const longer = this.tokens.at(first, text.charCodeAt(pos + 1))
    for (let i = 0; i < longer.length; i++) {
      const token = longer[i] as Token
      if (text.startsWith(token.word, pos) && isWhole(text, pos, token)) return token
    }
    const single = this.single.get(first)
    return single && isWhole(text, pos, single) ? single : NO_TOKEN
  }
}

/** Whether the word does not run on into another. */
function isWhole(text: string, pos: number, { word }: Token): boolean {
  const other = NOT_AFTER.get(word.charCodeAt(word.length - 1))
  if (other === undefined) return true
  const next = text[pos + word.length]
  return next === undefined || !other.includes(next)
}
