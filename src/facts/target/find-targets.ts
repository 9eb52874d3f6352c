import type { Diagnostic, Result } from '../../diagnostics/diagnostic.js'
import { readBound } from '../../grammar/bound.js'
import { type Figure, readFigures } from '../../grammar/figure.js'
import type { Span } from '../../source/span.js'
import type { Target } from '../../tree/nodes.js'
import { brackets } from '../../units/brackets.js'
import { splitClauses } from '../../units/split.js'
import type { FactContext } from '../context.js'
import { readClause } from './clause.js'
import { type Dismissed, settingOf } from './dismiss.js'
import type { Found } from './found.js'
import type { Reader } from './head.js'
import { inheritedVerb } from './inherit.js'
import { outOfScale } from './scale.js'
import { State } from './state.js'
import { targetWords } from './words.js'

/** Everything that the figures of a unit say. */
export interface Quantities {
  readonly targets: Target[]
  /** Figures that were read and are no targets. */
  readonly dismissed: Dismissed[]
  readonly diagnostics: Diagnostic[]
}

const GATE = /[0-9]|分之|一半|半数|番|零|[二三四五六七八九十两一][十百千万亿个家项所名户座成]/

/**
 * The targets of a unit: figures that somebody is to reach, keep or not exceed.
 *
 * 1. A target lies in the unit and its quote holds metric, figure and bound.
 * 2. Quotes may overlap where metrics share a figure.
 * 3. Every figure is a target, is dismissed with a reason, or was not understood.
 */
export function readQuantities(context: FactContext, unit: Span, times: readonly Span[]): Quantities {
  const { source, lexicon } = context
  const { folded, text } = source
  const nothing: Quantities = { targets: [], dismissed: [], diagnostics: [] }
  if (!GATE.test(folded.slice(unit.start, unit.end))) return nothing
  const words = targetWords(lexicon)
  const figures = readFigures(folded, unit, words.measures)
  if (figures.length === 0) return nothing
  const reader: Reader = { folded, text, words, times: [...times].sort((a, b) => a.start - b.start) }
  const setting = settingOf(context, reader, unit, brackets(folded, unit).pairs)
  const clauses = splitClauses(source, unit)
  const state = new State(reader, setting, () => inheritedVerb(context, unit))
  let index = 0
  for (const clause of clauses) {
    const here: Figure[] = []
    for (; index < figures.length; index++) {
      const figure = figures[index] as Figure
      if (figure.start >= clause.end) break
      if (figure.start >= clause.start) here.push(figure)
    }
    readClause(state, clause, here)
  }
  const found = inCompany(state)
  return {
    targets: found.map(({ target }) => target),
    dismissed: state.dismissed,
    diagnostics: outOfScale(source, found),
  }
}

/** A bare count without a verb is a target only among others: 山东省老字号20个、…企业8家. */
function inCompany(state: State): Found[] {
  const { found } = state
  if (found.length > 1 || !found.some(({ needsCompany }) => needsCompany) || state.before() !== null)
    return found
  for (const { figure } of found) state.dismiss(figure, 'description')
  return []
}

/** The targets of a unit alone. */
export function findTargets(context: FactContext, unit: Span, times: readonly Span[]): Result<Target[]> {
  const { targets, diagnostics } = readQuantities(context, unit, times)
  return { value: targets, diagnostics }
}

/** The figures of a unit that look like a target: shares, and numbers with a bound. */
export function quantityCues(context: FactContext, unit: Span): Span[] {
  const { folded } = context.source
  if (!GATE.test(folded.slice(unit.start, unit.end))) return []
  const { measures } = targetWords(context.lexicon)
  return readFigures(folded, unit, measures)
    .filter((figure) => {
      if (figure.kind === 'rate' || figure.kind === 'doubling') return true
      if (figure.kind === 'duration' || figure.kind === 'occasion') return false
      const { limit } = readBound(folded, unit.start, figure, measures)
      return figure.after !== null || (limit !== null && limit !== '=' && limit !== '~')
    })
    .map(({ start, end }) => ({ start, end }))
}
