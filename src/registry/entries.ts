import type * as Registry from '../generated/registry.js'
import type { SourceText } from '../source/source-text.js'
import type { Assignment, Body, Citation, Deadline, Target } from '../tree/nodes.js'
import type { DueDate } from './due.js'
import type { BodyNames } from './names/names.js'
import { spanOf } from './span-of.js'

export const citationEntry = (source: SourceText, citation: Citation): Registry.Citation => ({
  title: citation.title,
  documentNumber: citation.documentNumber,
  role: citation.role,
  span: spanOf(source, citation),
})

function bodyEntry(body: Body, names: BodyNames): Registry.Body {
  const { canonical = null, current = null } = names.get(body) ?? {}
  return { name: body.name, role: body.role, canonical, current }
}

/** Written out: a registry holds thousands, and spreading is slow. */
export function assigneeEntry(body: Body, names: BodyNames, assignment: string): Registry.Assignee {
  const { canonical = null, current = null } = names.get(body) ?? {}
  return { name: body.name, role: body.role, canonical, current, assignment }
}

export const deadlineEntry = (source: SourceText, deadline: Deadline): Registry.Deadline => ({
  kind: deadline.kind,
  start: deadline.from,
  end: deadline.until,
  rrule: deadline.rrule,
  duration: deadline.duration,
  dayType: deadline.dayType,
  from: deadline.runsFrom,
  precision: deadline.precision,
  text: source.slice(deadline),
  span: spanOf(source, deadline),
})

export const assignmentEntry = (
  source: SourceText,
  assignment: Assignment,
  names: BodyNames,
  id: string,
  section: string | null,
  covers: string[],
): Registry.Assignment => ({
  id,
  section,
  style: assignment.style,
  text: source.slice(assignment),
  bodies: assignment.bodies.map((body) => bodyEntry(body, names)),
  openEnded: assignment.openEnded,
  covers,
  deadlines: assignment.deadlines.map((deadline) => deadlineEntry(source, deadline)),
  span: spanOf(source, assignment),
})

export const targetEntry = (source: SourceText, target: Target, due: DueDate | null): Registry.Target => ({
  metric: target.metric,
  comparator: target.comparator,
  value: target.value,
  unit: target.unit,
  bound: target.bound,
  from: target.from,
  to: target.to,
  due: due?.date ?? null,
  dueBasis: due?.date ? due.basis : null,
  text: source.slice(target),
  span: spanOf(source, target),
})
