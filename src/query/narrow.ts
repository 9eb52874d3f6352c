import type { Registry } from '../generated/registry.js'
import type { Match } from './filter.js'

/**
 * A registry of what was found: the documents that hold it, with those obligations alone and the assignments that
 * name somebody for them. The coverage stays that of the whole text.
 */
export function narrow(registry: Registry, matches: readonly Match[]): Registry {
  const documents = registry.documents.flatMap((document) => {
    const kept = new Set(
      matches.flatMap((match) => (match.document === document ? [match.obligation.id] : [])),
    )
    if (kept.size === 0) return []
    const obligations = document.obligations.filter(({ id }) => kept.has(id))
    const through = new Set(obligations.flatMap(({ assignees }) => assignees.map((item) => item.assignment)))
    const assignments = document.assignments
      .filter(({ id }) => through.has(id))
      .map((item) => ({ ...item, covers: item.covers.filter((id) => kept.has(id)) }))
    return [{ ...document, assignments, obligations }]
  })
  return { ...registry, documents }
}
