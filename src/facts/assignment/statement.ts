import { run } from '../../generated/assignment.js'
import { Grammar, type Lexicon, type WordList } from '../../grammar/index.js'
import { fold } from '../../source/fold.js'
import type { Span } from '../../source/span.js'
import type { Body, Role } from '../../tree/nodes.js'
import { brackets } from '../../units/brackets.js'
import type { FactContext } from '../context.js'
import { readList, type BodyList } from './body-list.js'

/** What a bracket or label line says about who is responsible. */
export interface Statement {
  readonly bodies: readonly Body[]
  readonly openEnded: boolean
  /** Whether a label (责任单位:) stands in it. */
  readonly labelled: boolean
  /** Whether a duty (负责) stands in it. */
  readonly duty: boolean
  /** Whether a time or another field stands in it. */
  readonly otherFields: boolean
  /** Whether each body is one by its own words, not only by the place where it stands. */
  readonly certain: boolean
  /** Whether each part of each name is a known word. */
  readonly known: boolean
}

type Part = Span & { kind: 'name' | 'etc'; closed?: boolean }
type Event =
  | { kind: 'label'; list: string }
  | { kind: 'agents'; names: Part[]; joint: Part[]; duty: Role | null }
  | { kind: 'duty'; duty: Role }

const LISTS = {
  labellead: 'roles.labellead',
  labelsupport: 'roles.labelsupport',
  labelresponsible: 'roles.labelresponsible',
  labeltime: 'roles.labeltime',
  labelother: 'roles.labelother',
  scope: 'roles.scope',
  lead: 'roles.lead',
  support: 'roles.support',
  responsible: 'roles.responsible',
  about: 'roles.about',
  joint: 'roles.joint',
  etc: 'organs.etc',
}
const LABEL_ROLE: Readonly<Record<string, Role>> = {
  labellead: 'lead',
  labelsupport: 'support',
  labelresponsible: 'responsible',
}
const MAX = 4000

/** No body, although it stands where bodies do: 2025年6月底前完成 · 下同 · 列第一位者为牵头部门 */
const NOT_A_BODY =
  /^[\d第每列]|[的了]|下同|首位|排在|排名|列在|时限|期限|持续|长期|年底|月底|全年|以下|不再|按照|根据|职责|其中|详见|附件|另行|包括|简称|^[-/—无]+$|具体|分别$|^并|逐步|按期|需要|个人$|群众$|^谁/
/** Endings of bodies that carry no organ word of government: 国网泰安供电公司 */
const ORGANLIKE =
  /(?:公司|企业|集团|银行|协会|学会|院|中心|社|台|站|所|大学|学校|分行|组|队|委|府|处|局|办|厅|部|署|会|馆|单位|部门|市|区|县|州|盟|旗|镇|乡|街道|地方|行|师|园|机构|组织|团体)(?:\(.*\))?$/
/** A role in a bracket behind the name: 市发展改革委(牵头) */
const OWN_ROLE = /\s*\((牵头|主办|主责|配合|参与|协助|协办)(?:单位|部门)?\)$/

/**
 * Read the text between `start` and `end` as a statement of responsibility; null where it names nobody.
 * `under`: the role by the label that the text stands under, as in a column of a table.
 */
export function readStatement(
  context: FactContext,
  start: number,
  end: number,
  under: Role | null = null,
): Statement | null {
  if (end - start > MAX) return null
  const { folded } = context.source
  const vocabulary = vocabularyOf(context.lexicon)
  vocabulary.end = end
  vocabulary.partners = partnersIn(folded, start, end)
  const events = GRAMMAR.run<Event[]>('Statement', folded, start, vocabulary)?.value ?? []
  return new Interpreter(context, under).read(events)
}

/** Where the brackets that open at an offset close. */
function partnersIn(folded: string, start: number, end: number): ReadonlyMap<number, number> {
  const partners = new Map<number, number>()
  for (const pair of brackets(folded, { start, end }).pairs) partners.set(pair.start, pair.end)
  return partners
}

/** Kinds of ends of a name, as bits for the grammar, and the characters that begin them; words come on top. */
const ENDS = { sign: 1, duty: 2, label: 4, joint: 8 }
const FIRST: Readonly<Record<keyof typeof ENDS, string>> = {
  sign: '、,;。.\r\n 等(',
  duty: ' 共分具主一统依各直均都并应要按根遵在属本',
  label: ' 、【[',
  joint: ' ',
}
/** Signs that open a bracket or quotation in a name, at which no end begins. */
const NESTED = '{〔《〈「『“‘"'

interface Vocabulary {
  readonly words: Readonly<Record<string, WordList>>
  /** Which ends of a name a character can begin. */
  readonly ends: ReadonlyMap<number, number>
  /** Where the statement stops that is read now. */
  end: number
  /** Its brackets. */
  partners: ReadonlyMap<number, number>
}
const GRAMMAR = new Grammar<Vocabulary>(run)
const cache = new WeakMap<Lexicon, Vocabulary>()

