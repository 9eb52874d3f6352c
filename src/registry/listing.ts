import type { Assignment, Obligation, RegistryDocument, Section } from '../generated/registry.js'

/** An obligation with what surrounds it: what a line of a table or an entry of a calendar is made from. */
export interface Listed {
  readonly document: RegistryDocument
  /** The assignments through which it binds somebody. */
  readonly assignments: readonly Assignment[]
  /** The sections that it stands in, from the outermost; empty before the first. */
  readonly path: readonly Section[]
  readonly obligation: Obligation
}

/** The obligations of a document, in its order. */
export function listingOf(document: RegistryDocument): Listed[] {
  const paths = pathsOf(document.sections)
  const assignments = new Map(document.assignments.map((item) => [item.id, item]))
  return document.obligations.map((obligation) => ({
    document,
    assignments: [...new Set(obligation.assignees.map(({ assignment }) => assignment))].flatMap(
      (id) => assignments.get(id) ?? [],
    ),
    path: (obligation.section === null ? undefined : paths.get(obligation.section)) ?? [],
    obligation,
  }))
}

/** The way to each section by id: a section lies in the last one before it that has a lower level. */
function pathsOf(sections: readonly Section[]): Map<string, readonly Section[]> {
  const paths = new Map<string, readonly Section[]>()
  let open: Section[] = []
  for (const section of sections) {
    open = [...open.filter(({ level }) => level < section.level), section]
    paths.set(section.id, open)
  }
  return paths
}
