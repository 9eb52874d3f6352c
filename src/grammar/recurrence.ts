import { lastDay } from './calendar.js'
import type { EveryNode, TimePoint } from './time-nodes.js'

const WEEKDAYS: Readonly<Record<string, string>> = {
  一: 'MO',
  二: 'TU',
  三: 'WE',
  四: 'TH',
  五: 'FR',
  六: 'SA',
  日: 'SU',
}
const FREQUENCY: Readonly<Record<EveryNode['unit'], readonly [string, number]>> = {
  year: ['YEARLY', 1],
  half: ['MONTHLY', 6],
  quarter: ['MONTHLY', 3],
  month: ['MONTHLY', 1],
  week: ['WEEKLY', 1],
  day: ['DAILY', 1],
  hour: ['HOURLY', 1],
}

/** The RFC 5545 rule of 每…, without DTSTART: 每季度首月10日前 → FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10. */
export function recurrence(every: EveryNode): string {
  if (every.quarterMonth !== undefined) {
    const first = every.quarterMonth
    return rule('YEARLY', 1, [first, first + 3, first + 6, first + 9], every.days ?? [])
  }
  if (every.points) return yearly(every.interval, every.points)
  if (every.from && every.to) return rule('YEARLY', every.interval, monthsBetween(every.from, every.to), [])
  const [frequency, times] = FREQUENCY[every.unit]
  const weekday = every.weekday ? WEEKDAYS[every.weekday] : undefined
  return rule(frequency, every.interval * times, [], every.days ?? []) + (weekday ? `;BYDAY=${weekday}` : '')
}

/**
 * 每年6月底和12月底 · 每年年底 · 每年上半年; 6月30日和12月31日 are both the last of their month. Days that differ from month to
 * month are left out, since a rule would join each day to each month; so is an event (每年汛前), which has no date.
 */
function yearly(interval: number, points: readonly TimePoint[]): string {
  if (points.some(({ event }) => event)) return rule('YEARLY', interval, [], [])
  const dates = points.map(yearlyDate)
  const months = [...new Set(dates.map(({ month }) => month))]
  const days = new Set(dates.flatMap(({ day }) => day ?? []))
  if (dates.some(({ day }) => day === null)) days.clear()
  if (days.size <= 1 || months.length === 1) return rule('YEARLY', interval, months, [...days])
  const lasts = dates.every(({ month, day }) => day === -1 || day === lastDay(2023, month))
  return rule('YEARLY', interval, months, lasts ? [-1] : [])
}

/** 6月20日、12月10日前: no rule says both days and no others. */
export const areTwoDates = (points: readonly TimePoint[]): boolean =>
  points.length > 1 &&
  points.every(({ month, day }) => month !== undefined && day !== undefined) &&
  new Set(points.map(({ month }) => month)).size > 1 &&
  new Set(points.map(({ day }) => day)).size > 1 &&
  !points.every(({ month, day }) => day === lastDay(2023, month as number))

function yearlyDate(point: TimePoint): { month: number; day: number | null } {
  if (point.month !== undefined) {
    if (point.day !== undefined) return { month: point.month, day: point.day }
    if (point.third !== undefined)
      return { month: point.month, day: point.third === 3 ? -1 : point.third * 10 }
    if (point.edge) return { month: point.month, day: point.edge === 'end' ? -1 : 10 }
    return { month: point.month, day: null }
  }
  if (point.quarter !== undefined) return { month: point.quarter * 3, day: -1 }
  if (point.half !== undefined) return { month: point.half * 6, day: -1 }
  return point.edge === 'start' ? { month: 1, day: 31 } : { month: 12, day: 31 }
}

/** 每年11月至次年3月 → 11, 12, 1, 2, 3 */
function monthsBetween(from: TimePoint, to: TimePoint): number[] {
  const first = from.month ?? yearlyDate(from).month
  const last = to.month ?? (to.day === undefined ? yearlyDate(to).month : first)
  const months: number[] = []
  for (let month = first; ; month = (month % 12) + 1) {
    months.push(month)
    if (month === last || months.length === 12) return months
  }
}

function rule(
  frequency: string,
  interval: number,
  months: readonly number[],
  days: readonly number[],
): string {
  let text = `FREQ=${frequency}`
  if (interval > 1) text += `;INTERVAL=${interval}`
  if (months.length) text += `;BYMONTH=${months.join(',')}`
  if (days.length) text += `;BYMONTHDAY=${days.join(',')}`
  return text
}
