import type { Obligation, RegistryDocument } from '../generated/registry.js'

/** The types of obligation, in the order in which they are shown. */
export const TYPES = ['action', 'outcome', 'prohibition', 'encouragement', 'permission'] as const

const FIGURES = [
  'sections',
  'targets',
  'deadlines',
  'assignments',
  'errors',
  'warnings',
  'notes',
  'cues',
  'cuesUnread',
] as const

/** The figures of one document, or of several together. */
export interface Tally extends Record<(typeof FIGURES)[number], number> {
  readonly name: string
  readonly byType: Record<Obligation['type'], number>
}

export function tallyOf(document: RegistryDocument): Tally {
  const { obligations, sections, assignments, diagnostics, coverage } = document
  const count = (severity: string): number => diagnostics.filter((item) => item.severity === severity).length
  const { byType } = noTally('')
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

/** The figures of nothing, to which others are added. */
export const noTally = (name: string): Tally => ({
  name,
  byType: { action: 0, outcome: 0, prohibition: 0, encouragement: 0, permission: 0 },
  sections: 0,
  targets: 0,
  deadlines: 0,
  assignments: 0,
  errors: 0,
  warnings: 0,
  notes: 0,
  cues: 0,
  cuesUnread: 0,
})

export function addTally(total: Tally, tally: Tally): void {
  for (const figure of FIGURES) total[figure] += tally[figure]
  for (const type of TYPES) total.byType[type] += tally.byType[type]
}

export const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0)
