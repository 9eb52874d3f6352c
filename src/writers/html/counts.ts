import type { Role } from '../../generated/registry.js'
import { datesOf, namesOf, type Row } from './filters.js'
import type { PageDeadline } from './model.js'

/** How many obligations a body has, by its strongest role in each. */
export interface BodyCount {
  readonly name: string
  readonly others: readonly string[]
  readonly lead: number
  readonly responsible: number
  readonly support: number
  readonly total: number
}

const STRENGTH: Readonly<Record<Role, number>> = { lead: 2, responsible: 1, support: 0 }

/** Bodies by the number of their obligations. Names of one document are as printed, of several in full. */
export function countBodies(rows: readonly Row[]): BodyCount[] {
  const several = rows.some(({ at }) => at !== rows[0]?.at)
  const counts = new Map<string, Record<Role, number> & { others: Set<string> }>()
  for (const { document, obligation } of rows) {
    const roles = new Map<string, Role>()
    for (const { body, role } of obligation.assignees) {
      const names = document.bodies[body]
      if (!names) continue
      const name = (several ? names.canonical : null) ?? names.name
      const known = roles.get(name)
      if (known === undefined || STRENGTH[known] < STRENGTH[role]) roles.set(name, role)
      let count = counts.get(name)
      if (!count) counts.set(name, (count = { lead: 0, responsible: 0, support: 0, others: new Set() }))
      for (const other of namesOf(names)) if (other !== name) count.others.add(other)
    }
    for (const [name, role] of roles) {
      const count = counts.get(name)
      if (count) count[role]++
    }
  }
  return [...counts]
    .map(([name, { others, ...roles }]) => ({
      name,
      others: [...others],
      ...roles,
      total: roles.lead + roles.responsible + roles.support,
    }))
    .sort((a, b) => b.total - a.total || b.lead - a.lead || (a.name < b.name ? -1 : 1))
}

/** A day with the rows that are due on it. */
export interface DateCount {
  readonly date: string
  readonly rows: readonly Row[]
}

export function countDates(rows: readonly Row[]): DateCount[] {
  const days = new Map<string, Row[]>()
  for (const row of rows) {
    for (const date of datesOf(row.obligation)) {
      const list = days.get(date)
      if (list) list.push(row)
      else days.set(date, [row])
    }
  }
  return [...days].map(([date, list]) => ({ date, rows: list })).sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** A time in a row. */
export interface Timed {
  readonly row: Row
  readonly deadline: PageDeadline
}

/** Stretches of time with a beginning and an end, each once, with the first row that names it. */
export function periodsOf(rows: readonly Row[]): (Timed & { readonly count: number })[] {
  const found = new Map<string, Timed & { count: number }>()
  for (const row of rows) {
    for (const deadline of row.obligation.deadlines) {
      if (deadline.kind !== 'period' || deadline.start === null || deadline.end === null) continue
      const key = `${deadline.start}/${deadline.end}`
      const known = found.get(key)
      if (known) known.count++
      else found.set(key, { row, deadline, count: 1 })
    }
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, period]) => period)
}

/** Times that name no day: what recurs, and what runs from an event. */
export const undated = (rows: readonly Row[]): Timed[] =>
  rows.flatMap((row) =>
    row.obligation.deadlines
      .filter(({ kind, end }) => end === null && (kind === 'recurring' || kind === 'relative'))
      .map((deadline) => ({ row, deadline })),
  )
