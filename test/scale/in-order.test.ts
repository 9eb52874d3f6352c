import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inOrder } from '../../src/compile/in-order.js'

async function later(turns: number): Promise<void> {
  for (let i = 0; i < turns; i++) await new Promise((resolve) => setImmediate(resolve))
}

async function* from<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

describe('results in the order of the items', () => {
  it('whatever each takes, with never more than `width` at work', async () => {
    const property = fc.asyncProperty(
      fc.array(fc.nat(5), { maxLength: 30 }),
      fc.integer({ min: 1, max: 6 }),
      async (turns, width) => {
        let busy = 0
        let most = 0
        const results = inOrder(from([...turns.entries()]), width, async ([i, count]) => {
          most = Math.max(most, ++busy)
          await later(count)
          busy--
          return i
        })
        expect(await all(results)).toEqual([...turns.keys()])
        expect(most).toBeLessThanOrEqual(width)
      },
    )
    await fc.assert(property, { seed: 20181101, numRuns: 60 })
  })

  it('a result is there while the source is silent', async () => {
    let speak: (value: IteratorResult<number>) => void = () => undefined
    const next: Promise<IteratorResult<number>>[] = [
      Promise.resolve({ value: 1, done: false }),
      new Promise((resolve) => (speak = resolve)),
    ]
    const source: AsyncIterator<number> = { next: () => next.shift() as Promise<IteratorResult<number>> }
    const results = inOrder(source, 4, async (item) => item)
    expect(await results.next()).toEqual({ value: 1, done: false })
    speak({ value: undefined, done: true })
    expect((await results.next()).done).toBe(true)
  })

  it('a reader that stops has the source closed', async () => {
    let closed = false
    async function* source(): AsyncGenerator<number> {
      try {
        for (let i = 0; ; i++) yield i
      } finally {
        closed = true
      }
    }
    for await (const item of inOrder(source(), 3, async (value) => value)) if (item === 5) break
    expect(closed).toBe(true)
  })
})
