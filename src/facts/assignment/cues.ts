import type { Span } from '../../source/span.js'
import type { FactContext } from '../context.js'
import { UNIT_CUES } from '../unit-cues.js'

const FIRST = /[负牵责承配会]/g
const ANY = UNIT_CUES.pattern(/[负牵责承配会]/)

/** Where a unit speaks of responsibility (负责 牵头 责任单位 …), without the words that only look like it (负责人). */
export function assignmentCues(
  context: FactContext,
  unit: Span,
  cues = UNIT_CUES.in(context.source.folded, unit.start, unit.end),
): Span[] {
  const { folded } = context.source
  const cue = context.lexicon.list('roles.cue')
  const not = context.lexicon.list('roles.notcue')
  const found: Span[] = []
  if (!ANY.may(cues)) return found
  let end = unit.start
  const text = folded.slice(unit.start, unit.end)
  FIRST.lastIndex = 0
  while (FIRST.test(text)) {
    const index = unit.start + FIRST.lastIndex - 1
    const word = index < end ? undefined : cue.at(folded, index)
    if (word === undefined || index + word.length > unit.end) continue
    end = index + word.length
    if (!isOther(folded, index, not)) found.push({ start: index, end: index + word.length })
  }
  return found
}

/** Whether a word that is no cue covers the place: 终身负责制 around 负责. */
function isOther(
  folded: string,
  index: number,
  not: { at(text: string, offset: number): string | undefined },
): boolean {
  for (let start = Math.max(0, index - 8); start <= index; start++) {
    const word = not.at(folded, start)
    if (word !== undefined && start + word.length > index) return true
  }
  return false
}
