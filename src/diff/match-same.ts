import type { Places } from './align-places.js'
import type { Item, Model } from './model.js'

/** Obligations whose wording comes once on either side: they are the same, wherever they stand. */
export function matchUnique(a: Model, b: Model, match: Int32Array): void {
  const others = byKey(b.items, ({ words }) => words)
  for (const [words, items] of byKey(a.items, ({ words }) => words)) {
    const [item, second] = items
    const [other, third] = others.get(words) ?? []
    if (item && other && !second && !third) match[item.index] = other.index
  }
}

/**
 * Obligations whose wording comes more often: first those in sections that belong together, then in the same document,
 * then anywhere; each time those with the same facts first, in the order of the text.
 */
export function matchRepeated(a: Model, b: Model, match: Int32Array, { toB }: Places): void {
  const root = (model: Model, { document }: Item): number => model.roots[document] ?? 0
  const keys: [(item: Item) => string, (item: Item) => string][] = [
    [({ place }) => String(toB[place]), ({ place }) => String(place)],
    [(item) => String(toB[root(a, item)]), (item) => String(root(b, item))],
    [() => '', () => ''],
  ]
  const taken = new Set<number>(match)
  for (const [keyA, keyB] of keys) {
    for (const facts of [factsOf, () => '']) {
      const free = byKey(
        b.items.filter(({ index }) => !taken.has(index)).reverse(),
        (item) => `${keyB(item)} ${item.words} ${facts(item)}`,
      )
      for (const item of a.items) {
        if (match[item.index] !== -1) continue
        const other = free.get(`${keyA(item)} ${item.words} ${facts(item)}`)?.pop()
        if (!other) continue
        match[item.index] = other.index
        taken.add(other.index)
      }
    }
  }
}

/** What an obligation says beside its wording. */
function factsOf({ obligation: { type, due, assignees, targets, deadlines } }: Item): string {
  return JSON.stringify([
    type,
    due?.date,
    assignees.map(({ name, role }) => [name, role]),
    targets.map(({ metric, comparator, value, unit, due }) => [metric, comparator, value, unit, due]),
    deadlines.map(({ end, rrule, duration }) => [end, rrule, duration]),
  ])
}

function byKey(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const name = key(item)
    const group = groups.get(name)
    if (group) group.push(item)
    else groups.set(name, [item])
  }
  return groups
}
