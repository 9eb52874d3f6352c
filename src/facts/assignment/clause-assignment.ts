import type { Span } from '../../source/span.js'
import type { Assignment, Body } from '../../tree/nodes.js'

/** An assignment in the words of a sentence: 市农业局要会同有关部门制定… · 由市财政局承担 · 县气象局：负责雨情监测 */
export const clauseAssignment = (
  { start, end }: Span,
  bodies: Body[],
  openEnded: boolean,
  rule: string,
): Assignment => ({
  type: 'assignment',
  start,
  end,
  style: 'clause',
  bodies,
  openEnded,
  carriesOn: false,
  deadlines: [],
  rule,
})
