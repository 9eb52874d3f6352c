import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { caseText, casesOf, factsOf } from './cases.js'

/**
 * The readable examples: what is expected stands under each text as `qparse explain` prints it.
 * QPARSE_REFRESH=1 writes what comes today, to be reviewed as a diff.
 */
const FOLDER = 'fixtures/forms'

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))) {
  const path = `${FOLDER}/${file}`
  const cases = casesOf(readFileSync(path, 'utf8'))
  if (process.env['QPARSE_REFRESH']) {
    writeFileSync(path, cases.map((one) => caseText({ ...one, facts: factsOf(one.text) })).join('=====\n'))
    continue
  }
  describe(file, () => {
    it.each(cases)('$title', ({ text, facts }) => expect(factsOf(text)).toBe(facts))
  })
}

it('a folder of examples to run', () => expect(readdirSync(FOLDER).length).toBeGreaterThan(0))
