import type { Bound } from '../../grammar/bound.js'
import type { Figure } from '../../grammar/figure.js'
import type { Span } from '../../source/span.js'
import { readAgain } from './again.js'
import type { Reason } from './dismiss.js'
import { bareFrom, elided } from './elided.js'
import { AVERAGE, type Reader, verbEnd } from './head.js'
import { type Item, sharedEnd, splitItems } from './items.js'
import { readQuota } from './quota.js'
import type { Reading, State } from './state.js'
import { isClosed, isGoal } from './tail.js'

/** All that is said of 全市 各县 before a share of something: 全市80%以上的乡镇… */
const PLACE = /^(?:全[市省县区国州镇]|各.{1,6}|.{1,8}[市省县区州])$/

/** What a mark or a test is made up of: 日常考核占总分值的60% */
const WEIGHT = /总分(?!馆)|分值|权重|总成绩/

/**
 * A share, an index or a change. Gives the offset where the next metric may begin; a reason where the figure is no
 * target; null where it was not understood.
 */
export function readRate(state: State, reading: Reading, base: Figure | null): number | Reason | null {
  const { figure, bound, cursor } = reading
  const { folded, words } = state.reader
  const head = state.head(cursor, bound, true)
  const said = folded.slice(head.start, head.end)
  const named = said !== '' && words.rateNoun.endingAt(folded, head.end) !== undefined
  const closed = isClosed(folded, figure.end) || isGoal(folded, figure.end)
  const place = said === '' || isPlaceOrVerb(state, head, said, named)
  if (WEIGHT.test(said) && (bound.limit === null || bound.limit === '=')) return 'description'
  if (folded[figure.end] === '的' && !closed && isConditional(state, reading, named, place))
    return 'condition'
  if (AVERAGE.test(said) && state.previous)
    return readAgain(state, figure, bound, base, state.words(head.start, head.end))
  if (said === '' && closed) return readAgain(state, figure, bound, base)
  if (!closed && !named && isLoose(bound, place)) return readQuota(state, reading, head)
  if (said === '') return readAgain(state, figure, bound, base)
  if (!named && closed && (readChangeOf(state, reading, head, base) || readDone(state, reading, head)))
    return figure.end
  if (!named && !isExplicit(reading) && !folded.slice(head.start, figure.start).includes('占'))
    return closed ? 'description' : null
  write(state, reading, head, named, base)
  state.verb = null
  return figure.end
}

/** Nothing before the figure says what is measured. */
const isLoose = ({ limit, change }: Bound, place: boolean): boolean =>
  change === null && (limit === null || limit === '~' || place)

function isPlaceOrVerb({ reader }: State, head: Span, said: string, named: boolean): boolean {
  return verbEnd(reader, head.start, head.end) === head.end || (!named && PLACE.test(said))
}

/** 持股比例达到50%的 · 占比30%以上的企业: only those of whom it is so. */
function isConditional(
  { reader }: State,
  { figure, bound }: Reading,
  named: boolean,
  place: boolean,
): boolean {
  return isClosed(reader.folded, figure.end + 1) || named || (!place && bound.limit !== null)
}

const isExplicit = ({ figure, bound }: Reading): boolean =>
  bound.limit !== null ||
  bound.change !== null ||
  figure.after !== null ||
  figure.kind === 'doubling' ||
  figure.kind === 'ratio'

/** 完成主体工程50%: how much of it is to be done. */
function readDone(state: State, { figure, bound }: Reading, head: Span): boolean {
  const { folded } = state.reader
  if (bound.limit !== null || bound.change !== null || figure.kind !== 'rate') return false
  if (!/^(?:累计)?完成(?=[^、,]{2,16}$)/.test(folded.slice(head.start, head.end))) return false
  state.add(
    'measure',
    state.words(head.start, head.end),
    { start: head.start, end: figure.end },
    figure,
    bound,
  )
  return true
}

/** 降低企业用电成本10%: the verb stands before what changes. */
function readChangeOf(state: State, { figure, bound }: Reading, head: Span, base: Figure | null): boolean {
  if (bound.limit !== null || bound.change !== null) return false
  const { measures } = state.reader.words
  const opening = measures.change.at(state.reader.folded, head.start)
  if (opening === undefined || head.start + opening.length >= head.end) return false
  const metric = state.words(head.start + opening.length, head.end)
  const change = measures.directionOf(opening)
  state.add('measure', metric, { start: head.start, end: figure.end }, figure, { ...bound, change }, { base })
  return true
}

