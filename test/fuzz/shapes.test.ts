import { describe, expect, it } from 'vitest'
import { SHAPES } from '../../bench/shapes.mjs'
import { compileText } from '../../src/compile.js'
import { expectInvariants } from '../pipeline/invariants.js'

/** Long enough for a rule that looks at everything again to be felt; `npm run bench -- --growth` measures it. */
const LENGTH = 3000

describe('shapes that no document has are compiled all the same', () => {
  it.each(Object.entries(SHAPES))('%s', { timeout: 60_000 }, (_name, shape) => {
    const text = shape(LENGTH)
    const document = compileText(text)
    expect(document.diagnostics.filter(({ code }) => code === 'internal-error')).toEqual([])
    expectInvariants(text, document)
  })
})
