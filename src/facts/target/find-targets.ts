import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import { readBound } from '../../grammar/bound.js'
import { type Figure, readFigures } from '../../grammar/figure.js'
import type { Span } from '../../source/span.js'
import type { Target } from '../../tree/nodes.js'
import { brackets } from '../../units/brackets.js'
import { splitClauses } from '../../units/split.js'
import type { FactContext } from '../context.js'
import { UNIT_CUES } from '../unit-cues.js'
import { readClause } from './clause.js'
import type { Dismissed } from './dismiss.js'
import type { Found } from './found.js'
import type { Reader } from './head.js'
import { inheritedVerb, partBefore } from './inherit.js'
import { outOfScale } from './scale.js'
import { settingOf } from './setting.js'
import { State } from './state.js'
import { targetWords } from './words.js'

/** Everything that the figures of a unit say. */
export interface Quantities {
  readonly targets: Target[]
  /** Figures that were read and are no targets. */
  readonly dismissed: Dismissed[]
  readonly diagnostics: Diagnostic[]
}

/** The look ahead says how each may begin: most characters are done with it. */
const GATE = UNIT_CUES.pattern(
  /(?=[0-9番零一二三四五六七八九十两分半过于至到少])(?:[0-9番零]|[一二三四五六七八九十两][半十百千万亿个家项所名户座成]|[过于至到少][一二三四五六七八九两]年|分之|半数)/,
)

/** A numbering before the text of a unit holds no cue. */
const NUMBERING = /^[\d一二三四五六七八九十().、:\s]*$/

/**
 * The targets of a unit: figures that somebody is to reach, keep or not exceed.
 *
 * 1. A target lies in the unit and its quote holds metric, figure and bound.
 * 2. Quotes may overlap where metrics share a figure.
 * 3. Every figure is a target, is dismissed with a reason, or was not understood.
 */
export function readQuantities(
  context: FactContext,
  unit: Span,
  times: readonly Span[],
  clauses?: readonly Span[],
  cues?: number,
): Quantities {
  const state = readUnit(context, unit, times, metricBefore(context, unit, NEAR), clauses, cues)
  if (!state) return { targets: [], dismissed: [], diagnostics: [] }
  const found = inCompany(state)
  return {
    targets: found.map(({ target }) => target),
    dismissed: state.dismissed,
    diagnostics: outOfScale(context.source, found),
  }
}

function readUnit(
  context: FactContext,
  unit: Span,
  times: readonly Span[],
  before: (figure: Figure) => string | null,
  clauses?: readonly Span[],
  cues?: number,
): State | null {
  const { source, lexicon } = context
  const { folded, text } = source
  const figures = figuresOf(context, unit, cues)
  if (figures.length === 0) return null
  const words = targetWords(lexicon)
  const reader: Reader = { folded, text, words, times: [...times].sort((a, b) => a.start - b.start) }
  const setting = settingOf(context, reader, unit, brackets(folded, unit).pairs)
  const state = new State(reader, setting, () => inheritedVerb(context, unit), before)
  let index = 0
  for (const clause of clauses ?? splitClauses(source, unit)) {
    const here: Figure[] = []
    for (; index < figures.length; index++) {
      const figure = figures[index] as Figure
      if (figure.start >= clause.end) break
      if (figure.start >= clause.start) here.push(figure)
    }
    readClause(state, clause, here)
  }
  return state
}

/** So many parts of the line before a unit are asked for its metric. */
const NEAR = 3

/**
 * …率达到85%；到2025年，达到90%以上: the share that the part of the line before the unit ended with, or what was last
 * measured there in the same unit (2023年，营业收入突破3000亿元；2024年，突破3600亿元).
 */
function metricBefore(context: FactContext, unit: Span, parts: number): (figure: Figure) => string | null {
  return (figure) => {
    const part = parts > 0 ? partBefore(context, unit, true) : null
    const state = part && readUnit(context, part, [], metricBefore(context, part, parts - 1))
    const last =
      figure.kind === 'rate'
        ? state?.found.at(-1)
        : state?.found.findLast(({ target }) => target.unit === figure.unit)
    return last && last.figure.kind === figure.kind ? last.target.metric : null
  }
}

/** The figures of the last span that was read: targets and cues look at the same ones. */
const memo: { folded: string; start: number; end: number; words: unknown; figures: Figure[] } = {
  folded: '',
  start: 0,
  end: 0,
  words: null,
  figures: [],
}

const NO_FIGURES: Figure[] = []

function figuresOf(
  { source, lexicon }: FactContext,
  { start, end }: Span,
  cues = UNIT_CUES.in(source.folded, start, end),
): Figure[] {
  if (!GATE.may(cues)) return NO_FIGURES
  const { folded } = source
  const { measures } = targetWords(lexicon)
  if (memo.start === start && memo.end === end && memo.words === measures && memo.folded === folded)
    return memo.figures
  const gated = GATE.test(cues, folded.slice(start, end))
  const figures = gated ? readFigures(folded, { start, end }, measures) : []
  memo.folded = folded
  memo.start = start
  memo.end = end
  memo.words = measures
  memo.figures = figures
  return figures
}

/** A bare count without a verb is a target only among others: 山东省老字号20个、…企业8家. */
function inCompany(state: State): Found[] {
  const { found } = state
  if (found.length > 1 || !found.some(({ needsCompany }) => needsCompany) || state.before() !== null)
    return found
  for (const { figure } of found) state.dismiss(figure, 'description')
  return []
}

/** The figures of a unit that look like a target: shares, and numbers with a bound. */
export function quantityCues(
  context: FactContext,
  unit: Span,
  cues = UNIT_CUES.in(context.source.folded, unit.start, unit.end),
): Span[] {
  const { folded } = context.source
  const found: Span[] = []
  if (!GATE.may(cues)) return found
  const { start, end } = memo
  const read = memo.folded === folded && end === unit.end && start > unit.start && start < end
  const same = read && NUMBERING.test(folded.slice(unit.start, start))
  for (const figure of figuresOf(context, same ? { start, end } : unit, cues)) {
    if (isCue(context, unit.start, folded, figure)) found.push({ start: figure.start, end: figure.end })
  }
  return found
}

function isCue({ lexicon }: FactContext, from: number, folded: string, figure: Figure): boolean {
  const { kind, after } = figure
  if (kind === 'rate' || kind === 'doubling') return true
  if (kind === 'duration' || kind === 'occasion') return false
  if (after !== null) return true
  const { limit } = readBound(folded, from, figure, targetWords(lexicon).measures)
  return limit !== null && limit !== '=' && limit !== '~'
}
