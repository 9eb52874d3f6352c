import type { Generator, Obligation, RegistryDocument, Section } from '../generated/registry.js'
import type { Filter, Match } from './filter.js'
import type { Group, Grouping } from './order.js'

/** What a query found, as `-f json` and `-f yaml` print it: schemas/query.schema.json. */
export interface QueryResult {
  readonly schemaVersion: '1.0'
  readonly generator: Generator
  readonly filter: FullFilter
  /** Obligations that were found, and how many there are. */
  readonly count: number
  readonly total: number
  readonly groupBy: Grouping | null
  readonly groups: readonly ResultGroup[] | null
  readonly obligations: readonly Found[]
}

/** A filter with its empty places. */
type FullFilter = {
  readonly [Name in keyof Filter]-?: Name extends 'dueAfter' | 'dueBefore'
    ? string | null
    : Exclude<Filter[Name], undefined>
}

interface ResultGroup {
  readonly key: string | null
  readonly count: number
  readonly obligations: readonly { readonly document: string; readonly id: string }[]
}

interface Found {
  readonly document: Pick<RegistryDocument, 'id' | 'title' | 'documentNumber' | 'issuedOn'>
  readonly path: readonly Pick<Section, 'id' | 'number' | 'heading'>[]
  readonly obligation: Obligation
}

interface Answer {
  readonly generator: Generator
  readonly filter: Filter
  readonly total: number
  readonly matches: readonly Match[]
  readonly groupBy: Grouping | null
  readonly groups: readonly Group[]
}

/** Each obligation once, in order; groups name theirs by document and id. */
export function queryResult({ generator, filter, total, matches, groupBy, groups }: Answer): QueryResult {
  return {
    schemaVersion: '1.0',
    generator,
    filter: full(filter),
    count: matches.length,
    total,
    groupBy,
    groups:
      groupBy === null
        ? null
        : groups.map((group) => ({
            key: group.key,
            count: group.matches.length,
            obligations: group.matches.map(({ document, obligation }) => ({
              document: document.id,
              id: obligation.id,
            })),
          })),
    obligations: matches.map(({ document, path, obligation }) => ({
      document: {
        id: document.id,
        title: document.title,
        documentNumber: document.documentNumber,
        issuedOn: document.issuedOn,
      },
      path: path.map(({ id, number, heading }) => ({ id, number, heading })),
      obligation,
    })),
  }
}

const full = (filter: Filter): FullFilter => ({
  body: filter.body ?? [],
  role: filter.role ?? [],
  type: filter.type ?? [],
  section: filter.section ?? [],
  document: filter.document ?? [],
  dueAfter: filter.dueAfter ?? null,
  dueBefore: filter.dueBefore ?? null,
  has: filter.has ?? [],
  lacks: filter.lacks ?? [],
  metric: filter.metric ?? [],
  text: filter.text ?? [],
})
