import type { Span } from '../../source/span.js'
import type { Assignment } from '../../tree/nodes.js'
import type { FactContext } from '../context.js'
import { brackets } from '../../units/brackets.js'
import { readList } from './body-list.js'
import { readStatement } from './statement.js'

const OPEN = /[\s([【、*•·■□◆●▪★※➢-]/
/** (一) · 1. before a label */
const NUMBER = /(?:[(][一二三四五六七八九十\d]{1,3}[)]|[一二三四五六七八九十]{1,3}、|\d{1,3}[.、])\s*/y
/** Without one of these signs near its start a line is no label line. */
const MAY_END = /[:】\]]/
const LISTS = ['labellead', 'labelsupport', 'labelresponsible', 'labeltime'] as const

/** A line of its own that names who is responsible (责任单位：A、B) or until when (完成时限：…). */
export function readLabelLine(context: FactContext, unit: Span): Assignment | { time: true } | null {
  const { source } = context
  const { folded } = source
  let at = unit.start
  while (at < unit.end && OPEN.test(folded[at] as string)) at++
  NUMBER.lastIndex = unit.start
  const number = NUMBER.exec(folded)?.[0].length ?? 0
  if (number > 0 && unit.start + number < unit.end) at = unit.start + number
  const found = labelAt(context, at, unit.end)
  if (!found) return null
  const bracketed = isBracketed(folded, unit)
  const end = bracketed ? unit.end - 1 : unit.end
  const labelBracket = !bracketed && at > unit.start && /[[【]/.test(folded[at - 1] as string)
  const statement = readStatement(context, labelBracket ? at - 1 : at, end)
  if (!statement?.labelled) return found === 'labeltime' || timeOnly(statement) ? { time: true } : null
  const { bodies, openEnded } = statement
  return {
    type: 'assignment',
    ...unit,
    style: bracketed ? 'parenthetical' : 'line',
    bodies: [...bodies],
    openEnded,
    carriesOn: false,
    deadlines: [],
    rule: 'label-line',
  }
}

/** 责任单位：市教育局、市公安局；各县（市、区）: what stands behind the ； of a label line is listed under its label too. */
export function readLabelRest(context: FactContext, unit: Span, before: Assignment): Assignment | null {
  const { folded } = context.source
  let { end } = unit
  while (end > unit.start && /[;.。]/.test(folded[end - 1] as string)) end--
  const list = readList(context, unit.start, { limit: end, stop: (pos) => pos >= end, anything: true })
  if (!list?.certain) return null
  const role = before.bodies.at(-1)?.role ?? 'responsible'
  return {
    ...before,
    ...unit,
    bodies: list.bodies.map((body) => ({ ...body, role })),
    openEnded: list.openEnded,
  }
}

const timeOnly = (statement: { otherFields: boolean; labelled: boolean } | null): boolean =>
  statement !== null && statement.otherFields && !statement.labelled

/** （牵头单位：A；责任单位：B）: the whole line is one bracket; in 【责任单位】A only the label is. */
function isBracketed(folded: string, unit: Span): boolean {
  const first = brackets(folded, unit).pairs[0]
  return first !== undefined && first.start === unit.start && first.end === unit.end
}

function labelAt(context: FactContext, at: number, end: number): (typeof LISTS)[number] | null {
  const { folded } = context.source
  if (!MAY_END.test(folded.slice(at, Math.min(end, at + 60)))) return null
  const scope = context.lexicon.list('roles.scope').at(folded, at)?.length ?? 0
  return labelHere(context, at, end) ?? (scope > 0 ? labelHere(context, at + scope, end) : null)
}

function labelHere(context: FactContext, at: number, end: number): (typeof LISTS)[number] | null {
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
  return best !== null &&
    at + length < end &&
    /^ *(?:\([^()]{1,40}\) *)?(?:[】\]]? *:|[】\]])/.test(folded.slice(at + length, at + length + 50))
    ? best
    : null
}