/** One target for each metric that shares the figure. */
function write(state: State, reading: Reading, head: Span, named: boolean, base: Figure | null): void {
  const { figure, bound, clause } = reading
  const amount = named || bound.change === null ? null : amountOfPrevious(state, head, figure)
  const end = named ? null : (amount ?? endOfPrevious(state, head, figure))
  if (end !== null) {
    const span = { start: head.start, end: figure.end }
    state.add('shared', state.words(head.start, head.end) + end, span, figure, bound, { base })
    return
  }
  const of = shareOf(state, head)
  if (of !== null) {
    const span = { start: head.start, end: figure.end }
    state.add('elided', of + state.words(head.start, head.end), span, figure, bound, { base })
    return
  }
  const left = elided(state, head, clause)
  if (left) {
    const span = { start: left.start ?? head.start, end: figure.end }
    state.add('elided', left.words + state.words(head.start, head.end), span, figure, bound, { base })
    return
  }
  const share = figure.kind === 'rate' || figure.kind === 'doubling'
  const shares = bound.shared || (named && share)
  const whole: Item = { start: head.start, end: head.end, shared: null }
  const items = shares
    ? splitItems(state.reader, head, !bound.shared)
    : (share && amounts(state.reader, head)) || [whole]
  const [first] = items
  for (const item of items) {
    const span = { start: item.start, end: figure.end }
    const before = first && item !== first ? subjectOf(state, first, item) : ''
    state.add(items.length > 1 ? 'shared' : 'measure', before + state.itemText(item), span, figure, bound, {
      base,
    })
  }
}

/** 事故起数、死亡人数(下降10%): amounts that are each named in full; null where they are not. */
function amounts(reader: Reader, head: Span): Item[] | null {
  if (reader.words.amountNoun.endingAt(reader.folded, head.end) === undefined) return null
  const items = splitItems(reader, head, true)
  return items.every(({ shared }) => shared === null) ? items : null
}

/** 传染病报告及时率和(准确率) · 接种覆盖率与(建档率): what the first share is of, where the other names only a quality or work. */
function subjectOf(state: State, first: Item, item: Item): string {
  const { words } = state.reader
  const isQuality = bareFrom(state.reader, item) === item.start
  if (!isQuality && bareFrom(state.reader, item, words.property, 1) !== item.start) return ''
  const bare = isQuality ? bareFrom(state.reader, first) : bareFrom(state.reader, first, words.property, 1)
  return bare === null || bare <= first.start ? '' : state.words(first.start, bare)
}

/** 研发经费投入年均增长10%,(占GDP比重)提高到2.6%: the share of what was measured before. */
function shareOf({ previous, reader }: State, head: Span): string | null {
  if (!previous || reader.folded[head.start] !== '占') return null
  return previous.target.metric.replace(/(?:年均|平均|增速|增幅)$/, '')
}

/** The longest name that takes its end from the metric before it: 城市污水处理率达到95%、(县城)达到85%. */
const SHORT = 8

/** 铁路货运量增长30%,(长三角地区)增长10%: a place takes the amount before it. */
const REGION = /(?:地区|区域|平原|流域|城镇|农村|城市|乡村|[省市县区州镇])$/

/** 全国 · 五省(直辖市) · 长三角地区: where an amount was measured before. */
const PLACED =
  /^(?:全[国省市县区州]|.*(?:地区|区域|平原|流域|省|[)）])|[\u4e00-\u9fff]{2,4}[市县](?!场))(?=.{2})/

function amountOfPrevious({ previous, reader }: State, head: Span, { unit }: Figure): string | null {
  if (!previous || previous.target.unit !== unit || !REGION.test(reader.folded.slice(head.start, head.end)))
    return null
  const { metric } = previous.target
  return reader.words.amountNoun.endingAt(metric, metric.length) === undefined
    ? null
    : metric.replace(PLACED, '')
}

function endOfPrevious({ previous, reader }: State, head: Span, { kind, unit }: Figure): string | null {
  if (!previous || kind !== 'rate' || previous.target.unit !== unit || head.end - head.start > SHORT)
    return null
  const { metric } = previous.target
  if (reader.words.amountNoun.endingAt(reader.folded, head.end) !== undefined) return null
  if (reader.words.rateNoun.endingAt(metric, metric.length) === undefined) return null
  const name = { start: metric.length, end: metric.length + head.end - head.start }
  const joined = metric + reader.folded.slice(head.start, head.end)
  const end = sharedEnd({ ...reader, folded: joined }, name, { start: 0, end: metric.length })
  if (!end || end.start === 0) return null
  // 建筑垃圾利用率达到60%,其中(装修垃圾)达到40%: the name has the first word of the end already
  const shared = metric.slice(end.start)
  const said = reader.text.slice(head.start, head.end)
  return said.endsWith(shared.slice(0, 2)) ? shared.slice(2) : shared
}
