import type { Bound } from '../../grammar/bound.js'
import type { Figure } from '../../grammar/figure.js'
import type { Reason } from './dismiss.js'
import { headStart } from './head.js'
import type { State } from './state.js'

/** …的比例(逐年提高),到2025年达到50%以上 */
const TREND =
  /(?:(?:逐[年步]|稳步|持续|不断|进一步|明显|显著|大幅|有效|较大幅度)(?:提高|提升|上升|增长|增加|扩大|下降|降低|改善))$/

/** 遴选发布(一批)典型案例,每年不少于20个 */
const SOME = /(?:^|[应要须将当时年月])([^,、。;应要须当]{2,12}?)(?:一批|若干)([^,、。;]{2,24})$/

/** 提高15个百分点,达到95%以上: the same metric once more. Or the clause before names it: …机械化率,到2025年达到85%. */
export function readAgain(
  state: State,
  figure: Figure,
  bound: Bound,
  base: Figure | null,
  adverb = '',
): number | Reason | null {
  const { previous } = state
  if (bound.limit === null && bound.change === null && figure.after === null)
    return previous ? 'description' : null
  if (previous) {
    const { metric, start } = previous.target
    const name = metric.endsWith(adverb) ? metric : metric + adverb
    state.add('again', name, { start, end: figure.end }, figure, bound, { base, subject: previous.subject })
    return figure.end
  }
  if (ofLastClause(state, figure, bound, base)) return figure.end
  if (figure.kind !== 'rate' || bound.limit === null) return null
  const metric = state.metricBefore()
  if (metric === null) return null
  state.add('again', metric, { start: bound.wordStart, end: figure.end }, figure, bound, { base })
  return figure.end
}

/** Whether the clause before names what is measured. */
function ofLastClause(state: State, figure: Figure, bound: Bound, base: Figure | null): boolean {
  const { lastClause, reader } = state
  if (!lastClause) return false
  const { folded, words } = reader
  const text = folded.slice(lastClause.start, lastClause.end)
  const end = lastClause.end - (TREND.exec(text)?.[0].length ?? 0)
  if (words.rateNoun.endingAt(folded, end) !== undefined) {
    const start = headStart(reader, lastClause.start, end)
    if (start >= end) return false
    state.add('measure', state.words(start, end), { start, end: figure.end }, figure, bound, { base })
    return true
  }
  const some = figure.kind === 'sortal' ? SOME.exec(text) : null
  const [, verb, things] = some ?? []
  if (verb === undefined || things === undefined) return false
  const from = lastClause.end - (verb + things).length - 2
  const start = headStart(reader, from, lastClause.end)
  if (words.count.at(folded, start) === undefined && words.directive.at(folded, start) === undefined)
    return false
  const metric =
    state.words(start, from + verb.length) + state.words(lastClause.end - things.length, lastClause.end)
  state.add('count', metric, { start, end: figure.end }, figure, bound, { base })
  return true
}
