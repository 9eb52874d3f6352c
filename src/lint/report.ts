import type { Severity } from '../diagnostics/diagnostic.js'
import type { Diagnostic, Registry, Source } from '../generated/registry.js'
import type { Finding } from './finding.js'
import type { Words } from './rule.js'
import { RULES } from './rules/index.js'
import type { Settings } from './settings.js'

/** What was found in one input. */
export interface CheckedDocument {
  readonly id: string
  readonly source: Source
  /** Why it could not be checked; empty where it was. */
  readonly failures: readonly Diagnostic[]
  readonly findings: readonly Finding[]
}

/** A rule that was on. */
export interface ActiveRule {
  readonly name: string
  readonly severity: Severity
  readonly about: Words
}

/** Everything that a run found; the formats write it down. */
export interface Report {
  readonly generator: Registry['generator']
  readonly rules: readonly ActiveRule[]
  readonly documents: readonly CheckedDocument[]
}

export type Counts = Record<Severity, number>

/** The rules that are on, in the order of the documentation. */
export const activeRules = (settings: Settings): ActiveRule[] =>
  RULES.flatMap(({ name, about }) => {
    const severity = settings.get(name)
    return severity === undefined ? [] : [{ name, severity, about }]
  })

/** How many findings of each severity. */
export function countFindings(documents: readonly CheckedDocument[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { findings } of documents) for (const { severity } of findings) counts[severity]++
  return counts
}
