import { type Kind, statOf } from './kinds.js'
import type { Change, Diff } from './types.js'

export interface ViewOptions {
  /** Unchanged obligations too. */
  readonly all?: boolean
  /** Only changes that have one of these kinds, and no sections. */
  readonly only?: readonly Kind[]
  /** Counts only. */
  readonly stat?: boolean
}

/** The part of a comparison that is asked for. The counts stay those of the whole. */
export function viewOf(diff: Diff, { all = false, only = [], stat = false }: ViewOptions = {}): Diff {
  const wanted = new Set(only)
  const keep = ({ kinds }: Change): boolean =>
    wanted.size > 0 ? kinds.some((kind) => wanted.has(kind)) : all || kinds[0] !== 'unchanged'
  return {
    ...diff,
    sections: stat || wanted.size > 0 ? [] : diff.sections,
    changes: stat ? [] : diff.changes.filter(keep),
  }
}

/** Whether there is a difference, among the kinds that are asked for. */
export function differs(diff: Diff, only: readonly Kind[] = []): boolean {
  if (only.length > 0) {
    const stat = statOf(diff.changes)
    return only.some((kind) => kind !== 'unchanged' && stat[kind] > 0)
  }
  return (
    diff.sections.length > 0 ||
    diff.documents.some(({ old, new: now }) => old === null || now === null) ||
    diff.changes.some(({ kinds }) => kinds[0] !== 'unchanged')
  )
}
