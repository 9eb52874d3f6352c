import type { Span } from '../../source/span.js'
import type { Assignment } from '../../tree/nodes.js'
import type { FactContext } from '../context.js'
import { readCarryOver } from './carry-over.js'
import { readList } from './body-list.js'
import { organsOf } from './organs.js'
import { readStatement } from './statement.js'

/** Explanations, abbreviations and references, whatever they go on to say. */
const NO_STATEMENT = /^[\s:]*(?:以下简称|下称|简称|即|指|见|详见|含|包括|如|例如|附件|原|现|又称|参见|比如|不含|除|此|联系|咨询|电话|注|\d+$)/
/** Words without which a bracket says nothing of responsibility, unless it is nothing but names. */
const GATE = /负责|牵头|配合|参与|参加|协[助同办]|[承主]办|落实|实施|承担|单位|部门|主体|分工|完成|执行|会同|推[进动]|指导|组织/

/**
 * Whether a bracket with its signs, （A、B负责） 【责任单位：A】, makes somebody responsible, and whom.
 *
 * A bracket with names and no further word, （市教育局、市财政局）, counts where it stands behind a sentence,
 * not where it explains the name before it: 领导小组办公室（质监局）.
 */
export function readBracket(context: FactContext, bracket: Span): Assignment | null {
  const { source } = context
  const inner = source.trim(bracket.start + 1, bracket.end - 1)
  const text = source.folded.slice(inner.start, inner.end)
  if (text.length < 2 || text.length > 4000 || NO_STATEMENT.test(text)) return null
  const carried = readCarryOver(context, bracket)
  if (carried && carried.start <= inner.start + 2) return { ...carried, start: bracket.start, end: bracket.end }
  if (!GATE.test(text)) return bare(context, bracket, inner)
  const limit = carried ? carried.start : inner.end
  const statement = readStatement(context, inner.start, limit)
  if (!statement) return null
  if (!statement.labelled && !statement.duty) return bare(context, bracket, inner)
  const rule = statement.labelled ? 'bracket-fields' : 'bracket-duty'
  return {
    type: 'assignment',
    ...bracket,
    style: 'parenthetical',
    bodies: [...statement.bodies],
    openEnded: statement.openEnded,
    carriesOn: false,
    deadlines: [],
    rule,
  }
}

/** （市教育局、市财政局）: nothing but names, behind a sentence. */
function bare(context: FactContext, bracket: Span, inner: Span): Assignment | null {
  const { folded } = context.source
  let end = inner.end
  while (end > inner.start && '。;,、'.includes(folded[end - 1] as string)) end--
  const list = readList(context, inner.start, { limit: end, stop: (pos) => pos >= end, anything: true })
  if (!list?.certain || list.generic) return null
  let before = bracket.start - 1
  while (before >= 0 && folded[before] === ' ') before--
  const behindSentence = before < 0 || /[。;!?\n\r]/.test(folded[before] as string)
  if (!behindSentence) {
    if (!closesLine(folded, bracket.end)) return null
    if (list.bodies.length < 2 && (!list.known || !behindText(context, before))) return null
  }
  const bodies = list.bodies.map((body) => ({ ...body, role: 'responsible' as const }))
  const { openEnded } = list
  const rule = 'bracket-names'
  return { type: 'assignment', ...bracket, style: 'parenthetical', bodies, openEnded, carriesOn: false, deadlines: [], rule }
}

const closesLine = (folded: string, at: number): boolean => /^[。;.! ]*(?:[\r\n]|$)/.test(folded.slice(at, at + 8))

/** Whether what stands before the bracket is no body's own name. */
function behindText(context: FactContext, before: number): boolean {
  const word = context.lexicon.list('organs.suffix').endingAt(context.source.folded, before + 1)
  const full = context.lexicon.list('organs.full').endingAt(context.source.folded, before + 1)
  return word === undefined && full === undefined && organsOf(context.lexicon).scan(context.source.folded, before, before + 1).length === 0
}
