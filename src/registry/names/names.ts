import type { CurrentBody } from '../../generated/registry.js'
import type { Lexicon } from '../../grammar/index.js'
import { fold } from '../../source/fold.js'
import type { SourceText } from '../../source/source-text.js'
import type { Assignment, Body, FrontMatter } from '../../tree/nodes.js'
import { explainedNames } from './explained.js'
import { groupsOf } from './group.js'
import { type Head, headOf, levelWord, withRegion } from './head.js'
import { type Home, homeOf } from './home.js'
import { type Reorganisations, reorganisationsOf } from './reorganisations.js'
import { type NameWords, nameWords } from './words.js'

/** What is known of a body besides the name that the text prints. */
export interface Names {
  readonly canonical: string | null
  readonly current: CurrentBody | null
}

/** What is known of every body of a document. */
export type BodyNames = ReadonlyMap<Body, Names>

const REFERENCE = /^(该|本|我)(局|委|厅|部|办|署|中心|领导小组|指挥部)$/
const EXPLAINED = /\(以下(?:统一)?(?:简称|统称|称)[^()]*\)$/
const SIDE = /\([^()]*\)$/

/**
 * The names in full and the names of today of all bodies of a document.
 *
 * 1. `canonical` comes from the document alone and is null where the printed name is full, or where two would do.
 * 2. `current` comes from the lexicon alone, by the name in full.
 * 3. Nothing here changes a printed name.
 */
export function namesOf(
  source: SourceText,
  frontMatter: FrontMatter,
  assignments: readonly Assignment[],
  lexicon: Lexicon,
): BodyNames {
  const reader = new NameReader(source, frontMatter, lexicon)
  const names = new Map<Body, Names>()
  for (const assignment of assignments) reader.list(assignment, names)
  return names
}

class NameReader {
  private readonly words: NameWords
  private readonly home: Home
  private readonly explained: ReadonlyMap<string, string | null>
  private readonly reorganisations: Reorganisations
  private readonly heads = new Map<string, Head>()
  private readonly currents = new Map<string, CurrentBody | null>()
  private readonly groups = new Map<string, (before: number) => string | null>()
  /** The names of the list before, in full: what 该局 may mean. */
  private last: string[] = []

  constructor(
    private readonly source: SourceText,
    private readonly frontMatter: FrontMatter,
    lexicon: Lexicon,
  ) {
    this.words = nameWords(lexicon)
    this.home = homeOf(frontMatter, source.folded, this.words)
    this.explained = explainedNames(source, this.words)
    this.reorganisations = reorganisationsOf(lexicon)
  }

  /** The bodies of one assignment, in order: 市总工会、妇联 */
  list({ bodies }: Assignment, names: Map<Body, Names>): void {
    let inherited: string | null = null
    let collective = false
    const full: string[] = []
    for (const body of bodies) {
      const printed = fold(body.name)
      const head = this.head(printed)
      if (head.kind === 'level') inherited = levelWord(printed, head)
      else if (head.kind === 'other') inherited = null
      else if (head.kind !== 'bare') inherited = body.name.slice(0, head.length)
      if (head.kind !== 'bare')
        collective = head.kind === 'other' && this.words.determiner.at(printed, 0) !== undefined
      const unclear = collective && head.kind === 'bare'
      const found = unclear ? printed : this.canonical(printed, head, inherited, body.start)
      const canonical = found === printed ? null : asPrinted(found, printed, body.name, inherited)
      names.set(body, { canonical, current: this.current(found) })
      if (!REFERENCE.test(printed)) full.push(found)
    }
    if (full.length > 0) this.last = full
  }

  private current(name: string): CurrentBody | null {
    let current = this.currents.get(name)
    if (current === undefined) {
      current = this.reorganisations.current(name, this.home.level)
      this.currents.set(name, current)
    }
    return current
  }

  private head(printed: string): Head {
    let head = this.heads.get(printed)
    if (!head) this.heads.set(printed, (head = headOf(printed, this.words)))
    return head
  }

  /** The name in full, or as printed. */
  private canonical(printed: string, head: Head, inherited: string | null, at: number): string {
    if (EXPLAINED.test(printed)) return this.placed(printed.replace(EXPLAINED, ''))
    const reference = REFERENCE.exec(printed)
    if (reference) return this.referred(reference[1] as string, reference[2] as string) ?? printed
    const explained = this.explained.get(printed)
    if (explained !== undefined) return explained === null ? printed : this.placed(explained)
    const group = this.group(printed, at)
    if (group !== null) return this.placed(group)
    if (head.kind === 'bare' && inherited !== null) return this.placed(fold(inherited) + printed)
    return this.placed(printed)
  }

  /** 市财政局 in a text of 泰安市 → 泰安市财政局; 质监局 likewise where the text is of one region. */
  private placed(name: string): string {
    const head = this.head(name)
    if (head.kind === 'level') {
      const word = levelWord(name, head)
      const own = word === '区' && this.home.level === 'province' ? '自治区' : word
      const region = this.home.regions.get(own)
      return region ? withRegion(name, region, head) : name
    }
    if (head.kind !== 'bare' || this.home.region === null || !this.isOwn(name)) return name
    return this.home.region + name
  }

  /** Whether an organ named without a level can be one of the document's own region. */
  private isOwn(name: string): boolean {
    const plain = name.replace(SIDE, '')
    if (this.home.level !== 'province') return !plain.endsWith('厅')
    if (!plain.endsWith('局')) return true
    return !this.words.hall.has(plain.slice(0, -1))
  }

  /** 该局: the one 局 of the list before. 本局, 我局: the one issuer that is a 局. */
  private referred(word: string, organ: string): string | null {
    const among = word === '该' ? this.last : this.frontMatter.issuers.map(fold)
    const ending = among.filter((name) => name.replace(SIDE, '').endsWith(organ))
    return ending.length === 1 && among.length > 0 ? (ending[0] ?? null) : null
  }

  /** 领导小组 · 领导小组办公室(县财政局), where the text has named one such organ in full. */
  private group(printed: string, at: number): string | null {
    const group = this.words.group.at(printed, 0)
    if (group === undefined) return null
    const rest = printed.slice(group.length)
    if (rest !== '' && !/^办公室(?:\([^()]*\))?$/.test(rest)) return null
    const explained = this.explained.get(group)
    if (explained !== undefined) return explained === null ? null : explained + rest
    let search = this.groups.get(group)
    if (!search) this.groups.set(group, (search = groupsOf(this.source.folded, group, this.words)))
    const found = search(at)
    return found === null ? null : found + rest
  }
}

/** The name with the signs of the text, where folding changed them: 市科技局（知识产权局） · 各县（市、区）水利局 */
function asPrinted(full: string, folded: string, printed: string, inherited: string | null): string {
  if (inherited !== null && full === fold(inherited) + folded) return inherited + printed
  let same = 0
  while (same < folded.length && full.at(-1 - same) === folded.at(-1 - same)) same++
  return full.slice(0, full.length - same) + printed.slice(printed.length - same)
}
