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
