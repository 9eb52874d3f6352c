import { describe, expect, it } from 'vitest'
import { fold } from '../../src/source/fold.js'
import { line, quantitiesOf } from './reading.js'
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
