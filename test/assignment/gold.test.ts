import { describe, expect, it } from 'vitest'
import { hasMore, measure, strictF1 } from './measure.js'

describe('assignments of the annotated documents', () => {
  const scores = measure('fixtures/gold', 'seeds')
  it.each([
    ['parenthetical', 0.99],
    ['heading', 0.99],
    ['clause', 0.9],
  ] as const)('%s', (style, least) => {
    expect(strictF1(scores[style]), scores[style].misses.join('\n')).toBeGreaterThanOrEqual(least)
  })
})

describe.runIf(hasMore())('assignments of further annotated documents', () => {
  const scores = measure('../shared/gold/more', '../shared/texts')
  it.each([
    ['parenthetical', 0.99],
    ['clause', 0.8],
  ] as const)('%s', (style, least) => {
    expect(strictF1(scores[style]), scores[style].misses.join('\n')).toBeGreaterThanOrEqual(least)
  })
})
