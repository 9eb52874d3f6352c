import type { DiagnosticCode } from '../diagnostics/codes.js'
import type { Deadline } from '../tree/nodes.js'
import { type Day, addDays, addMonths, endOfMonth, iso, isDay, lastDay, parseIso } from './calendar.js'
import { duration } from './duration.js'
import { recurrence } from './recurrence.js'
import type { TimeNode, TimePoint } from './time-nodes.js'

/** What a time expression means. */
export type TimeValue = Pick<
  Deadline,
  'kind' | 'from' | 'until' | 'rrule' | 'duration' | 'dayType' | 'runsFrom' | 'precision' | 'rule'
>

/** What a time that is not written in full counts from. */
export interface Anchor {
  /** The document's own date, for 今年, 年底 and 即日. */
  readonly referenceDate: string | null
  /** The year of a month or day without one. */
  readonly year: number | null
  /** The month of a day without one. */
  readonly month: number | null
}

export type TimeNotice = Extract<
  DiagnosticCode,
  'date-without-day' | 'date-without-reference' | 'date-of-event' | 'date-impossible'
>

export interface Resolved {
  readonly value: TimeValue
  readonly notices: readonly TimeNotice[]
}

interface Extent {
  readonly first: Day
  readonly last: Day
  readonly precision: NonNullable<TimeValue['precision']>
  readonly impossible: boolean
}

const EMPTY = {
  from: null,
  until: null,
  rrule: null,
  duration: null,
  dayType: null,
  runsFrom: null,
  precision: null,
} as const satisfies Partial<TimeValue>

/** The dates, the rule or the duration that a node of the time grammar stands for. */
export function resolveTime(node: TimeNode, anchor: Anchor): Resolved {
  const rule = `time.${node.type}`
  switch (node.type) {
    case 'every':
      return { value: { ...EMPTY, kind: 'recurring', rrule: recurrence(node), rule }, notices: [] }
    case 'length':
      return {
        value: { ...EMPTY, kind: 'relative', ...duration(node), runsFrom: node.from, rule },
        notices: [],
      }
    case 'onward': {
      const extent = resolvePoint(node.point, anchor)
      return noticed(dated('period', extent, null, rule), [extent])
    }
    case 'stretch': {
      const [from, to] = completed(node.from, node.to)
      const first = resolvePoint(from, anchor)
      const last = resolvePoint(to, { ...anchor, year: first?.first.year ?? anchor.year })
      const rolled = first && last && to.year === undefined ? rolledOver(first, last) : last
      return noticed(dated('period', first, rolled, rule), [first, last])
    }
    case 'instant': {
      if (node.point.event) return { value: dated('by', null, null, rule), notices: ['date-of-event'] }
      const extent = resolvePoint(node.point, anchor)
      if (isPeriod(node.point, node.bound)) {
        return noticed(dated('period', extent, extent, rule), [extent])
      }
      const value = dated('by', null, extent, rule)
      const vague = node.bound === '前' && isWholePeriod(node.point)
      const { notices } = noticed(value, [extent])
      return { value, notices: vague ? [...notices, 'date-without-day'] : notices }
    }
  }
}

/** “十四五”期间 · 2020年期间 · 全年 */
const isPeriod = (point: TimePoint, bound: string): boolean =>
  (point.plan !== undefined && !point.edge) || bound === '期间' || point.whole === true

/** A year or month without 底 or a day: 2020年前 · 6月前 */
const isWholePeriod = ({ month, day, edge, third, half, quarter, plan }: TimePoint): boolean =>
  edge === undefined &&
  day === undefined &&
  third === undefined &&
  plan === undefined &&
  (month !== undefined || (half === undefined && quarter === undefined))

/** A time from the first day of one extent until the last day of another; the end says how exact it is. */
function dated(kind: TimeValue['kind'], first: Extent | null, last: Extent | null, rule: string): TimeValue {
  return {
    from: first && iso(first.first),
    until: last && iso(last.last),
    rrule: null,
    duration: null,
    dayType: null,
    runsFrom: null,
    precision: (last ?? first)?.precision ?? null,
    kind,
    rule,
  }
}

