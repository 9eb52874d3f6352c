import type { CurrentBody } from '../../generated/registry.js'
import { type Lexicon, WordList } from '../../grammar/index.js'
import { type Level, levelOf, type NameWords, nameWords, placeAt } from './words.js'

interface Change {
  /** {} is the seat; empty where the work went several ways. */
  readonly name: string
  readonly plan: string
}
type Changes = ReadonlyMap<string, Change>

/** What only a central body is called, whatever text names it: 环境保护部 · 质检总局 */
const CENTRAL = /^(?:国家|国务院|中国|中央)|(?:部|总局|总署|监会)$/
const SEAT = /^(?:维吾尔|壮族|回族)?(?:自治区|省|市|县|区|地区)$/

/** The reorganisations of a lexicon: which body does the work of one that a text names. */
export class Reorganisations {
  private readonly words: NameWords
  private readonly plans = new Map<string, { basis: string; since: string | null }>()
  private readonly whole: Changes
  private readonly central: Changes
  private readonly local: Changes
  private readonly levels: Readonly<Record<Level, Changes>>
  /** What a changed body's name may end in, below the centre. */
  private readonly endings: WordList

  constructor(lexicon: Lexicon) {
    this.words = nameWords(lexicon)
    for (const plan of lexicon.list('reorganisations.plan').words) {
      const [, key, basis, since] = /^([^=]+)=([^@]+)(?:@(.+))?$/.exec(plan) ?? []
      if (key && basis) this.plans.set(key, { basis, since: since ?? null })
    }
    const read = (name: string): Changes => readChanges(lexicon.list(`reorganisations.${name}`).words)
    this.whole = read('whole')
    this.central = read('central')
    this.local = read('local')
    this.levels = {
      central: new Map(),
      province: read('province'),
      city: read('city'),
      county: read('county'),
    }
    const changes = [this.local, ...Object.values(this.levels)]
    this.endings = new WordList(changes.flatMap((of) => [...of.keys()]))
  }

  /**
   * Today's body by a folded name; `home` is the level of government of the document that prints it. Changes are
   * followed to the last: 银监会 became 银保监会, and that 金融监管总局.
   */
  current(name: string, home: Level | null): CurrentBody | null {
    let last: CurrentBody | null = null
    for (let steps = 0, from = name; steps < 5; steps++) {
      const change = this.change(from, home)
      if (!change) return last
      if (change.name === '') return null
      last = this.body(change)
      from = change.name
    }
    return last
  }

  /** The first change alone: 银监会 ended in 2018, whatever its successor became. */
  first(name: string, home: Level | null): CurrentBody | null {
    const change = this.change(name, home)
    return change && change.name !== '' ? this.body(change) : null
  }

  private body({ name, plan }: Change): CurrentBody {
    const { since = null, basis = plan } = this.plans.get(plan) ?? {}
    return { name, since, basis }
  }

  private change(name: string, home: Level | null): Change | null {
    const whole = this.whole.get(name)
    if (whole) return whole
    const central = home === 'central' || CENTRAL.test(name) ? this.central.get(name) : undefined
    return central ?? this.localChange(name.replace(/\([^()]*\)$/, ''), home)
  }

  /** 市 + 质监局 → 市 + 市场监管局; the longest known ending decides. */
  private localChange(name: string, home: Level | null): Change | null {
    if (this.endings.endingAt(name, name.length) === undefined) return null
    for (let at = 0; at <= name.length - 2; at++) {
      const ending = name.slice(at)
      if (!this.endings.has(ending)) continue
      const prefix = name.slice(0, at)
      const level = prefix === '' ? home : this.levelOf(prefix, home)
      if (level === 'central') continue
      const change = (level ? this.levels[level].get(ending) : undefined) ?? this.local.get(ending)
      if (!change || (level === null && this.differs(ending))) continue
      if (change.name.includes('{}')) return this.seated(prefix, change)
      if (prefix !== '' && level === null) return null
      return change.name === '' ? change : { ...change, name: prefix + change.name }
    }
    return null
  }

  /** Whether the levels of government have different names for what this became. */
  private differs(ending: string): boolean {
    return Object.values(this.levels).some((changes) => changes.has(ending))
  }

  /** The level that the part before the organ names: 市 · 泰安市 · 西藏 · 各县(市、区); null where it is something else. */
  private levelOf(prefix: string, home: Level | null): Level | null {
    const { level, province, notPlace } = this.words
    const region = prefix.startsWith('各') ? prefix.slice(1) : prefix
    if (region === '区' && home === 'province') return 'province'
    if (level.has(region)) {
      if (/^(?:国家|全国|中央)/.test(region)) return 'central'
      if (/县|旗|乡|镇/.test(region)) return 'county'
      return /[省市区州盟]$|级$|地区$/.test(region) ? levelOf(region.replace(/级$/, '')) : null
    }
    if (province.has(region)) return levelOf(region)
    let pos = 0
    for (let length = placeAt(region, 0, this.words); length > 0; length = placeAt(region, pos, this.words)) {
      pos += length
      if (pos === region.length) return notPlace.endingAt(region, pos) === undefined ? levelOf(region) : null
    }
    return null
  }

  /** 泰安银监分局: branches of national bodies are named by their seat. */
  private seated(prefix: string, { name, plan }: Change): Change | null {
    const { level, determiner, province } = this.words
    if (level.has(prefix) || determiner.at(prefix, 0) !== undefined) return null
    if (!/^[\u3400-\u9fff]{2,14}$/.test(prefix)) return null
    const short = province.at(prefix, 0)
    const seat =
      short !== undefined && SEAT.test(prefix.slice(short.length)) ? short : prefix.replace(/[省市]$/, '')
    return { name: name.replace('{}', seat), plan }
  }
}

/** `old names→new name@plan`; a later entry for a name wins, so that --lexicon can correct what ships. */
function readChanges(entries: Iterable<string>): Changes {
  const changes = new Map<string, Change>()
  for (const entry of entries) {
    const [olds = '', change = ''] = entry.split('→')
    const [name = '', plan = ''] = change.split('@')
    for (const old of olds.split('、')) changes.set(old, { name, plan })
  }
  return changes
}

const cache = new WeakMap<Lexicon, Reorganisations>()

/** The reorganisations of a lexicon, read once. */
export function reorganisationsOf(lexicon: Lexicon): Reorganisations {
  let found = cache.get(lexicon)
  if (!found) cache.set(lexicon, (found = new Reorganisations(lexicon)))
  return found
}
