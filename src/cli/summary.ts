import { cut, displayWidth, pad, printable } from '../diagnostics/width.js'
import type { Obligation, RegistryDocument } from '../generated/registry.js'
import type { MessageName } from './messages.js'
import type { Ui } from './ui.js'

/** The figures of one document, or of several together. */
export interface Tally {
  name: string
  sections: number
  byType: Record<Obligation['type'], number>
  targets: number
  deadlines: number
  assignments: number
  errors: number
  warnings: number
  notes: number
  cues: number
  cuesUnread: number
}

const TYPES = ['action', 'outcome', 'prohibition', 'encouragement', 'permission'] as const
const NAME_WIDTH = 32

export function tallyOf(document: RegistryDocument): Tally {
  const { obligations, sections, assignments, diagnostics, coverage } = document
  const count = (severity: string): number => diagnostics.filter((item) => item.severity === severity).length
  const byType = { action: 0, outcome: 0, prohibition: 0, encouragement: 0, permission: 0 }
  for (const { type } of obligations) byType[type]++
  const timed = [document, ...sections, ...assignments, ...obligations]
  return {
    name: document.id,
    sections: sections.length,
    byType,
    targets: sum(obligations.map(({ targets }) => targets.length)),
    deadlines: sum(timed.map(({ deadlines }) => deadlines.length)),
    assignments: assignments.length,
    errors: count('error'),
    warnings: count('warning'),
    notes: count('info'),
    cues: coverage.cues,
    cuesUnread: coverage.cuesUnread,
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** A table with a row a document, and one for all where there are several. */
export function summary(tallies: readonly Tally[], ui: Ui): string {
  const { say, palette } = ui
  const headings: MessageName[] = [
    'col-document',
    'col-sections',
    'col-obligations',
    ...TYPES.map((type) => `col-${type}` as const),
    'col-targets',
    'col-deadlines',
    'col-assignments',
    'col-diagnostics',
    'col-coverage',
  ]
  const rows = tallies.map(cells)
  if (tallies.length > 1)
    rows.push(cells({ ...total(tallies), name: say('total', { count: tallies.length }) }))
  const table = [headings.map((name) => say(name)), ...rows]
  const widths = headings.map((_, column) => Math.max(...table.map((row) => displayWidth(row[column] ?? ''))))
  const lines = table.map((row) =>
    row
      .map((cell, i) => pad(cell, widths[i] ?? 0, i > 0))
      .join('  ')
      .trimEnd(),
  )
  const [first = '', ...others] = lines
  return [palette.bold(first), ...others, palette.dim(say('coverage-note'))].join('\n')
}

function cells(tally: Tally): string[] {
  const { cues, cuesUnread } = tally
  return [
    cut(printable(tally.name), NAME_WIDTH),
    String(tally.sections),
    String(sum(Object.values(tally.byType))),
    ...TYPES.map((type) => String(tally.byType[type])),
    String(tally.targets),
    String(tally.deadlines),
    String(tally.assignments),
    `${tally.errors}/${tally.warnings}/${tally.notes}`,
    cues === 0 ? '-' : `${((100 * (cues - cuesUnread)) / cues).toFixed(1)}%`,
  ]
}

function total(tallies: readonly Tally[]): Tally {
  const of = (field: Exclude<keyof Tally, 'name' | 'byType'>): number =>
    sum(tallies.map((tally) => tally[field]))
  const byType = { action: 0, outcome: 0, prohibition: 0, encouragement: 0, permission: 0 }
  for (const type of TYPES) byType[type] = sum(tallies.map((tally) => tally.byType[type]))
  return {
    name: '',
    byType,
    sections: of('sections'),
    targets: of('targets'),
    deadlines: of('deadlines'),
    assignments: of('assignments'),
    errors: of('errors'),
    warnings: of('warnings'),
    notes: of('notes'),
    cues: of('cues'),
    cuesUnread: of('cuesUnread'),
  }
}
