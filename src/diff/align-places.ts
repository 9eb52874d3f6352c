import { stable, type Edge } from './assign.js'
import { likeness } from './grams.js'
import { type Model, type Place, upFrom } from './model.js'
import { wording } from './normal.js'

/** Which place of the one model is which of the other: -1 where there is none. */
export interface Places {
  readonly toB: Int32Array
  readonly toA: Int32Array
}

/** How far a number and a heading count against what stands in a section. */
const SAME_PATH = 0.25
const HEADING = 0.5
/** Below this two sections are different ones. */
const ENOUGH = 0.3
/** Headings that come this often in a document say nothing on their own. */
const OFTEN = 8
/** Pairs of documents whose titles are all compared. */
const FEW = 2500

/**
 * Sections by what they hold: those that share most obligations belong together, a like heading helps, and the number
 * is a hint where little else is known. Fronts of documents belong together as the documents do.
 */
export function alignPlaces(a: Model, b: Model, match: Int32Array): Places {
  const toB = new Int32Array(a.places.length).fill(-1)
  const toA = new Int32Array(b.places.length).fill(-1)
  const take = (edges: readonly Edge[]): void => {
    for (const edge of stable(edges)) {
      toB[edge.a] = edge.b
      toA[edge.b] = edge.a
    }
  }
  const votes = countVotes(a, b, match)
  take(documentEdges(a, b, votes))
  const edges: Edge[] = []
  const seen = new Set<number>()
  const weigh = (x: Place, y: Place): void => {
    const key = x.index * b.places.length + y.index
    if (x.section === null || y.section === null || seen.has(key)) return
    seen.add(key)
    const score = fit(x, y, votes.get(key) ?? 0, toB[a.roots[x.document] ?? 0] === b.roots[y.document])
    if (score >= ENOUGH) edges.push({ a: x.index, b: y.index, score })
  }
  for (const key of votes.keys()) {
    weigh(a.places[Math.floor(key / b.places.length)] as Place, b.places[key % b.places.length] as Place)
  }
  for (const name of ['heading', 'path'] as const) {
    const named = groupBy(b.places, name)
    for (const x of a.places) {
      const document = b.places[toB[a.roots[x.document] ?? 0] ?? -1]?.document ?? -1
      const others = named.get(`${document} ${x[name]}`) ?? []
      if (x[name] !== '' && others.length <= OFTEN) for (const y of others) weigh(x, y)
    }
  }
  take(edges)
  return { toB, toA }
}

/** How well two sections fit: shared obligations, heading, number. */
function fit(x: Place, y: Place, votes: number, sameDocument: boolean): number {
  const held = x.size + y.size === 0 ? 0 : (2 * votes) / (x.size + y.size)
  const heading = x.heading === '' || y.heading === '' ? 0 : likeness(x.heading, y.heading)
  const path = sameDocument && x.path === y.path ? SAME_PATH : 0
  const level = 0.1 * Math.abs((x.section?.level ?? 0) - (y.section?.level ?? 0))
  const near = sameDocument ? 0.05 : 0
  if (votes === 0 && heading < 0.5 && (x.size > 0 || y.size > 0) && x.heading !== y.heading) return 0
  return held + HEADING * heading + path + near - level
}

/** Every pair of obligations speaks for the sections around them. */
function countVotes(a: Model, b: Model, match: Int32Array): Map<number, number> {
  const votes = new Map<number, number>()
  const width = b.places.length
  const upB = b.places.map(({ index }) => upFrom(index, b.places, b.roots))
  const upA = a.places.map(({ index }) => upFrom(index, a.places, a.roots))
  match.forEach((j, i) => {
    if (j < 0) return
    for (const x of upA[a.items[i]?.place ?? 0] as number[]) {
      for (const y of upB[b.items[j]?.place ?? 0] as number[]) {
        const key = x * width + y
        votes.set(key, (votes.get(key) ?? 0) + 1)
      }
    }
  })
  return votes
}

/** One document on each side belong together whatever they say; of many those that share title or obligations. */
function documentEdges(a: Model, b: Model, votes: ReadonlyMap<number, number>): Edge[] {
  const width = b.places.length
  const titles = (model: Model): string[] => model.documents.map(({ title }) => wording(title ?? ''))
  const [titlesA, titlesB] = [titles(a), titles(b)]
  const few = a.roots.length * b.roots.length <= FEW
  const edges: Edge[] = []
  for (const [i, x] of a.roots.entries()) {
    for (const [j, y] of b.roots.entries()) {
      const count = votes.get(x * width + y) ?? 0
      const id = a.documents[i]?.id === b.documents[j]?.id ? SAME_PATH : 0
      if (!few && count === 0 && id === 0 && titlesA[i] !== titlesB[j]) continue
      const size = (a.places[x]?.size ?? 0) + (b.places[y]?.size ?? 0)
      const held = size === 0 ? 0 : (2 * count) / size
      const score = held + HEADING * likeness(titlesA[i] ?? '', titlesB[j] ?? '') + id
      if (a.roots.length + b.roots.length === 2) edges.push({ a: x, b: y, score: 1 })
      else if (score >= ENOUGH) edges.push({ a: x, b: y, score })
    }
  }
  return edges
}

function groupBy(places: readonly Place[], name: 'heading' | 'path'): Map<string, Place[]> {
  const groups = new Map<string, Place[]>()
  for (const place of places) {
    const key = `${place.document} ${place[name]}`
    const group = groups.get(key)
    if (group) group.push(place)
    else groups.set(key, [place])
  }
  return groups
}
