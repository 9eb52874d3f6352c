import type { Assignment, BodyCell } from '../../tree/nodes.js'
import type { FactContext } from '../context.js'
import { readStatement } from './statement.js'

/** A cell under 牵头单位 or 责任单位: like a label line whose label is the head of the column. */
export function readCell(context: FactContext, { start, end, role, rows }: BodyCell): Assignment | null {
  const statement = readStatement(context, start, end, role)
  if (!statement) return null
  const { bodies, openEnded } = statement
  return {
    type: 'assignment',
    start,
    end,
    style: 'line',
    bodies: [...bodies],
    openEnded,
    carriesOn: false,
    rows,
    deadlines: [],
    rule: 'cell',
  }
}
