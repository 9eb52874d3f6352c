/** A day of the civil calendar. Months and days count from 1. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** 2025-06-30 */
export const iso = ({ year, month, day }: Day): string => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`

/** The day that an ISO date names, or null where it is none. */
export function parseIso(text: string | null | undefined): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '')
  if (!match) return null
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  return isDay(day) ? day : null
}

/** The last day of a month: 28 to 31. */
export function lastDay(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export const isDay = ({ year, month, day }: Day): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month)

export const endOfMonth = (year: number, month: number): Day => ({ year, month, day: lastDay(year, month) })

/** So many months on, on the same day of the month or its last. */
export function addMonths({ year, month, day }: Day, months: number): Day {
  const index = year * 12 + month - 1 + months
  const to = { year: Math.floor(index / 12), month: (index % 12) + 1 }
  return { ...to, day: Math.min(day, lastDay(to.year, to.month)) }
}

/** So many days on, or back. */
export function addDays({ year, month, day }: Day, days: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day + days))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** The day before the same day so many years on: 5年 from 2019-01-01 run until 2023-12-31. */
export const afterYears = (from: Day, years: number): Day =>
  addDays(addMonths(from, Math.round(years * 12)), -1)
