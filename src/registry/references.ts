import type { Deadline, Registry, RegistryDocument } from '../generated/registry.js'
import type { Problems } from './problems.js'
import { deadlinesOf, placedOf } from './walk.js'

/**
 * What holds of a registry beyond its shape:
 *
 * 1. Ids are unique, and every id that is named is the id of something in the same document.
 * 2. Spans lie in the text; a quote is as long as its span; what stands in an obligation lies inside it.
 * 3. A date stands with its basis, a deadline has what its kind needs, and counts are those of what is counted.
 */
export function checkReferences(registry: Registry, problems: Problems): void {
  const documents = registry.documents.map(({ id }, i) => ({ id, path: `documents[${i}]` }))
  unique(documents, '', problems)
  for (const [i, document] of registry.documents.entries()) {
    const base = `documents[${i}].`
    checkIds(document, base, problems)
    checkSpans(document, base, problems)
    checkValues(document, base, problems)
  }
}

function checkIds(document: RegistryDocument, base: string, problems: Problems): void {
  const named = (kind: 'sections' | 'assignments' | 'obligations'): { id: string; path: string }[] =>
    document[kind].map(({ id }, i) => ({ id, path: `${kind}[${i}]` }))
  const sections = unique(named('sections'), base, problems)
  const assignments = unique(named('assignments'), base, problems)
  const obligations = unique(named('obligations'), base, problems)
  const resolve = (known: ReadonlySet<string>, id: string | null, kind: string, path: string): void => {
    if (id !== null && !known.has(id)) problems.add(base + path, 'unresolved', { kind, id })
  }
  const covered = new Map<string, ReadonlySet<string>>()
  for (const [i, item] of document.assignments.entries()) {
    resolve(sections, item.section, 'section', `assignments[${i}].section`)
    for (const [j, id] of item.covers.entries())
      resolve(obligations, id, 'obligation', `assignments[${i}].covers[${j}]`)
    covered.set(item.id, new Set(item.covers))
  }
  for (const [i, item] of document.obligations.entries()) {
    resolve(sections, item.section, 'section', `obligations[${i}].section`)
    for (const [j, { assignment }] of item.assignees.entries()) {
      const path = `obligations[${i}].assignees[${j}].assignment`
      resolve(assignments, assignment, 'assignment', path)
      if (covered.get(assignment)?.has(item.id) === false)
        problems.add(base + path, 'uncovered', { id: assignment })
    }
  }
}

function unique(
  items: readonly { id: string; path: string }[],
  base: string,
  problems: Problems,
): Set<string> {
  const first = new Map<string, string>()
  for (const { id, path } of items) {
    const other = first.get(id)
    if (other === undefined) first.set(id, path)
    else problems.add(`${base}${path}.id`, 'duplicate', { id, other })
  }
  return new Set(first.keys())
}

function checkSpans(document: RegistryDocument, base: string, problems: Problems): void {
  const { length } = document.source
  for (const { path, span, text, outer } of placedOf(document)) {
    const at = `${base}${path}.span`
    if (span.end < span.start) problems.add(at, 'reversed')
    else if (span.end > length) problems.add(at, 'outside', { outer: `source.length (${length})` })
    else if (text !== null && text.length !== span.end - span.start) {
      problems.add(at, 'length', { actual: text.length, expected: span.end - span.start })
    } else if (outer && (span.start < outer.span.start || span.end > outer.span.end)) {
      problems.add(at, 'outside', { outer: outer.path })
    }
  }
}

function checkValues(document: RegistryDocument, base: string, problems: Problems): void {
  for (const { path, deadline } of deadlinesOf(document)) {
    const needed = missingOf(deadline)
    if (needed) problems.add(base + path, 'kind', { kind: deadline.kind, name: needed })
    if (deadline.start !== null && deadline.end !== null && deadline.start > deadline.end) {
      problems.add(base + path, 'order')
    }
  }
  for (const [i, { targets }] of document.obligations.entries()) {
    for (const [j, { due, dueBasis }] of targets.entries()) {
      if ((due === null) !== (dueBasis === null))
        problems.add(`${base}obligations[${i}].targets[${j}]`, 'basis')
    }
  }
  const { coverage, obligations } = document
  if (coverage.obligations !== obligations.length) {
    const values = { name: 'obligations', actual: coverage.obligations, expected: obligations.length }
    problems.add(`${base}coverage.obligations`, 'count', values)
  }
  if (coverage.body > coverage.units)
    problems.add(`${base}coverage.body`, 'outside', { outer: 'coverage.units' })
  if (coverage.cuesUnread > coverage.cues)
    problems.add(`${base}coverage.cuesUnread`, 'outside', { outer: 'coverage.cues' })
}

/** What a deadline of its kind cannot be without; `by` and `period` lack their days where 今年 has no date to count from. */
function missingOf({ kind, rrule, duration }: Deadline): string | null {
  if (kind === 'recurring') return rrule === null ? 'rrule' : null
  if (kind === 'relative') return duration === null ? 'duration' : null
  return null
}
