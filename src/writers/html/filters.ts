import type { ObligationType } from '../../generated/registry.js'
import { type PageBody, type PageDocument, type PageObligation, quote } from './model.js'

export const TYPES = ['action', 'outcome', 'prohibition', 'encouragement', 'permission'] as const
export const ROLES = ['lead', 'responsible', 'support'] as const
export const HAS = ['target', 'deadline', 'body', 'no-body', 'no-date'] as const

export type Has = (typeof HAS)[number]

/** What is asked for; an empty string, list or null asks for nothing. */
export interface Filters {
  /** Words that all stand in the text, the id or a metric. */
  readonly text: string
  /** Part of a body's printed, canonical or current name; `=NAME` exactly. */
  readonly body: string
  readonly role: '' | (typeof ROLES)[number]
  /** Main or further types, any of them. */
  readonly types: readonly ObligationType[]
  /** Due on this day or later. */
  readonly after: string
  /** Due on this day or earlier. */
  readonly before: string
  readonly has: '' | Has
}

export const NO_FILTERS: Filters = { text: '', body: '', role: '', types: [], after: '', before: '', has: '' }

/** An obligation with its document. */
export interface Row {
  readonly document: PageDocument
  /** Index of the document on the page. */
  readonly at: number
  readonly obligation: PageObligation
  readonly index: number
}

export const isFiltered = (filters: Filters): boolean =>
  Object.values(filters).some((value: string | readonly string[]) => value.length > 0)

/** The rows that fit every filter, in their order. */
export function select(rows: readonly Row[], filters: Filters): Row[] {
  const words = fold(filters.text).split(/\s+/).filter(Boolean)
  const bodies = bodyTest(filters.body)
  return rows.filter(
    (row) =>
      fitsType(row.obligation, filters.types) &&
      fitsBody(row, bodies, filters.role) &&
      fitsDue(row.obligation, filters) &&
      fitsHas(row.obligation, filters.has) &&
      words.every((word) => searchText(row).includes(word)),
  )
}

const fitsType = ({ type, also }: PageObligation, types: readonly ObligationType[]): boolean =>
  types.length === 0 || types.includes(type) || also.some((other) => types.includes(other))

type BodyTest = ((body: PageBody) => boolean) | null

function bodyTest(asked: string): BodyTest {
  const exact = asked.startsWith('=')
  const name = fold(exact ? asked.slice(1) : asked).trim()
  if (name === '') return null
  return (body) => namesOf(body).some((other) => (exact ? fold(other) === name : fold(other).includes(name)))
}

/** The names that a body goes by. */
export const namesOf = ({ name, canonical, current }: PageBody): string[] =>
  [name, canonical, current?.name].filter((item): item is string => typeof item === 'string')

function fitsBody({ document, obligation }: Row, test: BodyTest, role: Filters['role']): boolean {
  if (!test && role === '') return true
  return obligation.assignees.some(
    (item) =>
      (role === '' || item.role === role) &&
      (!test || test(document.bodies[item.body] ?? { name: '', canonical: null, current: null })),
  )
}

/** The days by which an obligation or a part of it is due, each once. */
export const datesOf = ({ due, targets, deadlines }: PageObligation): string[] => [
  ...new Set(
    [due?.date, ...targets.map((target) => target.due), ...deadlines.map(({ end }) => end)].filter(
      (date): date is string => typeof date === 'string',
    ),
  ),
]

function fitsDue(obligation: PageObligation, { after, before }: Filters): boolean {
  if (after === '' && before === '') return true
  return datesOf(obligation).some((date) => date >= after && (before === '' || date <= before))
}

function fitsHas(obligation: PageObligation, has: Filters['has']): boolean {
  switch (has) {
    case '':
      return true
    case 'target':
      return obligation.targets.length > 0
    case 'deadline':
      return obligation.deadlines.length > 0 || obligation.due !== null
    case 'body':
      return obligation.assignees.length > 0
    case 'no-body':
      return obligation.assignees.length === 0
    case 'no-date':
      return datesOf(obligation).length === 0 && obligation.deadlines.length === 0
  }
}

const searched = new WeakMap<PageObligation, string>()

/** The folded words of an obligation that a search looks at. */
function searchText({ document, obligation }: Row): string {
  let text = searched.get(obligation)
  if (text === undefined) {
    const metrics = obligation.targets.map(({ metric }) => metric)
    text = fold([obligation.id, quote(document, obligation.at), ...metrics].join('\n'))
    searched.set(obligation, text)
  }
  return text
}

/** Width and case do not matter. */
const fold = (text: string): string => text.normalize('NFKC').toLowerCase()
