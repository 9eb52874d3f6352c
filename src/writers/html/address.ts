import { type Filters, HAS, NO_FILTERS, ROLES, TYPES } from './filters.js'

export const VIEWS = ['source', 'obligations', 'bodies', 'times', 'notes'] as const
export const SORTS = ['text', 'due', 'type'] as const
export const THEMES = ['', 'light', 'dark'] as const
/** Kinds of mark that the reader can switch off. */
export const SWITCHES = ['obligation', 'target', 'deadline', 'assignment', 'citation', 'diagnostic'] as const

/** Everything that the page's address keeps, so that a link shows what its sender saw. */
export interface Address {
  /** Id of the document whose obligations are listed; * for all. */
  readonly doc: string
  /** Id of the document whose text is shown where all are listed. */
  readonly at: string
  readonly view: (typeof VIEWS)[number]
  readonly sort: (typeof SORTS)[number]
  readonly filters: Filters
  /** Id of what is selected in the document, or empty. */
  readonly selected: string
  readonly hidden: readonly (typeof SWITCHES)[number][]
  readonly theme: (typeof THEMES)[number]
  readonly language: 'en' | 'zh' | ''
}

export const START: Address = {
  doc: '',
  at: '',
  view: 'obligations',
  sort: 'text',
  filters: NO_FILTERS,
  selected: '',
  hidden: [],
  theme: '',
  language: '',
}

/** The address behind the #; what says nothing is left out. */
export function writeAddress(address: Address): string {
  const { filters } = address
  const fields: Readonly<Record<string, string>> = {
    doc: address.doc,
    at: address.at === address.doc ? '' : address.at,
    view: address.view === START.view ? '' : address.view,
    sort: address.sort === START.sort ? '' : address.sort,
    type: filters.types.join(','),
    body: filters.body,
    role: filters.role,
    after: filters.after,
    before: filters.before,
    has: filters.has,
    q: filters.text,
    sel: address.selected,
    hide: address.hidden.join(','),
    theme: address.theme,
    lang: address.language,
  }
  const filled = Object.entries(fields).filter(([, value]) => value !== '')
  return new URLSearchParams(filled).toString()
}

/** What an address asks for; values that mean nothing ask for nothing. */
export function readAddress(hash: string): Address {
  const fields = new URLSearchParams(hash.replace(/^#/, ''))
  const get = (name: string): string => fields.get(name) ?? ''
  const day = (name: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(get(name)) ? get(name) : '')
  return {
    doc: get('doc'),
    at: get('at') || get('doc'),
    view: oneOf(VIEWS, get('view')) ?? START.view,
    sort: oneOf(SORTS, get('sort')) ?? START.sort,
    filters: {
      text: get('q'),
      body: get('body'),
      role: oneOf(ROLES, get('role')) ?? '',
      types: someOf(TYPES, get('type')),
      after: day('after'),
      before: day('before'),
      has: oneOf(HAS, get('has')) ?? '',
    },
    selected: get('sel'),
    hidden: someOf(SWITCHES, get('hide')),
    theme: oneOf(THEMES, get('theme')) ?? '',
    language: oneOf(['en', 'zh'] as const, get('lang')) ?? '',
  }
}

const oneOf = <T extends string>(values: readonly T[], value: string): T | undefined =>
  values.find((item) => item === value)

function someOf<T extends string>(values: readonly T[], list: string): T[] {
  const asked = list.split(',')
  return values.filter((item) => asked.includes(item))
}
