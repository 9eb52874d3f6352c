/** Everything that can have happened to an obligation, in the order in which it is reported. */
export const KINDS = [
  'added',
  'removed',
  'unchanged',
  'split',
  'merged',
  'moved',
  'renumbered',
  'reworded',
  'type-changed',
  'strengthened',
  'weakened',
  'target-tightened',
  'target-relaxed',
  'target-added',
  'target-removed',
  'deadline-earlier',
  'deadline-later',
  'deadline-added',
  'deadline-removed',
  'assignee-added',
  'assignee-removed',
  'role-changed',
] as const

export type Kind = (typeof KINDS)[number]

/** How many changes are of each kind. */
export type Stat = Readonly<Record<Kind, number>>

/** The kinds each once, in their order. */
export const inOrder = (kinds: Iterable<Kind>): Kind[] => {
  const set = new Set(kinds)
  return KINDS.filter((kind) => set.has(kind))
}

/** Counts of every kind, zeros too. */
export function statOf(changes: Iterable<{ readonly kinds: readonly Kind[] }>): Stat {
  const stat = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>
  for (const { kinds } of changes) for (const kind of kinds) stat[kind]++
  return stat
}
