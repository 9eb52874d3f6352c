/** A recurrence with the day that it begins on, which RFC 5545 wants to be one of its days. */
export interface Anchored {
  readonly day: string
  readonly rrule: string
}

/** What a calendar of days can keep; anything else in a registry of other hands is no recurrence here. */
const DAYS_RULE =
  /^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;INTERVAL=[1-9]\d{0,2}|;BYMONTH(?:DAY)?=-?\d{1,2}(?:,-?\d{1,2})*|;BYDAY=[A-Z]{2}(?:,[A-Z]{2})*)*$/

type Rule = ReadonlyMap<string, string>

const DAY = 86_400_000
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/** How far the first day is looked for: 29 February comes once in eight years at the least. */
const YEARS = 9

/**
 * The first day on or after `from`. A rule that only says how often (每年 · 每季度) is bound to the last day of its
 * span, which is when the work of that span has to be done: 每季度 → 31 March, 30 June … Null for a rule that no day
 * keeps, and for one by the hour.
 */
export function firstOccurrence(rrule: string, from: string): Anchored | null {
  if (!DAYS_RULE.test(rrule)) return null
  const rule = anchored(new Map(rrule.split(';').map((part) => part.split('=') as [string, string])))
  const start = Date.parse(`${from}T00:00:00Z`)
  if (Number.isNaN(start)) return null
  for (let i = 0; i <= YEARS * 366; i++) {
    const time = new Date(start + i * DAY)
    if (matches(time, rule)) return { day: time.toISOString().slice(0, 10), rrule: textOf(rule) }
  }
  return null
}

/** The rule with a day of the span that it speaks of, where it names none. */
function anchored(rule: Rule): Rule {
  const named = rule.has('BYMONTHDAY') || rule.has('BYDAY')
  switch (rule.get('FREQ')) {
    case 'YEARLY':
      if (named) return rule
      return new Map([...rule, ['BYMONTH', rule.get('BYMONTH') ?? '12'], ['BYMONTHDAY', '-1']])
    case 'MONTHLY':
      return named ? rule : new Map([...rule, ['BYMONTHDAY', '-1']])
    case 'WEEKLY':
      return named ? rule : new Map([...rule, ['BYDAY', 'SU']])
    default:
      return rule
  }
}

function matches(time: Date, rule: Rule): boolean {
  const numbers = (name: string): number[] | undefined => rule.get(name)?.split(',').map(Number)
  const month = time.getUTCMonth() + 1
  const day = time.getUTCDate()
  const last = new Date(Date.UTC(time.getUTCFullYear(), month, 0)).getUTCDate()
  const days = numbers('BYMONTHDAY')
  if (days && !days.includes(day) && !days.includes(day - last - 1)) return false
  const months = numbers('BYMONTH')
  if (months && !months.includes(month)) return false
  const weekdays = rule.get('BYDAY')
  if (weekdays && !weekdays.split(',').includes(WEEKDAYS[time.getUTCDay()] ?? '')) return false
  // Quarters and half years are those of the calendar.
  const interval = Number(rule.get('INTERVAL') ?? 1)
  return rule.get('FREQ') !== 'MONTHLY' || month % interval === 0 || interval > 12
}

const textOf = (rule: Rule): string => [...rule].map(([name, value]) => `${name}=${value}`).join(';')
