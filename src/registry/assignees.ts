import type { Assignee } from '../generated/registry.js'
import type { Assignment, Body } from '../tree/nodes.js'
import { assigneeEntry } from './entries.js'
import type { BodyNames } from './names/names.js'

interface Held {
  readonly list: Assignee[]
  /** Made when a second assignment comes: most units have one. */
  keys: Set<string> | null
}

/** The bodies that answer for each unit. A body that two assignments give the same role stands once. */
export class Assignees {
  private readonly units = new Map<number, Held>()

  constructor(private readonly names: BodyNames) {}

  /** `bodies` are those of one assignment, each once. */
  add(unit: number, bodies: readonly Body[], id: string): void {
    let held = this.units.get(unit)
    if (!held) this.units.set(unit, (held = { list: [], keys: null }))
    else held.keys ??= new Set(held.list.map(keyOf))
    for (const body of bodies) {
      if (held.keys) {
        const key = keyOf(body)
        if (held.keys.has(key)) continue
        held.keys.add(key)
      }
      held.list.push(assigneeEntry(body, this.names, id))
    }
  }

  of(unit: number): Assignee[] {
    return this.units.get(unit)?.list ?? []
  }
}

/** The bodies of an assignment without those that it names twice. */
export const distinct = ({ bodies }: Assignment): readonly Body[] =>
  bodies.length < 2 ? bodies : [...new Map(bodies.map((body) => [keyOf(body), body])).values()]

const keyOf = ({ name, role }: Pick<Body, 'name' | 'role'>): string => `${role} ${name}`
