/** Appends items one by one: `push(...items)` overflows the stack where a text has a hundred thousand of them. */
export function append<T>(into: T[], ...lists: readonly (readonly T[])[]): void {
  for (const list of lists) for (const item of list) into.push(item)
}
