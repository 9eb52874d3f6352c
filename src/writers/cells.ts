import { fill, type Language } from '../diagnostics/message.js'
import type { Assignment, Deadline, Role, Section, Span, Target } from '../generated/registry.js'
import type { Listed } from '../registry/listing.js'
import { BASES, COMPARATORS, HEADINGS } from './words.js'

/** 二、重点任务 › （一）扩大供给 */
export const sectionText = (path: readonly Section[]): string =>
  path.map(({ number, heading }) => `${number}${heading ?? ''}`).join(' › ')

/** The bodies of one role, as printed, and 等 where the list that names them is open. */
export function bodiesText(
  { assignments, obligation }: Listed,
  role: Role,
  sign: string,
  language: Language,
): string {
  const assignees = obligation.assignees.filter((item) => item.role === role)
  if (assignees.length === 0) return ''
  const open = assignments.some((item) => isOpen(item, role))
  const names = [...new Set(assignees.map(({ name }) => name))].join(sign)
  return open ? names + HEADINGS[language].openEnded : names
}

const isOpen = (assignment: Assignment, role: Role): boolean =>
  assignment.openEnded && openRoles(assignment).has(role)

/** An assignment may bind through thousands of obligations; it is looked at once. */
const OPEN = new WeakMap<Assignment, ReadonlySet<Role>>()

/** Whose list 等 closes: (市教育局牵头,市财政局、市审计局等部门配合) leaves open who supports, not who leads. */
function openRoles(assignment: Assignment): ReadonlySet<Role> {
  const known = OPEN.get(assignment)
  if (known) return known
  const { bodies, text } = assignment
  const closing = bodies.filter(({ name }) => text.includes(`${name}等`))
  const roles = new Set((closing.length > 0 ? closing : bodies.slice(-1)).map(({ role }) => role))
  OPEN.set(assignment, roles)
  return roles
}

/** 覆盖率 ≥ 85% · 能耗 下降 10% · 规模 介于 5–8万 */
export function targetText(target: Target, due: string | null, language: Language): string {
  const words = COMPARATORS[language]
  const { metric, comparator, unit, bound } = target
  const figure = `${Array.isArray(target.value) ? target.value.join('–') : target.value}${unit ?? ''}`
  const asks = bound === null ? words[comparator] : `${words[comparator]} ${words[bound]}`
  const change =
    target.from === null && target.to === null ? '' : ` (${target.from ?? '…'} → ${target.to ?? '…'})`
  const date = target.due === null || target.due === due ? '' : ` (${target.due})`
  return `${metric} ${asks} ${figure}${change}${date}`
}

/** The first day of the period that ends on the date of the obligation, or null. */
export const startOf = ({ obligation: { due, deadlines } }: Listed): string | null =>
  deadlines.find(({ kind, end }) => kind === 'period' && due !== null && end === due.date)?.start ?? null

/** The times of an obligation beside its date: 每年6月底前 · 自印发之日起30日内 · 2023-01-01 至 2024-06-30 */
export function otherTimes({ obligation }: Listed, language: Language): string[] {
  const texts = obligation.deadlines.map((item) => timeText(item, obligation.due?.date ?? null, language))
  return [...new Set(texts)].filter((text) => text !== '')
}

function timeText({ kind, start, end, text }: Deadline, due: string | null, language: Language): string {
  if (kind === 'recurring' || kind === 'relative') return text
  if (end !== null && end === due) return ''
  if (kind === 'by') return end ?? text
  return `${start ?? ''} ${HEADINGS[language].until} ${end ?? ''}`.trim()
}

/** The date or period, and the other times: 2025-12-31；每年6月底前 */
export function datesText(listed: Listed, sign: string, language: Language, note = ''): string {
  const date = listed.obligation.due?.date
  const start = startOf(listed)
  const range = start === null ? date : `${start} ${HEADINGS[language].until} ${date}`
  return [...(range === undefined ? [] : [range + note]), ...otherTimes(listed, language)].join(sign)
}

/** The same with what the date rests on, where it is not stated: 2025-12-31 (承前句)；每年6月底前 */
export function dueText(listed: Listed, sign: string, language: Language): string {
  const { due } = listed.obligation
  const note = due && due.basis !== 'stated' ? ` (${BASES[language][due.basis]})` : ''
  return datesText(listed, sign, language, note)
}

/** 第 32 行第 318 字 */
export function placeText({ line, column, page }: Span, language: Language): string {
  const words = HEADINGS[language]
  const place = fill(words.line, { line, column })
  return page === null ? place : `${fill(words.page, { page })} ${place}`
}
