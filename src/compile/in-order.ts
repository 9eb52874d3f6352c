/**
 * Works on up to `width` items of a source at once and gives the results in the order of the items. A result is given
 * as soon as it is the next one, even while the source is silent, so that a filter answers line by line; no more than
 * `width` items are ever held. `work` must not reject.
 */
export async function* inOrder<Item, Result>(
  source: AsyncIterator<Item>,
  width: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = []
  let coming: Promise<IteratorResult<Item>> | null = source.next()
  try {
    while (coming !== null || running.length > 0) {
      const [first] = running
      const arrived = coming !== null && running.length < width ? await arrivedBefore(coming, first) : null
      if (arrived === null) {
        yield await (running.shift() as Promise<Result>)
      } else if (arrived.done) {
        coming = null
      } else {
        running.push(work(arrived.value))
        coming = source.next()
      }
    }
  } finally {
    await source.return?.()
  }
}

/** The next item, or null where the first result is there before it. */
const arrivedBefore = <Item>(
  coming: Promise<IteratorResult<Item>>,
  first: Promise<unknown> | undefined,
): Promise<IteratorResult<Item> | null> =>
  first === undefined ? coming : Promise.race([coming, first.then(() => null)])
