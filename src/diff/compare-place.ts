import type { Places } from './align-places.js'
import { type Model, type Place, upFrom } from './model.js'
import type { SectionChange, SectionKind, SectionSide } from './types.js'

/** Where an obligation or section went: other surroundings, or the same ones under another number. */
export type PlaceKind = 'moved' | 'renumbered'

/**
 * moved: the section is another one, or one of those around it is. renumbered: the section is the same and its number
 * differs; where it moved only its own number counts.
 */
export function comparePlaces(a: Model, b: Model, from: number, to: number, places: Places): PlaceKind[] {
  const kinds: PlaceKind[] = []
  const same = places.toB[from] === to
  if (!same || strays(a, b, from, to, places)) kinds.push('moved')
  const x = a.places[from]?.path ?? ''
  const y = b.places[to]?.path ?? ''
  if (same && (kinds.length === 0 ? x !== y : lastOf(x) !== lastOf(y))) kinds.push('renumbered')
  return kinds
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1)

/** Whether something around the one place has its counterpart elsewhere than around the other. */
function strays(a: Model, b: Model, from: number, to: number, { toA, toB }: Places): boolean {
  const around = upFrom(from, a.places, a.roots)
  const others = upFrom(to, b.places, b.roots)
  const away = (places: readonly number[], counterpart: Int32Array, there: readonly number[]): boolean =>
    places.some((place) => counterpart[place] !== -1 && !there.includes(counterpart[place] ?? -1))
  return away(around, toB, others) || away(others, toA, around)
}

/** What happened to sections, in the order of the new side; those that are gone stand last. */
export function compareSections(a: Model, b: Model, places: Places): SectionChange[] {
  const changes: SectionChange[] = []
  for (const place of b.places) {
    const now = sideOf(b, place)
    if (!now) continue
    const from = places.toA[place.index] ?? -1
    const other = a.places[from]
    if (!other) {
      changes.push({ kinds: ['added'], old: null, new: now })
      continue
    }
    const kinds: SectionKind[] = movesOf(a, b, other, place, places)
    if (other.heading !== place.heading) kinds.push('retitled')
    if (kinds.length > 0) changes.push({ kinds, old: sideOf(a, other), new: now })
  }
  for (const place of a.places) {
    const old = sideOf(a, place)
    if (old && places.toB[place.index] === -1) changes.push({ kinds: ['removed'], old, new: null })
  }
  return changes
}

/** A section is renumbered by its own number: that the chapter around it has another one is told of the chapter. */
function movesOf(a: Model, b: Model, from: Place, to: Place, places: Places): SectionKind[] {
  const kinds: SectionKind[] = []
  if (comparePlaces(a, b, from.index, to.index, places).includes('moved')) kinds.push('moved')
  if (lastOf(from.path) !== lastOf(to.path)) kinds.push('renumbered')
  return kinds
}

function sideOf({ documents }: Model, { section, document }: Place): SectionSide | null {
  if (section === null) return null
  const { id, number, heading, span } = section
  return { document: documents[document]?.id ?? '', section: id, number, heading, span }
}
