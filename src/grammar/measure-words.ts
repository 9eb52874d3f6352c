import { type Lexicon, WordList } from './lexicon.js'

/** What a unit says about the figure before it. */
export type FigureKind =
  'rate' | 'sortal' | 'measure' | 'money' | 'duration' | 'occasion' | 'doubling' | 'ratio' | 'bare'

/** A bound as a comparator; null where there is none. */
export type Limit = '>=' | '>' | '<=' | '<' | '~' | '='

const KINDS = ['rate', 'sortal', 'measure', 'money', 'duration', 'occasion'] as const
const LIMITS = {
  atLeast: '>=',
  moreThan: '>',
  atMost: '<=',
  lessThan: '<',
  about: '~',
  exactly: '=',
} as const
const AFTER = { afterAtLeast: '>=', afterAtMost: '<=', afterAbout: '~' } as const

/** The lists of measures.yaml in the shape that figures and their bounds are read with. */
export class MeasureWords {
  readonly unit: WordList
  readonly notUnit: WordList
  readonly after: WordList
  readonly bound: WordList
  readonly change: WordList
  readonly hedge: WordList
  readonly share: WordList
  /** Verbs that a count is done by. */
  readonly count: WordList
  private readonly kinds = new Map<string, FigureKind>()
  private readonly limits = new Map<string, Limit>()
  private readonly afters = new Map<string, Limit>()
  private readonly increases: WordList
  private readonly unitStarts: ReadonlySet<string>

  constructor(lexicon: Lexicon) {
    const words = (name: string): ReadonlySet<string> => lexicon.list(`measures.${name}`).words
    for (const kind of KINDS) for (const word of words(kind)) this.kinds.set(word, kind)
    for (const [name, limit] of Object.entries(LIMITS))
      for (const word of words(name)) this.limits.set(word, limit)
    for (const [name, limit] of Object.entries(AFTER))
      for (const word of words(name)) this.afters.set(word, limit)
    this.unit = new WordList([...this.kinds.keys()])
    this.notUnit = lexicon.list('measures.notUnit')
    this.after = lexicon.list('measures.after')
    this.bound = new WordList([...this.limits.keys()])
    this.increases = lexicon.list('measures.increase')
    this.change = new WordList([...words('increase'), ...words('decrease')])
    this.hedge = lexicon.list('measures.hedge')
    this.share = lexicon.list('measures.share')
    this.count = lexicon.list('measures.count')
    this.unitStarts = new Set([...this.kinds.keys()].map((word) => word.charAt(0)))
  }

  /** 平方米/人 is of the kind of its first word. */
  kindOf(unit: string | null): FigureKind {
    const word = unit === null ? undefined : this.unit.at(unit, 0)
    return word === undefined ? 'bare' : (this.kinds.get(word) ?? 'bare')
  }

  limitOf(word: string): Limit | null {
    return this.limits.get(word) ?? null
  }

  afterOf(word: string): Limit | null {
    return this.afters.get(word) ?? null
  }

  directionOf(word: string): 'increase' | 'decrease' {
    return this.increases.has(word) ? 'increase' : 'decrease'
  }

  /** Whether something that begins so can follow a Chinese numeral and make a figure of it. */
  canFollow(char: string): boolean {
    return this.unitStarts.has(char) || '分成余多-~至到 '.includes(char)
  }
}

const made = new WeakMap<Lexicon, MeasureWords>()

/** The words of a lexicon, prepared once. */
export function measureWords(lexicon: Lexicon): MeasureWords {
  let words = made.get(lexicon)
  if (!words) made.set(lexicon, (words = new MeasureWords(lexicon)))
  return words
}
