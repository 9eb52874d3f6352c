import { describe, expect, it } from 'vitest'
import { compileText } from '../../src/compile.js'
import { simplify } from '../../src/grammar/simplify.js'
import { expectInvariants } from '../pipeline/invariants.js'

describe('traditional characters', () => {
  it('compile as simplified ones, with names and quotes as printed', () => {
    const text = '一、加強監管。到2027年，檢查覆蓋率達到95%以上。（市衛生健康委牽頭，市財政局配合）\n'
    const document = compileText(text)
    expectInvariants(text, document)
    expect(document.sections.map(({ heading }) => heading)).toEqual(['加強監管'])
    expect(
      document.obligations.map(({ type, due, targets }) => [type, due?.date, targets[0]?.metric]),
    ).toEqual([['outcome', '2027-12-31', '檢查覆蓋率']])
    expect(document.assignments[0]?.bodies.map(({ name, role }) => `${name}/${role}`)).toEqual([
      '市衛生健康委/lead',
      '市財政局/support',
    ])
  })

  it('are matched in a view of the same length', () => {
    expect(simplify('為實現國務院關於…的目標')).toBe('为实现国务院关于…的目标')
    const plain = '为实现目标，显著提升'
    expect(simplify(plain)).toBe(plain)
  })
})
