import { readFigures } from '../../grammar/figure.js'
import type { Span } from '../../source/span.js'
import { splitClauses } from '../../units/split.js'
import type { FactContext } from '../context.js'
import { headStart, type Reader, verbEnd } from './head.js'
import { targetWords } from './words.js'

/** Not more than this much of the line before a unit is looked at. */
const REACH = 400

/** What an enumeration before the unit leaves to it; the verb is null where it had none. */
export interface InheritedVerb {
  readonly verb: string | null
}

/** So much of a line may hold its label. */
const LABEL = 12
const LATER = /^\s*[-—(\d一二三.、)]*[中远]期(?:目标)?:/
const EARLIER = /^\s*[-—(\d一二三.、)]*[近中]期(?:目标)?:/

/** 近期目标:到2027年,森林覆盖率达到40%。 / (远期目标:到2035年,达到42%。): the line before, whose metric goes on. */
function goalsBefore(source: FactContext['source'], unit: Span): Span | null {
  const above = source.lines[source.lineIndex(unit.start) - 1]
  if (!above || !EARLIER.test(source.folded.slice(above.start, above.start + LABEL))) return null
  return source.trim(Math.max(above.start, above.end - REACH), above.end)
}

/** The part of the line before the unit that ； cut off, or, where whole sentences are asked for, 。; or null. */
export function partBefore({ source }: FactContext, unit: Span, sentences = false): Span | null {
  const { folded } = source
  const line = source.lines[source.lineIndex(unit.start)]
  if (!line) return null
  const { end } = source.trim(line.start, unit.start)
  if (sentences && LATER.test(folded.slice(line.start, line.start + LABEL))) return goalsBefore(source, unit)
  if (folded[end - 1] !== ';' && !(sentences && folded[end - 1] === '。')) return null
  const floor = Math.max(line.start, end - 1 - REACH)
  const near = folded.slice(floor, end - 1)
  return { start: floor + Math.max(near.lastIndexOf(';'), near.lastIndexOf('。')) + 1, end: end - 1 }
}

/**
 * The verb of an enumeration that the sign ； cuts: 创建5星级酒店1家以上；5A级景区1家以上 → 创建.
 * Null where the part before the unit counts nothing.
 */
export function inheritedVerb(context: FactContext, unit: Span): InheritedVerb | null {
  const { source, lexicon } = context
  const { folded } = source
  const part = partBefore(context, unit)
  if (!part) return null
  const words = targetWords(lexicon)
  const reader: Reader = { folded, text: source.text, words, times: [] }
  let verb: string | null = null
  let list = false
  for (const clause of splitClauses(source, part)) {
    const first = readFigures(folded, clause, words.measures).find(
      ({ kind }) => kind === 'sortal' || kind === 'measure',
    )
    if (!first) continue
    const head = headStart(reader, clause.start, first.start)
    const close = verbEnd(reader, head, first.start)
    if (close > head) verb = source.text.slice(head, close)
    list = true
  }
  return list ? { verb } : null
}
