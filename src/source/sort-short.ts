/**
 * Sorts a list of a few items in place; equal ones keep their order. The sort of the language copies its list, which
 * thousands of lists of two and three items pay for.
 */
export function sortShort<T>(items: T[], compare: (a: T, b: T) => number): T[] {
  for (let at = 1; at < items.length; at++) {
    const item = items[at] as T
    let to = at
    for (; to > 0 && compare(items[to - 1] as T, item) > 0; to--) items[to] = items[to - 1] as T
    items[to] = item
  }
  return items
}
