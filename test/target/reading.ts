import { findDeadlines } from '../../src/facts/deadline/find-deadlines.js'
import type { FactContext } from '../../src/facts/context.js'
import { type Quantities, readQuantities } from '../../src/facts/target/find-targets.js'
import { baseLexicon } from '../../src/grammar/index.js'
import { SourceText } from '../../src/source/source-text.js'
import type { Target } from '../../src/tree/nodes.js'

export const contextOf = (text: string, referenceDate: string | null = '2021-06-01'): FactContext => ({
  source: new SourceText(text),
  lexicon: baseLexicon(),
  referenceDate,
})

/** The quantities of a text that is one unit. */
export function quantitiesOf(text: string, referenceDate?: string | null): Quantities {
  const context = contextOf(text, referenceDate)
  const unit = { start: 0, end: text.length }
  return readQuantities(context, unit, findDeadlines(context, unit).value)
}

/** One target on one line: metric | comparator value unit (bound) from base. */
export function line({ metric, comparator, value, unit, bound, from }: Target): string {
  const figure = `${comparator} ${typeof value === 'number' ? value : value.join('-')} ${unit}`
  return `${metric} | ${figure}${bound ? ` (${bound})` : ''}${from === null ? '' : ` from ${from}`}`
}
