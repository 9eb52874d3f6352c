import type { Section } from '../tree/nodes.js'
import type { AssignmentPlace, UnitPlace } from './flatten.js'

/** More label lines or brackets than any task has; without a bound, n lines over n units make n² references. */
const SHARED = 40

/** The units that an assignment governs: indices into the document's units, both included; empty where from > to. */
export interface Cover {
  readonly from: number
  readonly to: number
}

/**
 * What each assignment covers, by the annotation guide:
 *
 * 1. `clause`: its own unit; a cell of a table: its row, where it is merged its rows. `heading`: the units of its section.
 * 2. `parenthetical` and `line`: from behind the assignment before in the same innermost section, or behind that
 *    section's heading, to the unit before it; inside a unit, with that unit; in a heading, the whole section.
 * 3. All of a run of label lines cover the same units.
 * 4. One that closes an item whose numbered sub-items have none of their own covers all of those.
 * 5. A carry-over runs on to the end of the document.
 * 6. At most SHARED assignments cover the same several units; any further one covers no more than its own unit.
 */
export function coversOf(
  places: readonly UnitPlace[],
  assignments: readonly AssignmentPlace[],
): Map<AssignmentPlace, Cover> {
  const covers = new Map<AssignmentPlace, Cover>()
  const ranges = sectionRanges(places)
  const trailing = assignments.filter(
    ({ assignment: { style } }) => style === 'parenthetical' || style === 'line',
  )
  const owners = new Set(trailing.map(({ path }) => path.at(-1)))
  let previous: AssignmentPlace | null = null
  for (const place of assignments) {
    const { assignment, index, path } = place
    const section = path.at(-1)
    const range = section && ranges.get(section)
    if (assignment.rows !== undefined) {
      covers.set(place, { from: index, to: index + assignment.rows - 1 })
      previous = place
    } else if (assignment.style === 'clause') covers.set(place, { from: index, to: index })
    else if (assignment.style === 'heading' || (place.unit.label === 'H' && range)) {
      covers.set(place, { from: index + 1, to: range?.to ?? index })
    } else {
      covers.set(place, trailingCover(place, previous, covers, ranges, owners, places))
      previous = place
    }
  }
  return bounded(covers)
}

function bounded(covers: Map<AssignmentPlace, Cover>): Map<AssignmentPlace, Cover> {
  const count = new Map<number, number>()
  for (const [place, { from, to }] of covers) {
    if (to <= from) continue
    const sharing = (count.get(to) ?? 0) + 1
    count.set(to, sharing)
    if (sharing <= SHARED) continue
    const { index, unit } = place
    covers.set(place, { from: index, to: unit.label === 'A' ? index - 1 : index })
  }
  return covers
}

function trailingCover(
  place: AssignmentPlace,
  previous: AssignmentPlace | null,
  covers: ReadonlyMap<AssignmentPlace, Cover>,
  ranges: ReadonlyMap<Section, Cover>,
  owners: ReadonlySet<Section | undefined>,
  places: readonly UnitPlace[],
): Cover {
  const { index, path, unit, assignment } = place
  const alone = unit.label === 'A'
  const to = alone ? index - 1 : index
  const section = path.at(-1)
  if (previous && previous.path.at(-1) === section) {
    const before = covers.get(previous)
    const run =
      alone &&
      previous.index < index &&
      previous.assignment.rows === undefined &&
      !places.slice(previous.index + 1, index).some(isText)
    if (before && (run || (previous.index === index && assignment.style === previous.assignment.style))) {
      return assignment.carriesOn ? { from: before.from, to: places.length - 1 } : before
    }
  }
  let from = section ? (ranges.get(section)?.from ?? 0) : 0
  if (previous && previous.path.at(-1) === section) from = Math.max(from, previous.index + 1)
  else if (section) {
    const parent = path.at(-2)
    if (parent && closesParent(place, parent, owners, places)) from = ranges.get(parent)?.from ?? from
  }
  return { from, to: assignment.carriesOn ? places.length - 1 : to }
}

const isText = ({ unit }: UnitPlace): boolean => unit.label !== 'A' && unit.label !== 'H'

/** The last sub-item of several, none of which has an assignment of its own. */
function closesParent(
  { path, index, paragraph, unit }: AssignmentPlace,
  parent: Section,
  owners: ReadonlySet<Section | undefined>,
  places: readonly UnitPlace[],
): boolean {
  const section = path.at(-1) as Section
  const items = parent.children.filter((block): block is Section => block.type === 'section')
  if (items.length < 2 || items.at(-1) !== section) return false
  if (items.some((item) => item !== section && hasOwner(item, owners))) return false
  const ownLine = paragraph.children[0] === unit && paragraph.marker === null
  if (!ownLine && parent.level < 2) return false
  const next = places[index + 1]
  return !next || next.path.at(-1) !== section || next.unit.label === 'A'
}

const hasOwner = (section: Section, owners: ReadonlySet<Section | undefined>): boolean =>
  owners.has(section) || section.children.some((block) => block.type === 'section' && hasOwner(block, owners))

/** First unit behind the heading and last unit of every section, sub-sections included. */
function sectionRanges(places: readonly UnitPlace[]): Map<Section, Cover> {
  const ranges = new Map<Section, { from: number; to: number }>()
  for (const { path, index, unit, paragraph } of places) {
    for (const section of path) {
      const own = paragraph.marker !== null && section === path.at(-1) && unit.label === 'H'
      const range = ranges.get(section)
      if (!range) ranges.set(section, { from: own ? index + 1 : index, to: index })
      else range.to = index
    }
  }
  return ranges
}
