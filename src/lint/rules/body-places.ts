import type { Assignment, RegistryDocument } from '../../generated/registry.js'
import { fold } from '../../source/fold.js'
import type { Place } from '../rule.js'

/** One body where an assignment names it. */
export interface NamedBody {
  readonly name: string
  /** The folded name in full. */
  readonly full: string
  readonly span: Place
  readonly obligations: readonly string[]
}

/** Every name of a body in the assignments of a document, in order. */
export function namedBodies({ assignments }: RegistryDocument): NamedBody[] {
  return assignments.flatMap((assignment) =>
    assignment.bodies.map(({ name, canonical }) => ({
      name,
      full: fold(canonical ?? name),
      span: placeOf(name, assignment),
      obligations: assignment.covers,
    })),
  )
}

/** A name that shares its tail with others (金融、保险部门) stands nowhere as a whole; then the assignment is its place. */
function placeOf(name: string, { text, span }: Assignment): Place {
  const at = text.indexOf(name)
  if (at < 0) return span
  const start = span.start + at
  return { start, end: start + name.length, page: span.page }
}
