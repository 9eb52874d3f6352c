import type { Span } from '../../source/span.js'
import type { Assignment, Body } from '../../tree/nodes.js'
import type { FactContext } from '../context.js'
import { readList } from './body-list.js'
import { clauseAssignment } from './clause-assignment.js'
import { openingEnd } from './opening.js'

/** A run-in label that is a list of bodies, before the duty that it names them for: 县气象局：负责雨情监测。 */
export function readRunIn(context: FactContext, label: Span, duty: Span): Assignment | null {
  const { source } = context
  const start = openingEnd(context, label)
  const { end } = source.trim(start, label.end - 1)
  const list = readList(context, start, { limit: end, stop: (pos) => pos >= end, anything: false })
  if (!list?.known || list.generic || list.mixed) return null
  const bodies: Body[] = list.bodies.map((body) => ({ ...body, role: 'responsible' }))
  return clauseAssignment({ start, end: duty.end }, bodies, list.openEnded, 'run-in-label')
}