function noticed(value: TimeValue, extents: readonly (Extent | null)[]): Resolved {
  const notices: TimeNotice[] = []
  if (extents.includes(null)) notices.push('date-without-reference')
  // 2025年至2020年: an end that comes before its beginning bounds nothing but itself.
  const reversed = value.from !== null && value.until !== null && value.from > value.until
  if (reversed || extents.some((extent) => extent?.impossible)) notices.push('date-impossible')
  return { value: reversed ? { ...value, from: null } : value, notices }
}

/** What the ends of a stretch lend each other: 2020年1月-3月 · 3月1日至5日 · 10月至2025年3月. */
function completed(from: TimePoint, to: TimePoint): [TimePoint, TimePoint] {
  const month =
    to.month === undefined && (to.day !== undefined || to.third !== undefined) && to.year === undefined
      ? from.month
      : to.month
  const end = month === undefined ? to : { ...to, month }
  return [from, end]
}

/** 2018年11月至3月 ends in the year after. */
function rolledOver(first: Extent, last: Extent): Extent {
  return iso(last.last) < iso(first.first) ? { ...last, last: addMonths(last.last, 12) } : last
}

/** The first and last day of what a point names; null where it counts from a date that is not known. */
function resolvePoint(point: TimePoint, anchor: Anchor): Extent | null {
  const reference = parseIso(anchor.referenceDate)
  if (point.now) {
    const day = reference && addDays(reference, point.days ?? 0)
    return day && { first: day, last: day, precision: 'day', impossible: false }
  }
  if (point.plan !== undefined) return planExtent(point)
  const year = yearOf(point, anchor, reference)
  if (year === null) return null
  const month = monthOf(point, anchor, reference)
  if (month === null) return null
  return month === undefined ? yearExtent(year, point) : monthExtent(year, month, point)
}

function yearOf(point: TimePoint, anchor: Anchor, reference: Day | null): number | null {
  if (point.year !== undefined) return point.year
  if (point.offset !== undefined) return reference ? reference.year + point.offset : null
  return anchor.year ?? reference?.year ?? null
}

/** Null where it is not known, undefined where there is none. */
function monthOf(point: TimePoint, anchor: Anchor, reference: Day | null): number | null | undefined {
  if (point.thisMonth) return reference?.month ?? null
  if (point.sameMonth) return anchor.month ?? reference?.month ?? null
  return point.month ?? (point.day === undefined ? undefined : anchor.month)
}

/** “十三五” is 2016 to 2020, “十四五” the five years after. */
function planExtent({ plan = 0, edge }: TimePoint): Extent {
  const year = 1951 + plan * 5
  const last = { year: year + 4, month: 12, day: 31 }
  return { first: edge ? last : { year, month: 1, day: 1 }, last, precision: 'period', impossible: false }
}

function yearExtent(year: number, { half, quarter, edge }: TimePoint): Extent {
  if (half !== undefined) return months(year, half * 6 - 5, half * 6, 'half')
  if (quarter !== undefined) return months(year, quarter * 3 - 2, quarter * 3, 'quarter')
  return edge === 'start' ? months(year, 1, 1, 'year') : months(year, 1, 12, 'year')
}

const months = (year: number, first: number, last: number, precision: Extent['precision']): Extent => ({
  first: { year, month: first, day: 1 },
  last: endOfMonth(year, last),
  precision,
  impossible: false,
})

function monthExtent(year: number, month: number, { day, third, edge }: TimePoint): Extent {
  if (day !== undefined) {
    const written = { year, month, day }
    const real = isDay(written) ? written : endOfMonth(year, month)
    return { first: real, last: real, precision: 'day', impossible: real !== written }
  }
  const span =
    third === undefined ? [1, edge === 'start' ? 10 : 31] : [third * 10 - 9, third === 3 ? 31 : third * 10]
  return {
    first: { year, month, day: span[0] as number },
    last: { year, month, day: Math.min(span[1] as number, lastDay(year, month)) },
    precision: 'month',
    impossible: false,
  }
}
