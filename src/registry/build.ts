import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Assignee, Citation, Obligation, RegistryDocument, Source } from '../generated/registry.js'
import type { Lexicon } from '../grammar/index.js'
import type { SourceText } from '../source/source-text.js'
import type { Span, SpanSet } from '../source/span.js'
import type { Policy, Target, Unit } from '../tree/nodes.js'
import { Assignees, distinct } from './assignees.js'
import { coversOf } from './scope.js'
import { assignedDates } from './assigned-dates.js'
import { diagnosticEntries } from './diagnostic-entries.js'
import { documentId } from './failed.js'
import { type DueDate, dueDates, type UnitDue } from './due.js'
import { assignmentEntry, citationEntry, deadlineEntry, targetEntry } from './entries.js'
import { assignmentPlaces, factsOf, sectionsOf, type UnitPlace, unitPlaces } from './flatten.js'
import { namesOf } from './names/names.js'
import { spanOf } from './span-of.js'

export interface Found {
  readonly source: SourceText
  readonly tree: Policy
  readonly lexicon: Lexicon
  readonly diagnostics: readonly Diagnostic[]
  readonly cues: { readonly cues: number; readonly unread: number }
  /** The year that the title of a yearly plan names. */
  readonly titleYear: number | null
  readonly effective: { on: string | null; until: string | null }
  /** Numbers that the file format generated. */
  readonly computed: SpanSet<Span>
}

/**
 * Annotated tree → registry document.
 *
 * 1. One obligation for each unit that binds, in document order; its id is its section and its ordinal there.
 * 2. Every id that is mentioned exists; every list of the schema is there, if empty.
 * 3. What an obligation inherits (assignees, due dates) names what it came through.
 */
export function buildDocument(found: Found, origin: Source): RegistryDocument {
  const { source, tree } = found
  const places = unitPlaces(tree)
  const assigned = assignmentPlaces(places)
  const covers = coversOf(places, assigned)
  const ids = obligationIds(places)
  const due = dueDates(places, assignedDates(places, assigned, covers), found.titleYear)
  const names = namesOf(
    source,
    tree.frontMatter,
    assigned.map(({ assignment }) => assignment),
    found.lexicon,
  )

  const assignees = new Assignees(names)
  const assignments = assigned.map((place, at) => {
    const cover = covers.get(place) ?? { from: 0, to: -1 }
    const id = `a${at + 1}`
    const covered: string[] = []
    const bodies = distinct(place.assignment)
    for (let index = cover.from; index <= cover.to; index++) {
      const obligation = ids.get(index)
      if (obligation === undefined) continue
      covered.push(obligation)
      assignees.add(index, bodies, id)
    }
    return assignmentEntry(source, place.assignment, names, id, place.path.at(-1)?.id ?? null, covered)
  })

  const obligations: Obligation[] = []
  const citations: Citation[] = []
  for (const place of places) {
    const { unit, index } = place
    for (const citation of factsOf(unit, 'citation')) citations.push(citationEntry(source, citation))
    const id = ids.get(index)
    if (id === undefined) continue
    obligations.push(obligationEntry(source, place, id, assignees.of(index), due[index] as UnitDue))
  }
  const loose = looseDeadlines(places)
  return {
    id: documentId(origin.path),
    source: origin,
    ...tree.frontMatter,
    citations,
    sections: sectionsOf(tree).map((section) => ({
      id: section.id,
      number: section.number,
      computed: found.computed.touches({ start: section.start, end: section.start + section.number.length }),
      level: section.level,
      heading: section.heading,
      deadlines: (loose.get(section.id) ?? []).map((deadline) => deadlineEntry(source, deadline)),
      span: spanOf(source, section.title),
    })),
    assignments,
    obligations,
    diagnostics: diagnosticEntries(source, found.diagnostics),
    deadlines: (loose.get(null) ?? []).map((deadline) => deadlineEntry(source, deadline)),
    effective: found.effective,
    coverage: {
      units: countUnits(tree),
      body: places.length,
      obligations: obligations.length,
      cues: found.cues.cues,
      cuesUnread: found.cues.unread,
    },
  }
}

const binds = ({ label }: Unit): boolean => label !== 'X' && label !== 'H' && label !== 'A' && label !== 'N'

function obligationIds(places: readonly UnitPlace[]): Map<number, string> {
  const ids = new Map<number, string>()
  const counts = new Map<string, number>()
  for (const { unit, path, index } of places) {
    if (!binds(unit)) continue
    const section = path.at(-1)?.id ?? '0'
    const ordinal = (counts.get(section) ?? 0) + 1
    counts.set(section, ordinal)
    ids.set(index, `${section}-${ordinal}`)
  }
  return ids
}

function obligationEntry(
  source: SourceText,
  { unit, path }: UnitPlace,
  id: string,
  assignees: Assignee[],
  due: UnitDue,
): Obligation {
  const date = due.unit
  return {
    id,
    section: path.at(-1)?.id ?? null,
    type: unit.label as Obligation['type'],
    also: unit.also,
    text: source.slice(unit),
    assignees,
    targets: factsOf(unit, 'target').map((target) =>
      targetEntry(source, target, columnDue(target) ?? due.at(target.at ?? target.start)),
    ),
    deadlines: factsOf(unit, 'deadline').map((deadline) => deadlineEntry(source, deadline)),
    due: date?.date ? { date: date.date, basis: date.basis } : null,
    span: spanOf(source, unit),
  }
}

/** The year in the head of a target's column. */
const columnDue = ({ due }: Target): DueDate | null => (due ? { date: due, basis: 'section' } : null)

/** Times that bind no obligation, by the section they stand in. */
function looseDeadlines(places: readonly UnitPlace[]) {
  const loose = new Map<string | null, Parameters<typeof deadlineEntry>[1][]>()
  for (const { unit, path } of places) {
    if (binds(unit)) continue
    const key = path.at(-1)?.id ?? null
    for (const fact of unit.children) {
      if (fact.type !== 'deadline') continue
      const list = loose.get(key)
      if (list) list.push(fact)
      else loose.set(key, [fact])
    }
  }
  return loose
}

function countUnits(tree: Policy): number {
  let count = 0
  const visit = (blocks: Policy['children']): void => {
    for (const block of blocks) {
      if (block.type === 'section') visit(block.children)
      else count += block.children.length
    }
  }
  visit(tree.children)
  return count
}
