import type { Deadline } from '../generated/registry.js'
import type { Listed } from '../registry/listing.js'
import { firstOccurrence } from './ics-recurrence.js'

/** What becomes one to-do or event. Days are inclusive. */
export interface CalendarEntry {
  readonly kind: 'todo' | 'event'
  readonly start: string | null
  readonly end: string | null
  readonly rrule: string | null
}

/** The entries of one obligation: none where nothing is said about time. */
export function entriesOf(item: Listed): CalendarEntry[] {
  const { due, targets, deadlines } = item.obligation
  const entries = deadlines.flatMap((deadline) => entryOf(deadline, item))
  const dates = new Set([...(due ? [due.date] : []), ...targets.flatMap((target) => target.due ?? [])])
  const all = [...[...dates].sort().map(todo), ...entries]
  const known = new Map(all.map((entry) => [Object.values(entry).join(' '), entry]))
  return [...known.values()]
}

const todo = (end: string | null): CalendarEntry => ({ kind: 'todo', start: null, end, rrule: null })

function entryOf(deadline: Deadline, item: Listed): CalendarEntry[] {
  const { kind, start, end, rrule } = deadline
  if (kind === 'recurring' && rrule !== null) return [recurrence(rrule, deadline, item)]
  if (start !== null) return [{ kind: 'event', start, end, rrule: null }]
  return [todo(end)]
}

/** A recurrence runs from the date of issue, until the date that binds the obligation. */
function recurrence(
  rrule: string,
  { start, end }: Deadline,
  { document, obligation }: Listed,
): CalendarEntry {
  const from = start ?? document.issuedOn ?? document.publishedOn ?? document.effective.on
  const first = from === null ? null : firstOccurrence(rrule, from)
  const until = end ?? obligation.due?.date ?? document.effective.until
  if (first === null || (until !== null && until < first.day)) return todo(null)
  const limit = until === null ? '' : `;UNTIL=${until.replaceAll('-', '')}`
  return { kind: 'event', start: first.day, end: null, rrule: first.rrule + limit }
}
