import { describe, expect, it } from 'vitest'
import { findDeadlines } from '../../src/facts/deadline/find-deadlines.js'
import { readQuantities } from '../../src/facts/target/find-targets.js'
import { fold } from '../../src/source/fold.js'
import { contextOf, line, quantitiesOf } from './reading.js'
import { PARTS } from './parts.js'
import { SENTENCES } from './sentences.js'

describe('a sentence sets these targets', () => {
  for (const [sentence, ...targets] of [...SENTENCES, ...PARTS]) {
    it(sentence, () => expect(quantitiesOf(sentence).targets.map(line)).toEqual(targets))
  }
})

describe('ASCII punctuation changes nothing', () => {
  for (const [sentence, ...targets] of [...SENTENCES, ...PARTS]) {
    const plain = fold(sentence)
    it(plain, () => expect(quantitiesOf(plain).targets.map(line)).toEqual(targets.map(fold)))
  }
})

describe('what a later stage is to reach', () => {
  const later = (above: string): string[] => {
    const below = '远期目标：到2035年，达到42%。'
    const context = contextOf(`${above}\n${below}`)
    const unit = { start: above.length + 1 + '远期目标：'.length, end: above.length + 1 + below.length }
    return readQuantities(context, unit, findDeadlines(context, unit).value).targets.map(line)
  }

  it('is measured as that of the stage on the line above', () =>
    expect(later('近期目标：到2027年，森林覆盖率达到40%。')).toEqual(['森林覆盖率 | >= 42 %']))

  it('is not told by any other line', () => expect(later('森林覆盖率达到40%。')).toEqual([]))
})

describe('every target', () => {
  it('lies in its unit and ends with what it says', () => {
    for (const [sentence] of [...SENTENCES, ...PARTS]) {
      for (const target of quantitiesOf(sentence).targets) {
        expect(target.start).toBeGreaterThanOrEqual(0)
        expect(target.end).toBeLessThanOrEqual(sentence.length)
        expect(target.metric).not.toBe('')
        expect(target.metric).toBe(target.metric.trim())
      }
    }
  })
})
