import type { Language } from '../../diagnostics/message.js'
import type { Report } from '../report.js'
import { github } from './github.js'
import { json } from './json.js'
import { junit } from './junit.js'
import { sarif } from './sarif.js'

/** Formats that are written when all documents have been checked; `pretty` is printed one document after the other. */
export const REPORTS = { json, sarif, github, junit } as const satisfies Record<
  string,
  (report: Report, language: Language) => string
>
export type ReportFormat = keyof typeof REPORTS
export type LintFormat = ReportFormat | 'pretty'

export const LINT_FORMATS = ['pretty', 'json', 'sarif', 'github', 'junit'] as const satisfies LintFormat[]
