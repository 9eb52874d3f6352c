import type { Span } from '../../source/span.js'
import type { Assignment } from '../../tree/nodes.js'
import type { FactContext } from '../context.js'
import { readCarryOver } from './carry-over.js'
import { readStatement, type Statement } from './statement.js'

/** Explanations, abbreviations and references, whatever they go on to say. */
const NO_STATEMENT =
  /^[\s:]*(?:以下简称|下称|简称|即|指|见|详见|含|包括|如|例如|附件|原|现|又称|参见|比如|不含|除|此|联系|咨询|电话|注|\d+$)/
/** Words without which a bracket says nothing of responsibility, unless it is nothing but names. */
const GATE =
  /负责|牵头|配合|参与|参加|协[助同办]|[承主]办|落实|实施|承担|单位|部门|主体|分工|完成|执行|会同|推[进动]|指导|组织/

/** What a bracket of nothing but names holds. */
const ORGAN = /[部委局办厅署会院社府关队级地]/

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
  if (carried && carried.start <= inner.start + 2)
    return { ...carried, start: bracket.start, end: bracket.end }
  const limit = carried ? carried.start : inner.end
  const statement = GATE.test(text) || ORGAN.test(text) ? readStatement(context, inner.start, limit) : null
  if (!statement) return null
  const { bodies, openEnded, labelled, duty } = statement
  if (!labelled && !duty && !standsAlone(context, bracket, statement)) return null
  const rule = labelled ? 'bracket-fields' : duty ? 'bracket-duty' : 'bracket-names'
  return {
    type: 'assignment',
    ...bracket,
    style: 'parenthetical',
    bodies: [...bodies],
    openEnded,
    carriesOn: false,
    deadlines: [],
    rule,
  }
}

/** （市教育局、市财政局）: nothing but names, behind a sentence. */
function standsAlone(context: FactContext, bracket: Span, statement: Statement): boolean {
  if (!statement.certain || statement.otherFields) return false
  const { folded } = context.source
  let before = bracket.start - 1
  while (before >= 0 && folded[before] === ' ') before--
  if (before < 0 || /[。;!?\n\r]/.test(folded[before] as string)) return true
  if (!closesLine(folded, bracket.end)) return false
  return statement.bodies.length > 1 || (statement.known && !closesName(context, before + 1))
}

const closesLine = (folded: string, at: number): boolean =>
  /^[。;.! ]*(?:[\r\n]|$)/.test(folded.slice(at, at + 8))

/** Whether a body's name ends here, which the bracket then belongs to: 领导小组办公室（质监局） */
function closesName({ source, lexicon }: FactContext, end: number): boolean {
  return ['organs.suffix', 'organs.full'].some(
    (list) => lexicon.list(list).endingAt(source.folded, end) !== undefined,
  )
}
