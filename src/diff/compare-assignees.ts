import type { Assignee, Role } from '../generated/registry.js'
import { wording } from './normal.js'
import type { AssigneeChange } from './types.js'

const RANK: Readonly<Record<Role, number>> = { support: 0, responsible: 1, lead: 2 }

/** Who came, who went, and whose part is another one. A body under its full name or that of its successor stays. */
export function compareAssignees(old: readonly Assignee[], now: readonly Assignee[]): AssigneeChange[] {
  const before = bodies(old)
  const after = bodies(now)
  const changes: AssigneeChange[] = []
  for (const body of after) {
    const same = sameIn(before, body)
    if (!same) changes.push({ kind: 'assignee-added', old: null, new: named(body) })
    else if (same.role !== body.role && sameIn(after, same) === body) {
      changes.push({ kind: 'role-changed', old: named(same), new: named(body) })
    }
  }
  for (const body of before) {
    if (!sameIn(after, body)) changes.push({ kind: 'assignee-removed', old: named(body), new: null })
  }
  return changes
}

interface NamedBody {
  readonly name: string
  readonly printed: string
  readonly keys: ReadonlySet<string>
  role: Role
}

/** Each body once, in its strongest part. */
function bodies(assignees: readonly Assignee[]): NamedBody[] {
  const found = new Map<string, NamedBody>()
  for (const { name, role, canonical, current } of assignees) {
    const key = wording(name)
    const known = found.get(key)
    if (known) {
      if (RANK[role] > RANK[known.role]) known.role = role
      continue
    }
    const keys = new Set([canonical ?? name, current?.name ?? canonical ?? name].map(wording))
    found.set(key, { name: key, printed: name, keys, role })
  }
  return [...found.values()]
}

/** The body of that name, else one that is the same by its full name or successor. */
const sameIn = (all: readonly NamedBody[], body: NamedBody): NamedBody | undefined =>
  all.find(({ name }) => name === body.name) ??
  all.find(({ keys }) => [...keys].some((key) => body.keys.has(key)))

const named = ({ printed, role }: NamedBody): { name: string; role: Role } => ({ name: printed, role })
