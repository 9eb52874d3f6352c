import type { Deadline, Obligation } from '../generated/registry.js'
import type { DeadlineChange, Time } from './types.js'

/** A time that can be held against others of its class: the smaller rank comes earlier. */
interface Mark {
  readonly class: string
  readonly rank: number
  readonly key: string
  readonly time: Time
}

/**
 * What became of the times. A date counts once, whether it stands in the obligation, binds it from elsewhere, or only
 * one of its figures. Times of one class that differ are held against each other in order, the rest came or went.
 */
export function compareDeadlines(old: Obligation, now: Obligation): DeadlineChange[] {
  const before = marksOf(old)
  const after = marksOf(now)
  const gone = [...before.values()].filter(({ key }) => !after.has(key))
  const come = [...after.values()].filter(({ key }) => !before.has(key))
  const changes: DeadlineChange[] = []
  for (const name of new Set([...gone, ...come].map((mark) => mark.class))) {
    const a = inOrder(gone, name, old)
    const b = inOrder(come, name, now)
    for (let i = 0; i < Math.max(a.length, b.length); i++) {
      const change = changeOf(a[i], b[i])
      if (change) changes.push(change)
    }
  }
  return changes
}

/** The binding date first, then by time. */
function inOrder(marks: readonly Mark[], name: string, { due }: Obligation): Mark[] {
  const first = ({ time }: Mark): number => (due !== null && time.date === due.date ? 0 : 1)
  return marks
    .filter((mark) => mark.class === name)
    .sort((x, y) => first(x) - first(y) || x.rank - y.rank || (x.key < y.key ? -1 : 1))
}

function changeOf(a: Mark | undefined, b: Mark | undefined): DeadlineChange | null {
  if (a && b) {
    if (a.rank === b.rank) return null
    return { kind: b.rank < a.rank ? 'deadline-earlier' : 'deadline-later', old: a.time, new: b.time }
  }
  if (b) return { kind: 'deadline-added', old: null, new: b.time }
  return a ? { kind: 'deadline-removed', old: a.time, new: null } : null
}

function marksOf({ deadlines, due, targets }: Obligation): Map<string, Mark> {
  const marks = new Map<string, Mark>()
  const add = (mark: Omit<Mark, 'key'>): void => {
    const key = `${mark.class} ${mark.rank}`
    if (!marks.has(key)) marks.set(key, { ...mark, key })
  }
  for (const deadline of deadlines) add(markOf(deadline))
  const inherit = (date: string | null, basis: Time['basis'] | null): void => {
    if (date === null || basis === null) return
    add({ class: 'date', rank: Date.parse(date), time: { ...NOWHERE, date, basis } })
  }
  inherit(due?.date ?? null, due?.basis ?? null)
  for (const target of targets) inherit(target.due, target.dueBasis)
  return marks
}

const NOWHERE: Time = { date: null, rrule: null, duration: null, basis: 'stated', text: null, span: null }

function markOf({ start, end, rrule, duration, dayType, from, text, span }: Deadline): Omit<Mark, 'key'> {
  const time: Time = { ...NOWHERE, date: end ?? start, rrule, duration, text, span }
  if (rrule !== null) return { class: `every ${frequencyOf(rrule)}`, rank: rankOf(rrule), time }
  if (duration !== null)
    return { class: `after ${from ?? ''} ${dayType ?? ''}`, rank: daysOf(duration), time }
  if (end !== null) return { class: 'date', rank: Date.parse(end), time }
  if (start !== null) return { class: 'from', rank: Date.parse(start), time }
  return { class: `words ${text}`, rank: 0, time }
}

const partOf = (rrule: string, name: string): string =>
  rrule
    .split(';')
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? ''

const frequencyOf = (rrule: string): string => `${partOf(rrule, 'FREQ')} ${partOf(rrule, 'INTERVAL')}`

/** Where in its year or month a recurring time first stands: -1 is the last day. */
function rankOf(rrule: string): number {
  const first = (name: string, last: number): number => {
    const value = Number(partOf(rrule, name).split(',')[0] || Number.NaN)
    return Number.isNaN(value) || value < 0 ? last : value
  }
  return first('BYMONTH', 12) * 100 + first('BYMONTHDAY', 31)
}

const DAYS: Readonly<Record<string, number>> = { Y: 365, M: 30, W: 7, D: 1 }

/** P1Y6M as days, well enough to say which of two is longer. */
function daysOf(duration: string): number {
  const [dates = '', hours = ''] = duration.slice(1).split('T')
  let days = Number.parseFloat(hours) / 24 || 0
  for (const [, count, unit] of dates.matchAll(/([\d.]+)([YMWD])/g))
    days += Number(count) * (DAYS[unit ?? ''] ?? 0)
  return days
}
