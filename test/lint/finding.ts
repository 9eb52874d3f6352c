import { compileText } from '../../src/compile.js'
import type { Finding } from '../../src/lint/finding.js'
import { lint } from '../../src/lint/lint.js'
import type { Settings } from '../../src/lint/settings.js'

/** What lint finds in a text. */
export const findings = (text: string, settings?: Settings): Finding[] =>
  lint(compileText(text, { path: 'draft.txt' }), text, settings ? { settings } : {})

/** The words that one rule finds fault with. */
export const quotes = (rule: string, text: string): string[] =>
  findings(text)
    .filter((finding) => finding.rule === rule)
    .map((finding) => finding.text)
