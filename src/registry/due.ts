import type { DueBasis } from '../generated/registry.js'
import type { Deadline, Section, Unit } from '../tree/nodes.js'
import { factsOf, type UnitPlace } from './flatten.js'

export interface DueDate {
  /** ISO date; null where the time that governs names no end (从2024年起). */
  readonly date: string | null
  readonly basis: DueBasis
}

/** What governs the figures and the duty of one unit. */
export interface UnitDue {
  /** The date for a fact that begins at `offset`. */
  at(offset: number): DueDate | null
  readonly unit: DueDate | null
}

/** Whether a time says by when; recurrences and short durations do not. 五年内: not by the date before it. */
const governs = ({ kind, duration }: Deadline): boolean =>
  kind === 'by' || kind === 'period' || (kind === 'relative' && /^P\d+Y$/.test(duration ?? ''))

/** 春节前: a time without a date leaves what comes after it to the others. */
const isUndated = ({ kind, until }: Deadline): boolean => kind === 'by' && until === null

/**
 * The due date of every unit, by the annotation guide's order: its own sentence, an earlier sentence of the paragraph,
 * a lead-in that ends in ：, the 完成时限 of the covering assignment, the period in a heading, the year of the title.
 */
export function dueDates(
  places: readonly UnitPlace[],
  byAssignment: ReadonlyMap<number, string>,
  documentYear: number | null,
): UnitDue[] {
  const leadIns = new Map<Section | null, Deadline>()
  const headings = new Map<Section, Deadline | null>()
  const periodOf = (section: Section): Deadline | null => {
    let period = headings.get(section)
    if (period === undefined) headings.set(section, (period = headingTime(section)))
    return period
  }
  let paragraph: UnitPlace['paragraph'] | null = null
  let carried: Deadline | null = null
  return places.map((place) => {
    const { unit, path } = place
    if (place.paragraph !== paragraph) {
      paragraph = place.paragraph
      carried = null
    }
    const own = timesOf(unit)
    const governing = carried !== null
    const inherited = carried
      ? { date: carried.until, basis: 'paragraph' as const }
      : (unit.due ?? leadIn(leadIns, path) ?? outer(place, byAssignment, documentYear, periodOf))
    const last = own.at(-1)
    if (last && unit.label !== 'H' && !isUndated(last)) carried = last
    if (last && endsInColon(place)) leadIns.set(path.at(-1) ?? null, last)
    const stated = (time: Deadline): DueDate => ({ date: time.until, basis: 'stated' })
    // 累计完成1.2万户,其中2024年、2025年分别完成…: the first of several times does not go for what stands before
    const before =
      own.length > 1 && governing ? inherited : last && stated(own.length > 1 ? last : (own[0] as Deadline))
    return {
      at: (offset) => {
        if (own.length === 0) return inherited
        const time = own.findLast(({ start }) => start <= offset)
        return time ? stated(time) : (before ?? null)
      },
      unit: last ? stated(last) : inherited,
    }
  })
}

const NO_TIMES: readonly Deadline[] = []

const timesOf = (unit: Unit): readonly Deadline[] =>
  unit.children.length === 0 ? NO_TIMES : factsOf(unit, 'deadline').filter(governs)

const endsInColon = ({ unit, paragraph }: UnitPlace): boolean =>
  unit.leadsIn && paragraph.children.at(-1) === unit

function leadIn(leadIns: ReadonlyMap<Section | null, Deadline>, path: readonly Section[]): DueDate | null {
  if (leadIns.size === 0) return null
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const found = leadIns.get(path[depth] as Section)
    if (found) return { date: found.until, basis: 'lead-in' }
  }
  return null
}

function outer(
  { index, path }: UnitPlace,
  byAssignment: ReadonlyMap<number, string>,
  documentYear: number | null,
  periodOf: (section: Section) => Deadline | null,
): DueDate | null {
  const assigned = byAssignment.get(index)
  if (assigned) return { date: assigned, basis: 'assignment' }
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const heading = periodOf(path[depth] as Section)
    if (heading) return { date: heading.until, basis: 'section' }
  }
  return documentYear === null ? null : { date: `${documentYear}-12-31`, basis: 'document' }
}

function headingTime(section: Section): Deadline | null {
  const first = section.children[0]
  const unit = first?.type === 'paragraph' ? first.children[0] : undefined
  return unit?.label === 'H' ? (timesOf(unit).at(-1) ?? null) : null
}
