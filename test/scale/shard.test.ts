import { describe, expect, it } from 'vitest'
import { inShard, parseShard } from '../../src/compile/shard.js'

const ids = Array.from({ length: 10_000 }, (_, i) => `document-${i}`)

describe('a list in parts', () => {
  it('every document is in exactly one part, and the parts are of about one size', () => {
    for (const count of [1, 2, 7, 16]) {
      const sizes = Array.from({ length: count }, (_, i) => {
        const shard = { index: i + 1, count }
        return ids.filter((id) => inShard(id, shard)).length
      })
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(ids.length)
      for (const size of sizes)
        expect(Math.abs(size - ids.length / count)).toBeLessThan(ids.length / count / 5 + 1)
    }
  })

  it('the part of a document hangs on its id alone', () => {
    const third = { index: 3, count: 4 }
    const whole = ids.filter((id) => inShard(id, third))
    expect(ids.toReversed().filter((id) => inShard(id, third))).toEqual(whole.toReversed())
  })

  it.each(['1/1', '3/8', '8/8', '1000000/1000000'])('%s is a part', (text) => {
    const [index, count] = text.split('/').map(Number)
    expect(parseShard(text)).toEqual({ index, count })
  })

  it.each(['', '0/8', '9/8', '1', '1/0', '-1/2', '1.5/2', ' 1/2', '1/9999999'])('%s is none', (text) => {
    expect(parseShard(text)).toBeNull()
  })
})
