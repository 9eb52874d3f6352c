import fc from 'fast-check'
import { it } from 'vitest'
import { bounded, budget, LIMIT } from './budget.js'
import { checkText } from './check-text.js'
import { texts } from './vocabulary.js'

it("texts of the grammars' own words", LIMIT, () =>
  fc.assert(
    fc.asyncProperty(texts, (text) => bounded(() => checkText(text))),
    budget(4000),
  ),
)

/** What was found on the way, with what went wrong. */
it.each([['。一半至少0', 'a full-width digit behind 至少 is a digit, too']])('%s: %s', (text) =>
  checkText(text),
)
