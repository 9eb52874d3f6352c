const DAY = 86_400_000

/** A place of the axis with what is written there. */
export interface Tick {
  readonly x: number
  readonly label: string
}

/** From days to places on an axis. */
export interface TimeScale {
  readonly x: (date: string) => number
  readonly ticks: readonly Tick[]
}

/** An axis of whole years that holds all the days; ticks are months, quarters or years, never nearer than 46 places. */
export function timeScale(dates: readonly string[], width: number): TimeScale {
  const years = dates.map((date) => Number(date.slice(0, 4))).filter(Number.isFinite)
  const first = years.reduce((a, b) => Math.min(a, b), Infinity)
  const last = years.reduce((a, b) => Math.max(a, b), -Infinity) + 1
  const from = start(first, 0)
  const length = start(last, 0) - from
  const place = (time: number): number => ((time - from) / length) * width
  const count = last - first
  const ticks: Tick[] = []
  const months = [1, 3, 6].find((step) => (width * step) / (count * 12) >= 46)
  if (count <= 3 && months !== undefined) {
    for (let month = 0; month < count * 12; month += months) {
      const year = first + Math.floor(month / 12)
      const label = month % 12 === 0 ? String(year) : `${year}-${String((month % 12) + 1).padStart(2, '0')}`
      ticks.push({ x: place(start(year, month % 12)), label })
    }
  } else {
    const step = [1, 2, 5, 10, 20, 50, 100, 500, 1000].find((n) => (width * n) / count >= 46) ?? 5000
    for (let year = first; year < last; year += step)
      ticks.push({ x: place(start(year, 0)), label: String(year) })
  }
  return { x: (date) => place(Date.parse(`${date}T00:00:00Z`) + DAY / 2), ticks }
}

/** `Date.UTC` takes years below 100 for 19xx. */
const start = (year: number, month: number): number => new Date(0).setUTCFullYear(year, month, 1)
