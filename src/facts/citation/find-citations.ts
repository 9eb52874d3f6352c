import type { Span } from '../../source/span.js'
import type { Citation } from '../../tree/nodes.js'
import { findDocumentNumbers } from '../../outline/document-number.js'
import type { FactContext } from '../context.js'
import { UNIT_CUES } from '../unit-cues.js'

const TITLE = UNIT_CUES.pattern(/《/)
const BASIS = /(?:根据|按照|依据|依照|遵照|贯彻|落实|执行|实施|遵循)[^。；;]{0,40}$/
/** Characters before a title that can say what it is cited for. */
const REACH = 50
/** What follows the title in brackets, if it is a number. */
const NUMBER_BRACKET = /^ *\(/

/**
 * Instruments that a unit cites: 《质量发展纲要(2011-2020年)》 · 《…的意见》(藏政发〔2012〕3号)
 *
 * The span runs from 《 to 》 and over the number in brackets behind it. Abbreviations (以下简称《指导意见》) are none.
 */
export function findCitations(
  context: FactContext,
  unit: Span,
  cues = UNIT_CUES.in(context.source.folded, unit.start, unit.end),
): Citation[] {
  const { source } = context
  const { folded } = source
  const found: Citation[] = []
  if (!TITLE.may(cues)) return found
  for (let start = nextTitle(folded, unit.start, unit.end); start >= 0;) {
    const close = closing(folded, start, unit.end)
    if (close < 0) break
    const before = folded.slice(Math.max(unit.start, start - REACH), start)
    const named = folded.slice(start + 1, close - 1).trim() !== ''
    if (named && !/(?:简称|称为|名为)[“"]?$/.test(before)) {
      const bracket = NUMBER_BRACKET.exec(folded.slice(close, unit.end))
      const number = bracket
        ? findDocumentNumbers(folded, close + bracket[0].length, Math.min(unit.end, close + 40))[0]
        : undefined
      const adjacent = number && number.start - close <= 2 && folded[number.end] === ')'
      found.push({
        type: 'citation',
        start,
        end: adjacent ? number.end + 1 : close,
        title: source.text.slice(start + 1, close - 1),
        documentNumber: adjacent ? source.slice(number) : null,
        role: BASIS.test(before) ? 'basis' : 'cited',
      })
    }
    start = nextTitle(folded, close, unit.end)
  }
  return found
}

/** Where the next 《 stands before `end`, or -1. */
function nextTitle(folded: string, from: number, end: number): number {
  const at = folded.slice(from, end).indexOf('《')
  return at < 0 ? -1 : from + at
}

/** Behind the 》 that closes the 《 at `start`; titles may hold titles. -1 where none does. */
function closing(folded: string, start: number, end: number): number {
  let depth = 0
  for (let at = start; at < end; at++) {
    if (folded[at] === '《') depth++
    else if (folded[at] === '》' && --depth === 0) return at + 1
  }
  return -1
}
