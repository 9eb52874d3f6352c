import type { Span } from '../../source/span.js'

/** A period of printed dates, and whether it ends before it starts. */
export interface PrintedPeriod extends Span {
  readonly reversed: boolean
}

const DATE = '(\\d{4}) ?年?(?: ?(\\d{1,2}) ?月)?(?: ?(\\d{1,2}) ?日)?'
const PERIOD = new RegExp(
  `(?<!\\d)${DATE} ?(?:-{1,2}|~|至|到) ?(?:${DATE}|(\\d{1,2}) ?月(?: ?(\\d{1,2}) ?日)?)`,
  'g',
)

/** 2023年6月—2022年12月 · 2025-2023年 · 2023年9月至6月, in folded text. */
export function readPeriods(folded: string): PrintedPeriod[] {
  const periods: PrintedPeriod[] = []
  for (const match of folded.matchAll(PERIOD)) {
    const [whole, year, month, day, endYear, endMonth, endDay, bareMonth, bareDay] = match
    const end = match.index + whole.length
    if (!isPeriod(whole, folded.slice(end, end + 1), month !== undefined)) continue
    const first = [year, month, day]
    const last = endYear === undefined ? [year, bareMonth, bareDay] : [endYear, endMonth, endDay]
    periods.push({ start: match.index, end, reversed: isBefore(last, first) })
  }
  return periods
}

/** Years, not the figures of a telephone number or of a size: 0538-6991234 · 3000-2000平方米 */
function isPeriod(text: string, next: string, dated: boolean): boolean {
  if (/\d/.test(next)) return false
  return dated || text.includes('年') || next === '年'
}

/** Whether the last day comes before the first, as far as both are given. */
function isBefore(last: readonly (string | undefined)[], first: readonly (string | undefined)[]): boolean {
  for (const [i, part] of last.entries()) {
    const other = first[i]
    if (part === undefined || other === undefined || Number(part) > Number(other)) return false
    if (Number(part) < Number(other)) return isYearOrPart(part, other, i)
  }
  return false
}

const isYearOrPart = (a: string, b: string, index: number): boolean =>
  index > 0 || [a, b].every((year) => Number(year) >= 1900 && Number(year) < 2200)
