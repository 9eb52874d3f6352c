import { fold } from '../source/fold.js'
import type { Assignee, Obligation, RegistryDocument, Role, Section } from '../generated/registry.js'
import { type Listed, listingOf } from '../registry/listing.js'

export const FEATURES = ['target', 'deadline', 'assignee'] as const
export type Feature = (typeof FEATURES)[number]

/** What is looked for. Every filter has to hold; of several values of one filter, any. */
export interface Filter {
  /** Part of a body's printed, canonical or current name; =NAME is the whole of one. */
  readonly body?: readonly string[]
  /** In this role: the same body that `body` finds. */
  readonly role?: readonly Role[]
  /** The main type or a further one. */
  readonly type?: readonly Obligation['type'][]
  /** A section's id, with those under it, or part of a heading on the way to the obligation. */
  readonly section?: readonly string[]
  /** Part of a document's id or title. */
  readonly document?: readonly string[]
  /** First and last day, both included, of the date of the obligation or of one of its targets. */
  readonly dueAfter?: string
  readonly dueBefore?: string
  readonly has?: readonly Feature[]
  readonly lacks?: readonly Feature[]
  readonly metric?: readonly string[]
  readonly text?: readonly string[]
}

/** An obligation that was found, and which of its bodies were asked for (all, where none was). */
export interface Match extends Listed {
  readonly assignees: readonly Assignee[]
}

type Test = (text: string) => boolean

/** The obligations of the documents that a filter finds, in their order. */
export function select(documents: readonly RegistryDocument[], filter: Filter): Match[] {
  const inDocument = anyOf(filter.document, containing)
  const inSection = anyOf(filter.section, sectionTest)
  const asked = bodyTest(filter)
  const metric = anyOf(filter.metric, containing)
  const text = anyOf(filter.text, containing)
  const found: Match[] = []
  for (const document of documents) {
    if (inDocument && !inDocument(document.id) && !inDocument(document.title ?? '')) continue
    for (const item of listingOf(document)) {
      const { obligation, path } = item
      const assignees = asked ? obligation.assignees.filter(asked) : obligation.assignees
      if (
        (asked === null || assignees.length > 0) &&
        hasType(obligation, filter.type) &&
        (inSection === null || inSection(path)) &&
        isDue(obligation, filter) &&
        (filter.has ?? []).every((feature) => has(obligation, feature)) &&
        !(filter.lacks ?? []).some((feature) => has(obligation, feature)) &&
        (metric === null || obligation.targets.some((target) => metric(target.metric))) &&
        (text === null || text(obligation.text))
      )
        found.push({ ...item, assignees })
    }
  }
  return found
}

/** A test that one of the values passes; null where there are none, which asks nothing. */
function anyOf<T>(
  values: readonly string[] | undefined,
  make: (value: string) => (item: T) => boolean,
): ((item: T) => boolean) | null {
  if (values === undefined || values.length === 0) return null
  const tests = values.map(make)
  return (item) => tests.some((test) => test(item))
}

/** （ and ( are the same, and so are upper and lower case. */
const plain = (text: string): string => fold(text).toLowerCase()

function containing(value: string): Test {
  const part = plain(value)
  return (text) => plain(text).includes(part)
}

/** =市质监局 is that body, 质监局 every one whose name holds it. */
function nameTest(value: string): Test {
  if (!value.startsWith('=') && !value.startsWith('＝')) return containing(value)
  const name = plain(value.slice(1))
  return (text) => plain(text) === name
}

function bodyTest({ body, role }: Filter): ((assignee: Assignee) => boolean) | null {
  const named = anyOf(body, nameTest)
  if (named === null && (role === undefined || role.length === 0)) return null
  return (assignee) => {
    if (role !== undefined && role.length > 0 && !role.includes(assignee.role)) return false
    const names = [assignee.name, assignee.canonical, assignee.current?.name]
    return named === null || names.some((name) => name != null && named(name))
  }
}

/** 2.1 is that section with all below it; 农产品 every section with that in its heading. */
function sectionTest(value: string): (path: readonly Section[]) => boolean {
  const inHeading = containing(value)
  const isId = /^(?:att\d+\/)?\d+(?:[.~\d]*\d)?$/.test(value)
  return (path) =>
    path.some(({ id, heading }) => id === value || (!isId && heading !== null && inHeading(heading)))
}

const hasType = ({ type, also }: Obligation, types: Filter['type']): boolean =>
  types === undefined || types.length === 0 || types.some((one) => one === type || also.includes(one))

function isDue({ due, targets }: Obligation, { dueAfter, dueBefore }: Filter): boolean {
  if (dueAfter === undefined && dueBefore === undefined) return true
  const dates = [due?.date ?? null, ...targets.map((target) => target.due)]
  return dates.some(
    (date) =>
      date !== null &&
      (dueAfter === undefined || date >= dueAfter) &&
      (dueBefore === undefined || date <= dueBefore),
  )
}

function has({ targets, deadlines, due, assignees }: Obligation, feature: Feature): boolean {
  switch (feature) {
    case 'target':
      return targets.length > 0
    case 'deadline':
      return deadlines.length > 0 || due !== null
    case 'assignee':
      return assignees.length > 0
  }
}
