import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { parseIso } from '../grammar/calendar.js'
import { readTime } from '../grammar/parse-time.js'
import { resolveTime } from '../grammar/resolve-time.js'
import { append } from '../source/append.js'
import type { Span } from '../source/span.js'
import type { Assignment, Deadline, Fact, GoalCell, Label, Row, Target, Unit } from '../tree/nodes.js'
import { splitClauses } from '../units/split.js'
import { readCell } from './assignment/index.js'
import type { FactContext } from './context.js'
import { findDeadlines } from './deadline/find-deadlines.js'
import { labelUnit } from './modality/label.js'
import { NOWHERE } from './modality/mood.js'
import { readGoal } from './target/cell.js'
import { readQuantities } from './target/find-targets.js'
import { UNIT_CUES } from './unit-cues.js'

/** What a row of a table says, before it is written into its unit. */
interface RowFacts {
  readonly assignments: Assignment[]
  readonly facts: Fact[]
  readonly diagnostics: Diagnostic[]
}

/**
 * The facts of a row of a table of duties or goals. The whole row is one unit.
 *
 * 1. It binds if it has a task or a figure of its own; its task is read like a sentence, and what is no sentence
 *    (老旧小区改造) is an action. A row of figures is an outcome.
 * 2. A body or time in a cell merged over rows above binds it too; such a time is its due date and no fact of it.
 */
export function readRow(context: FactContext, unit: Unit, row: Row, year: number | null): RowFacts {
  const diagnostics: Diagnostic[] = []
  const times = row.times.flatMap((cell) => timesOf(context, cell, year, diagnostics))
  const own = times.filter(({ start }) => start >= unit.start)
  const goals = liveGoals(row.goals, parseIso(context.referenceDate)?.year ?? null)
    .map((goal) => readGoal(context, row, goal, unit.start))
    .filter((target) => target !== null)
  const tasks = taskFacts(context, row.tasks, year, diagnostics)
  const labelled = labelOf(context, row, tasks)
  unit.label = labelled.label
  unit.also = labelled.also
  unit.rules.push(labelled.rule)
  const due = dueOf(times, own, goals)
  if (due) unit.due = due
  const assignments = row.bodies.map((cell) => readCell(context, cell)).filter((found) => found !== null)
  if (unit.label === 'N') return { assignments, facts: [...own], diagnostics }
  return { assignments, facts: [...own, ...tasks.times, ...tasks.targets, ...goals], diagnostics }
}

/** The dates in a cell under 完成时限: 2025年 and 2025年12月 stand there alone, which in a sentence would be no deadline. */
function timesOf(
  context: FactContext,
  cell: Span,
  year: number | null,
  diagnostics: Diagnostic[],
): Deadline[] {
  const found = findDeadlines(context, cell, year)
  append(diagnostics, found.diagnostics)
  if (found.value.length > 0) return found.value
  const { source, lexicon, referenceDate } = context
  const node = readTime(source.folded, cell.start, lexicon)
  if (node?.type !== 'instant' || node.end > cell.end || node.end < cell.end - 8) return []
  const { value, notices } = resolveTime(node, { referenceDate, year, month: null })
  if (value.until === null) return []
  const span = { start: node.start, end: node.end }
  const values = { text: source.slice(span) }
  append(
    diagnostics,
    notices.map((code) => ({ code, values, span })),
  )
  return [{ type: 'deadline', ...value, ...span }]
}

/** 2020年 beside 2025年目标值, and a year before that of the document, say what was there before. */
function liveGoals(goals: readonly GoalCell[], documentYear: number | null): GoalCell[] {
  const years = goals.flatMap(({ year, stated }) => (year === null || stated ? [] : [year]))
  const first = Math.min(...years)
  const others = goals.some(({ stated }) => stated) || years.some((year) => year > first)
  return goals.filter(({ year, stated }) => {
    if (stated || year === null) return true
    if (documentYear !== null) return year >= documentYear
    return !(others && year === first)
  })
}

/** The tasks of the row, each read like a sentence. */
function taskFacts(
  context: FactContext,
  tasks: readonly Span[],
  year: number | null,
  diagnostics: Diagnostic[],
): { times: Deadline[]; targets: Target[]; clauses: Span[] } {
  const all = { times: [] as Deadline[], targets: [] as Target[], clauses: [] as Span[] }
  for (const task of tasks) {
    const times = findDeadlines(context, task, year)
    const quantities = readQuantities(context, task, times.value)
    append(all.times, times.value)
    append(all.targets, quantities.targets)
    append(all.clauses, splitClauses(context.source, task))
    append(diagnostics, times.diagnostics, quantities.diagnostics)
  }
  return all
}

function labelOf(
  context: FactContext,
  row: Row,
  { times, targets, clauses }: { times: Deadline[]; targets: Target[]; clauses: Span[] },
): { label: Label; also: Unit['also']; rule: string } {
  const { folded } = context.source
  const first = row.tasks[0]
  const last = row.tasks.at(-1)
  if (!first || !last)
    return { label: row.goals.length > 0 ? 'outcome' : 'N', also: [], rule: 'row-of-figures' }
  const body = { start: first.start, end: last.end }
  const found = labelUnit(clauses, body, {
    folded,
    lexicon: context.lexicon,
    cues: UNIT_CUES.in(folded, body.start, body.end),
    mood: NOWHERE.mood,
    listed: null,
    opening: false,
    times: times.map((time) => ({ ...time, goal: false })),
    targets,
    hasSubject: false,
  })
  return found.label === 'N' ? { label: 'action', also: [], rule: 'row-of-tasks' } : found
}

/** What a time of a merged cell, or the head of a figure's column, makes the date of a row without a time of its own. */
function dueOf(
  times: readonly Deadline[],
  own: readonly Deadline[],
  goals: readonly Target[],
): Unit['due'] | undefined {
  if (own.length > 0) return undefined
  const merged = times.findLast(({ until }) => until !== null)?.until
  if (merged) return { date: merged, basis: 'assignment' }
  const last = goals
    .flatMap(({ due }) => due ?? [])
    .sort()
    .at(-1)
  return last === undefined ? undefined : { date: last, basis: 'section' }
}
