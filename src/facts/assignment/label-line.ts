import type { Span } from '../../source/span.js'
import type { Assignment } from '../../tree/nodes.js'
import type { FactContext } from '../context.js'
import { readStatement } from './statement.js'

const OPEN = /[\s([【、*•·-]/
const LISTS = ['labellead', 'labelsupport', 'labelresponsible', 'labeltime'] as const

/** A line of its own that names who is responsible (责任单位：A、B) or until when (完成时限：…). */
export function readLabelLine(context: FactContext, unit: Span): Assignment | { time: true } | null {
  const { source } = context
  const { folded } = source
  let at = unit.start
  while (at < unit.end && OPEN.test(folded[at] as string)) at++
  const found = labelAt(context, at, unit.end)
  if (!found) return null
  let end = unit.end
  if (at > unit.start && /[)\]】]/.test(folded[end - 1] as string) && opensWithBracket(folded, unit)) end--
  const statement = readStatement(context, at, end)
  if (!statement?.labelled) return found === 'labeltime' || timeOnly(statement) ? { time: true } : null
  const { bodies, openEnded } = statement
  return {
    type: 'assignment',
    ...unit,
    style: 'line',
    bodies: [...bodies],
    openEnded,
    carriesOn: false,
    deadlines: [],
    rule: 'label-line',
  }
}

const timeOnly = (statement: { otherFields: boolean; labelled: boolean } | null): boolean =>
  statement !== null && statement.otherFields && !statement.labelled

/** （牵头单位：A；责任单位：B）: the whole line is one bracket; in 【责任单位】A only the label is. */
function opensWithBracket(folded: string, unit: Span): boolean {
  const opener = folded[unit.start] as string
  const closer = opener === '(' ? ')' : opener === '[' ? ']' : opener === '【' ? '】' : ''
  if (closer === '' || folded[unit.end - 1] !== closer) return false
  return true
}

function labelAt(context: FactContext, at: number, end: number): (typeof LISTS)[number] | null {
  const { folded } = context.source
  let best: (typeof LISTS)[number] | null = null
  let length = 0
  for (const list of LISTS) {
    const word = context.lexicon.list(`roles.${list}`).at(folded, at)
    if (word !== undefined && word.length > length) {
      best = list
      length = word.length
    }
  }
  return best !== null && at + length < end && /^ *[】\]]? *:|^ *[】\]]/.test(folded.slice(at + length, at + length + 6)) ? best : null
}
