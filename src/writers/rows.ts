import { type Listed, listingOf } from '../registry/listing.js'
import type { Role, Target } from '../generated/registry.js'
import { sectionText } from './cells.js'
import type { Writer } from './writer.js'

/** One obligation as a flat record; schemas/row.schema.json says what each field means. */
export type Row = ReturnType<typeof rowOf>

/** Lists hold words or flat records, and every field has one type, so that a table can be read from the lines. */
export function rowOf({ document, assignments, path, obligation }: Listed) {
  const { span, due, assignees } = obligation
  const named = (role: Role): string[] => [
    ...new Set(assignees.filter((item) => item.role === role).map(({ name }) => name)),
  ]
  return {
    document: document.id,
    title: document.title,
    documentNumber: document.documentNumber,
    issuers: document.issuers,
    issuedOn: document.issuedOn,
    id: obligation.id,
    section: obligation.section,
    sectionPath: sectionText(path),
    type: obligation.type,
    also: obligation.also,
    text: obligation.text,
    lead: named('lead'),
    responsible: named('responsible'),
    support: named('support'),
    openEnded: assignments.some(({ openEnded }) => openEnded),
    bodies: assignees.map(({ name, role, canonical, current }) => ({
      name,
      role,
      canonical,
      current: current?.name ?? null,
    })),
    due: due?.date ?? null,
    dueBasis: due?.basis ?? null,
    targets: obligation.targets.map(flatTarget),
    deadlines: obligation.deadlines.map(({ kind, start, end, rrule, duration, text }) => ({
      kind,
      start,
      end,
      rrule,
      duration,
      text,
    })),
    path: document.source.path,
    line: span.line,
    column: span.column,
    page: span.page,
    start: span.start,
    end: span.end,
  }
}

const flatTarget = ({ metric, comparator, value, unit, due, text }: Target) => ({
  metric,
  comparator,
  value: Array.isArray(value) ? value[0] : value,
  high: Array.isArray(value) ? value[1] : null,
  unit,
  due,
  text,
})

/** A line an obligation. */
export const rowLines = (items: readonly Listed[]): string =>
  items.map((item) => `${JSON.stringify(rowOf(item))}\n`).join('')

/** One obligation a line, for jq, DuckDB and whatever else reads lines of JSON. */
export const rows: Writer = {
  begin: () => '',
  before: () => '',
  document: (document) => rowLines(listingOf(document)),
  end: () => '',
}