function vocabularyOf(lexicon: Lexicon): Vocabulary {
  let vocabulary = cache.get(lexicon)
  if (!vocabulary) {
    const words = Object.fromEntries(Object.entries(LISTS).map(([key, list]) => [key, lexicon.list(list)]))
    const ends = new Map<number, number>()
    const begin = (kind: number, starts: Iterable<string>): void => {
      for (const start of starts) ends.set(start.charCodeAt(0), (ends.get(start.charCodeAt(0)) ?? 0) | kind)
    }
    for (const kind of KINDS_OF_END) begin(ENDS[kind], FIRST[kind])
    for (const [key, list] of Object.entries(words))
      if (key !== 'scope' && key !== 'etc') begin(endBy(key), list.words)
    begin(0, NESTED)
    cache.set(lexicon, (vocabulary = { words, ends, end: 0, partners: new Map() }))
  }
  return vocabulary
}

const KINDS_OF_END = Object.keys(ENDS) as (keyof typeof ENDS)[]

function endBy(list: string): number {
  if (list.startsWith('label')) return ENDS.label
  return list === 'joint' ? ENDS.joint : ENDS.duty
}

class Interpreter {
  private readonly bodies: Body[] = []
  private pending: BodyList[] = []
  private field: Role | 'other' | null = null
  private openEnded = false
  private labelled = false
  private duty = false
  private otherFields = false
  private certain = true
  private known = true

  constructor(
    private readonly context: FactContext,
    under: Role | null,
  ) {
    this.field = under
    this.labelled = under !== null
  }

  read(events: readonly Event[]): Statement | null {
    for (const event of events) {
      if (event.kind === 'label') this.label(event.list)
      else if (event.kind === 'duty') {
        this.duty ||= this.pending.length > 0
        this.flush(event.duty)
      } else if (this.field !== 'other') this.agents(event)
    }
    this.flush(null)
    if (this.bodies.length === 0) return null
    const { bodies, openEnded, labelled, duty, otherFields, certain, known } = this
    return { bodies, openEnded, labelled, duty, otherFields, certain, known }
  }

  private label(list: string): void {
    this.flush(null)
    this.field = LABEL_ROLE[list] ?? 'other'
    if (this.field === 'other') this.otherFields = true
    else this.labelled = true
  }

  private agents(event: Event & { kind: 'agents' }): void {
    const list = this.list(event.names)
    const partners = this.list(event.joint)
    if (list) this.pending.push(list)
    if (partners) {
      this.duty = true
      this.flush('lead')
      this.add(partners, 'support')
    } else if (event.duty !== null) {
      this.duty ||= this.pending.length > 0
      this.flush(event.duty)
    }
  }

  private list(parts: readonly Part[]): BodyList | null {
    const names = parts.filter((part) => part.kind === 'name')
    const first = names[0]
    const last = names[names.length - 1]
    if (!first || !last) return null
    const etc = parts.find((part) => part.kind === 'etc')
    const { folded } = this.context.source
    const { start } = this.context.source.trim(first.start, first.end)
    const { end } = this.context.source.trim(last.start, last.end)
    const tail = etc && folded.slice(etc.start, etc.end).includes('部门') ? { tail: '部门' } : {}
    const list = readList(this.context, start, {
      limit: end,
      stop: (pos) => pos >= end,
      anything: true,
      ...tail,
    })
    if (!list) return null
    return { ...list, openEnded: list.openEnded || (etc !== undefined && etc.closed !== true) }
  }

  private flush(duty: Role | null): void {
    const label = this.field === 'other' ? null : this.field
    const role = duty === null || duty === 'responsible' ? (label ?? duty ?? 'responsible') : duty
    for (const list of this.pending) this.add(list, role)
    this.pending = []
  }

  private add(list: BodyList, role: Role): void {
    const plausible = list.bodies.filter(({ name, certain }) => {
      const folded = fold(name)
      if (NOT_A_BODY.test(folded)) return false
      return certain || this.labelled || ORGANLIKE.test(folded)
    })
    this.certain &&= list.certain && !list.generic
    this.known &&= list.known
    if (plausible.length === 0) return
    this.openEnded ||= list.openEnded
    for (const { name, start, end } of plausible) {
      const own = OWN_ROLE.exec(this.context.source.folded.slice(start, end))
      const cut = own ? own[0].length : 0
      this.bodies.push({
        name: name.slice(0, name.length - cut),
        role: own ? roleOf(own[1] as string) : role,
        start,
        end: end - cut,
      })
    }
  }
}

const roleOf = (word: string): Role => (/^[牵主]/.test(word) ? 'lead' : 'support')
