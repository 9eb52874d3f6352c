import type { Obligation } from '../generated/registry.js'
import type { Match } from './filter.js'

export const SORTS = ['document', 'due', 'type', 'body', 'targets'] as const
export type Sort = (typeof SORTS)[number]

export const GROUPINGS = ['body', 'section', 'type', 'due-year', 'document'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** Matches that share something; the key is null for those that have nothing of the kind. */
export interface Group {
  readonly key: string | null
  readonly matches: readonly Match[]
}

export const TYPES = [
  'action',
  'outcome',
  'prohibition',
  'encouragement',
  'permission',
] as const satisfies readonly Obligation['type'][]

/** The matches in order; those that have nothing to be ordered by come last either way. */
export function sorted(matches: readonly Match[], by: Sort, reverse = false): Match[] {
  if (by === 'document') return reverse ? matches.toReversed() : [...matches]
  const keyed = matches.map((match) => ({ match, key: KEYS[by](match) }))
  const sign = reverse ? -1 : 1
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
    return a.key === b.key ? 0 : a.key < b.key ? -sign : sign
  })
  return keyed.map(({ match }) => match)
}

const KEYS: Readonly<Record<Exclude<Sort, 'document'>, (match: Match) => string | number | null>> = {
  due: ({ obligation }) => obligation.due?.date ?? null,
  type: ({ obligation }) => TYPES.indexOf(obligation.type),
  body: ({ assignees }) => assignees[0]?.name ?? null,
  targets: ({ obligation }) => -obligation.targets.length,
}

/**
 * The matches in groups. Bodies come by how much they have to do, years by the calendar, the rest as in the documents;
 * an obligation of several bodies stands with each.
 */
export function grouped(matches: readonly Match[], by: Grouping): Group[] {
  const groups = new Map<string | null, Match[]>()
  const several = new Set(matches.map(({ document }) => document)).size > 1
  for (const match of matches) {
    for (const key of new Set(keysOf(match, by, several))) {
      const group = groups.get(key)
      if (group) group.push(match)
      else groups.set(key, [match])
    }
  }
  const list = [...groups].map(([key, items]) => ({ key, matches: items }))
  return list.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
    if (by === 'body') return b.matches.length - a.matches.length
    if (by === 'due-year') return a.key < b.key ? -1 : 1
    return by === 'type' ? indexOf(a) - indexOf(b) : 0
  })
}

const indexOf = ({ key }: Group): number => TYPES.findIndex((type) => type === key)

function keysOf(
  { document, path, obligation, assignees }: Match,
  by: Grouping,
  several: boolean,
): (string | null)[] {
  const title = document.title ?? document.id
  switch (by) {
    case 'body':
      return assignees.length === 0 ? [null] : assignees.map(({ name }) => name)
    case 'section': {
      const names = path.map(({ number, heading }) => number + (heading ?? ''))
      return [path.length === 0 ? null : (several ? [title, ...names] : names).join(' › ')]
    }
    case 'type':
      return [obligation.type]
    case 'due-year':
      return [obligation.due?.date.slice(0, 4) ?? null]
    case 'document':
      return [title]
  }
}
