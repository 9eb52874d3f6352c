import type { Bound } from '../../grammar/bound.js'
import type { Figure } from '../../grammar/figure.js'
import type { Reason } from './dismiss.js'
import type { Found } from './found.js'
import { headStart } from './head.js'
import type { State } from './state.js'
import { isClosed } from './tail.js'

/** …的比例(逐年提高),到2025年达到50%以上 · 人均预期寿命延长,2030年达到83岁 */
const TREND =
  /(?:(?:逐[年步]|稳步|持续|不断|进一步|明显|显著|大幅|有效|较大幅度)?(?:提高|提升|上升|增长|增加|扩大|下降|降低|改善|延长|缩短))$/

/** 大幅压缩(收费项目) · 将(审批事项) */
const CHANGES =
  /^(?:(?:进一步|大幅|大幅度|持续|逐步|明显|有效|严格|再)*(?:压缩|压减|精简|减少|缩短|缩减|降低|提高|提升|增加|扩大)|[将把对])(?![^,]*(?:的|至|到|为)$)/

const DEED = /(?:全部|全面|逐一|统一)?(?:实现|纳入|实行|进行|开展|加以|予以)/

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
    return previous ? readBeside(state, previous, figure, bound) : null
  if (previous) {
    const { metric, start } = previous.target
    const name = metric.endsWith(adverb) ? metric : metric + adverb
    state.add('again', name, { start, end: figure.end }, figure, bound, { base, subject: previous.subject })
    return figure.end
  }
  const last = metricOfLastClause(state)
  if (last) {
    state.add('measure', last.metric, { start: last.start, end: figure.end }, figure, bound, { base })
    return figure.end
  }
  const cut = base === null ? null : changedInLastClause(state)
  if (cut) {
    state.add('measure', cut.metric, { start: cut.start, end: figure.end }, figure, bound, { base })
    return figure.end
  }
  if (someOfLastClause(state, figure, bound, base)) return figure.end
  if (bound.limit === null) return null
  const metric = state.metricBefore(figure)
  if (metric === null) return null
  state.add('again', metric, { start: bound.wordStart, end: figure.end }, figure, bound, { base })
  return figure.end
}

const COUNTED: ReadonlySet<Figure['kind']> = new Set(['sortal', 'measure', 'money'])

/** 改造老旧小区26个、2150户 · 新建道路8条12.6公里: one thing counted twice. */
function readBeside(state: State, previous: Found, figure: Figure, bound: Bound): number | Reason {
  const { target, figure: first, subject } = previous
  const { folded } = state.reader
  if (!COUNTED.has(figure.kind) || !COUNTED.has(first.kind) || figure.unit === first.unit)
    return 'description'
  if (!/^ ?[、,]? ?$/.test(folded.slice(first.end, figure.start)) || !isClosed(folded, figure.end))
    return 'description'
  state.add('again', target.metric, { start: target.start, end: figure.end }, figure, bound, { subject })
  return figure.end
}

/** The share, time or amount that the clause before names, and where it begins. */
export function metricOfLastClause(state: State): { metric: string; start: number } | null {
  const { lastClause, reader } = state
  if (!lastClause) return null
  const { folded, words } = reader
  const trend = TREND.exec(folded.slice(lastClause.start, lastClause.end))?.[0].length ?? 0
  const end = lastClause.end - trend
  if (
    words.rateNoun.endingAt(folded, end) === undefined &&
    words.timeNoun.endingAt(folded, end) === undefined
  )
    return null
  const start = headStart(reader, lastClause.start, end)
  return start < end ? { metric: state.words(start, end), start } : null
}

/** 大幅压缩收费项目,由12项减少至8项: what the verb of change before has for its object. */
function changedInLastClause(state: State): { metric: string; start: number } | null {
  const { lastClause, reader } = state
  if (!lastClause) return null
  const { folded } = reader
  const said = folded.slice(lastClause.start, lastClause.end)
  const verb = CHANGES.exec(said)?.[0]
  if (verb === undefined) return null
  const start = lastClause.start + verb.length
  // 将监管证件(全部实现联网核查),将…
  const rest = said.slice(verb.length)
  const deed = DEED.exec(rest)?.index ?? rest.length
  return deed >= 2 ? { metric: state.words(start, start + deed), start } : null
}

/** Whether the clause before names some things of which so many are to be. */
function someOfLastClause(state: State, figure: Figure, bound: Bound, base: Figure | null): boolean {
  const { lastClause, reader } = state
  if (!lastClause) return false
  const { folded, words } = reader
  const some = figure.kind === 'sortal' ? SOME.exec(folded.slice(lastClause.start, lastClause.end)) : null
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
