import type { Rule } from '../rule.js'
import { abolishedOrgan } from './abolished-organ.js'
import { bodyTwoSpellings } from './body-two-spellings.js'
import { citationWithoutNumber } from './citation-without-number.js'
import { conflictingTargets } from './conflicting-targets.js'
import { deadlineBeforeIssue } from './deadline-before-issue.js'
import { duplicateNumber } from './duplicate-number.js'
import { figureOutOfScale } from './figure-out-of-scale.js'
import { goalWithoutFigure } from './goal-without-figure.js'
import { impossibleDate } from './impossible-date.js'
import { noResponsibleBody } from './no-responsible-body.js'
import { numberingGap } from './numbering-gap.js'
import { periodReversed } from './period-reversed.js'
import { skippedLevel } from './skipped-level.js'
import { targetWithoutDeadline } from './target-without-deadline.js'
import { unbalancedBracket } from './unbalanced-bracket.js'

/** All rules, in the order of docs/lint.md: duties, figures, times, bodies, form. */
export const RULES: readonly Rule[] = [
  noResponsibleBody,
  targetWithoutDeadline,
  goalWithoutFigure,
  figureOutOfScale,
  conflictingTargets,
  periodReversed,
  deadlineBeforeIssue,
  impossibleDate,
  abolishedOrgan,
  bodyTwoSpellings,
  citationWithoutNumber,
  numberingGap,
  duplicateNumber,
  skippedLevel,
  unbalancedBracket,
]
