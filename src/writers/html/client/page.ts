import { type Address, readAddress, START, writeAddress } from '../address.js'
import { type Filters, isFiltered, type Row, select, TYPES } from '../filters.js'
import type { PageDocument } from '../model.js'
import { type Speak, speakIn } from '../phrases.js'

/** What can be chosen: an obligation, assignment or section by its id, a citation or note by its number. */
export interface Chosen {
  readonly kind: 'obligation' | 'assignment' | 'section' | 'citation' | 'diagnostic'
  readonly index: number
}

export type Change = keyof Address

/** What the page shows: kept in the address, told to whoever listens. */
export class Page {
  address: Address = START
  /** The rows of the document or documents, and those of them that fit the filters, in their order. */
  all: readonly Row[] = []
  shown: readonly Row[] = []
  private readonly listeners: ((changed: ReadonlySet<Change>) => void)[] = []
  private readonly rows = new Map<PageDocument, Row[]>()

  constructor(
    readonly documents: readonly PageDocument[],
    private readonly ownLanguage: 'en' | 'zh',
  ) {}

  get language(): 'en' | 'zh' {
    return this.address.language || this.ownLanguage
  }

  get speak(): Speak {
    return speakIn(this.language)
  }

  /** The document whose text is shown. */
  get document(): PageDocument | undefined {
    const { at, doc } = this.address
    return this.documents.find(({ id }) => id === at || id === doc) ?? this.documents[0]
  }

  /** Whether the list holds several documents. */
  get several(): boolean {
    return this.address.doc === '*' && this.documents.length > 1
  }

  get filtered(): boolean {
    return isFiltered(this.address.filters)
  }

  get chosen(): Chosen | null {
    const document = this.document
    return document ? find(document, this.address.selected) : null
  }

  listen(listener: (changed: ReadonlySet<Change>) => void): void {
    this.listeners.push(listener)
  }

  /** Takes over the address bar. */
  read(): void {
    this.set(readAddress(window.location.hash))
  }

  change(change: Partial<Address>): void {
    this.set({ ...this.address, ...change })
    const hash = writeAddress(this.address)
    const { pathname, search } = window.location
    window.history.replaceState(null, '', hash === '' ? `${pathname}${search}` : `#${hash}`)
  }

  filter(change: Partial<Filters>): void {
    this.change({ filters: { ...this.address.filters, ...change } })
  }

  choose(document: PageDocument, id: string): void {
    this.change({ at: document.id, selected: id })
  }

  /** The rows that fit all filters but some: what a chart of those offers. */
  fitting(but: Partial<Filters>): Row[] {
    return select(this.all, { ...this.address.filters, ...but })
  }

  private set(next: Address): void {
    const before = this.address
    const several = next.doc === '*' && this.documents.length > 1
    const known = this.documents.find(({ id }) => id === next.doc)?.id ?? this.documents[0]?.id ?? ''
    const doc = several ? '*' : known
    this.address = { ...next, doc: doc === this.documents[0]?.id ? '' : doc, at: several ? next.at : '' }
    const { address } = this
    const changed = new Set(
      (Object.keys(address) as Change[]).filter(
        (key) => JSON.stringify(address[key]) !== JSON.stringify(before[key]),
      ),
    )
    if (changed.has('doc') || this.all.length === 0) {
      this.all = several
        ? this.documents.flatMap((item) => this.rowsOf(item))
        : this.document
          ? this.rowsOf(this.document)
          : []
      changed.add('doc').add('filters')
    }
    if (changed.has('filters') || changed.has('sort')) {
      this.shown = sorted(select(this.all, address.filters), address.sort)
    }
    if (changed.has('doc')) changed.add('at')
    for (const listener of this.listeners) listener(changed)
  }

  private rowsOf(document: PageDocument): Row[] {
    let rows = this.rows.get(document)
    if (!rows) {
      const at = this.documents.indexOf(document)
      rows = document.obligations.map((obligation, index) => ({ document, at, obligation, index }))
      this.rows.set(document, rows)
    }
    return rows
  }
}

function sorted(rows: Row[], sort: Address['sort']): Row[] {
  const key: Record<Address['sort'], (row: Row) => string | number> = {
    text: () => 0,
    due: ({ obligation }) => obligation.due?.date ?? '9999-99-99',
    type: ({ obligation }) => TYPES.indexOf(obligation.type),
  }
  const of = key[sort]
  return sort === 'text' ? rows : rows.sort((a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0))
}

/** Ids of citations and notes, which have none in the registry. */
export const idOf = (document: PageDocument, { kind, index }: Chosen): string => {
  switch (kind) {
    case 'obligation':
      return document.obligations[index]?.id ?? ''
    case 'assignment':
      return document.assignments[index]?.id ?? ''
    case 'section':
      return document.sections[index]?.id ?? ''
    default:
      return `${kind}:${index}`
  }
}

function find(document: PageDocument, id: string): Chosen | null {
  if (id === '') return null
  const lists = {
    obligation: document.obligations,
    assignment: document.assignments,
    section: document.sections,
  }
  for (const kind of ['obligation', 'assignment', 'section'] as const) {
    const index = lists[kind].findIndex((item) => item.id === id)
    if (index >= 0) return { kind, index }
  }
  const [kind, number] = id.split(':')
  const index = Number(number)
  if (kind === 'citation' && document.citations[index]) return { kind, index }
  return kind === 'diagnostic' && document.diagnostics[index] ? { kind, index } : null
}
