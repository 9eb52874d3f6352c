import type { Registry, RegistryDocument } from '../generated/registry.js'
import type { Match } from './filter.js'

/**
 * A registry of what was found: the documents that hold it, with those obligations alone and the assignments that
 * name somebody for them. The coverage stays that of the whole text.
 */
export function narrow(registry: Registry, matches: readonly Match[]): Registry {
  const found = new Map<RegistryDocument, Set<string>>()
  for (const { document, obligation } of matches) {
    const ids = found.get(document)
    if (ids) ids.add(obligation.id)
    else found.set(document, new Set([obligation.id]))
  }
  const documents = registry.documents.flatMap((document) => {
    const kept = found.get(document)
    if (!kept) return []
    const obligations = document.obligations.filter(({ id }) => kept.has(id))
    const through = new Set(obligations.flatMap(({ assignees }) => assignees.map((item) => item.assignment)))
    const assignments = document.assignments
      .filter(({ id }) => through.has(id))
      .map((item) => ({ ...item, covers: item.covers.filter((id) => kept.has(id)) }))
    return [{ ...document, assignments, obligations }]
  })
  return { ...registry, documents }
}
