import type { Deadline, RegistryDocument } from '../../generated/registry.js'

/** A time of a document with the obligations that it stands in or that its assignment covers. */
export interface TimedBy {
  readonly deadline: Deadline
  readonly obligations: readonly string[]
}

/** Every time of a document, in order of place. */
export function allDeadlines({ deadlines, sections, assignments, obligations }: RegistryDocument): TimedBy[] {
  const all: TimedBy[] = []
  const add = (list: readonly Deadline[], ids: readonly string[]): void => {
    for (const deadline of list) all.push({ deadline, obligations: ids })
  }
  add(deadlines, [])
  for (const section of sections) add(section.deadlines, [])
  for (const { deadlines: times, covers } of assignments) add(times, covers)
  for (const { deadlines: times, id } of obligations) add(times, [id])
  return all.sort((a, b) => a.deadline.span.start - b.deadline.span.start)
}
