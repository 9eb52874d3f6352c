import type { Registry } from '../generated/registry.js'
import { alignPlaces, type Places } from './align-places.js'
import { compareObligations, wordsOf } from './compare-obligations.js'
import { comparePlaces, compareSections } from './compare-place.js'
import { inOrder, type Kind, statOf } from './kinds.js'
import { matchRepeated, matchUnique } from './match-same.js'
import { leftover, matchSimilar } from './match-similar.js'
import { compareModels, type Item, type Model, modelOf } from './model.js'
import { likeness } from './grams.js'
import { type Division, findDivisions } from './split-merge.js'
import type { Change, Details, Diff, DocumentPair, DocumentSide, Side } from './types.js'

/**
 * What changed from one registry to another, unchanged obligations included.
 *
 * 1. Every obligation of either side stands in exactly one change.
 * 2. Obligations are aligned by what they say; place and number only decide where that leaves a choice.
 * 3. White space, width and zero-width characters are no change, and neither are offsets.
 * 4. The other way round the same pairs come out with every kind turned.
 */
export function diffRegistries(old: Registry, now: Registry): Diff {
  const a = modelOf(old)
  const b = modelOf(now)
  const { match, places, splits, merges } = compareModels(a, b) <= 0 ? align(a, b) : turned(align(b, a))
  const changes = changesOf(a, b, { match, places, splits, merges })
  return {
    schemaVersion: '1.0',
    documents: documentPairs(a, b, places),
    sections: compareSections(a, b, places),
    stat: statOf(changes),
    changes,
  }
}

interface Alignment {
  /** For each obligation of `a` that of `b`, or -1. */
  readonly match: Int32Array
  readonly backward: Int32Array
  readonly places: Places
  readonly splits: readonly Division[]
  readonly merges: readonly Division[]
}

/** Same wording first, then like wording, then parts of wording; sections follow the obligations in them. */
function align(a: Model, b: Model): Alignment {
  const match = new Int32Array(a.items.length).fill(-1)
  matchUnique(a, b, match)
  const first = alignPlaces(a, b, match)
  matchRepeated(a, b, match, first)
  const left = leftover(a, b, match, first)
  matchSimilar(left, first, match)
  const { splits, merges } = findDivisions(left, match)
  const backward = new Int32Array(b.items.length).fill(-1)
  match.forEach((j, i) => {
    if (j >= 0) backward[j] = i
  })
  return { match, backward, places: alignPlaces(a, b, match), splits, merges }
}

const turned = ({ match, backward, places: { toA, toB }, splits, merges }: Alignment): Alignment => ({
  match: backward,
  backward: match,
  places: { toA: toB, toB: toA },
  splits: merges,
  merges: splits,
})

/** The changes in the order of the new side; what is gone stands behind what stood before it. */
function changesOf(
  a: Model,
  b: Model,
  { match, places, splits, merges }: Pick<Alignment, 'match' | 'places' | 'splits' | 'merges'>,
): Change[] {
  const found: { readonly order: number; readonly change: Change }[] = []
  const doneA = new Set<number>()
  const doneB = new Set<number>()
  const put = (olds: readonly number[], news: readonly number[], kind: Kind | null): void => {
    for (const i of olds) doneA.add(i)
    for (const j of news) doneB.add(j)
    const [left, right] = [olds.map((i) => a.items[i] as Item), news.map((j) => b.items[j] as Item)]
    found.push({ order: news[0] ?? -1, change: pairChange(a, b, left, right, kind, places) })
  }
  for (const { whole, parts } of splits) put([whole], mainFirst(match[whole] ?? -1, parts), 'split')
  const partnerOf = new Map([...match.entries()].map(([i, j]) => [j, i]))
  for (const { whole, parts } of merges) put(mainFirst(partnerOf.get(whole) ?? -1, parts), [whole], 'merged')
  let last = -1
  for (const { index: i } of a.items) {
    const j = match[i] ?? -1
    if (j >= 0) last = j
    if (doneA.has(i)) continue
    if (j >= 0) put([i], [j], null)
    else found.push({ order: last + 0.5, change: lone(a, a.items[i] as Item, 'removed') })
  }
  for (const { index: j } of b.items) {
    if (!doneB.has(j)) found.push({ order: j, change: lone(b, b.items[j] as Item, 'added') })
  }
  return found.sort((x, y) => x.order - y.order).map(({ change }) => change)
}

/** The part that the whole was paired with before the others. */
const mainFirst = (main: number, parts: readonly number[]): number[] =>
  parts.includes(main) ? [main, ...parts.filter((part) => part !== main)] : [...parts]

function pairChange(
  a: Model,
  b: Model,
  olds: readonly Item[],
  news: readonly Item[],
  kind: Kind | null,
  places: Places,
): Change {
  const [old] = olds as [Item]
  const [now] = news as [Item]
  const { kinds: found, details } = compareObligations(olds, news)
  const kinds: Kind[] = [...found, ...comparePlaces(a, b, old.place, now.place, places)]
  if (kind) kinds.push(kind)
  const similarity = Math.round(likeness(wordsOf(olds), wordsOf(news)) * 1000) / 1000
  const parts = [
    ...olds.slice(1).map((item) => sideOf(a, item)),
    ...news.slice(1).map((item) => sideOf(b, item)),
  ]
  return {
    kinds: kinds.length === 0 ? ['unchanged'] : inOrder(kinds),
    old: sideOf(a, old),
    new: sideOf(b, now),
    details: { similarity, parts, ...details },
  }
}

const NOTHING: Details = {
  similarity: null,
  parts: [],
  inline: [],
  type: null,
  targets: [],
  deadlines: [],
  assignees: [],
}

const lone = (model: Model, item: Item, kind: 'added' | 'removed'): Change => ({
  kinds: [kind],
  old: kind === 'removed' ? sideOf(model, item) : null,
  new: kind === 'added' ? sideOf(model, item) : null,
  details: NOTHING,
})

function sideOf({ documents, places }: Model, { document, place, obligation }: Item): Side {
  const { id, section, type, text, span } = obligation
  const heading = places[place]?.section?.heading ?? null
  return { document: documents[document]?.id ?? '', obligation: id, section, heading, type, text, span }
}

function documentPairs(a: Model, b: Model, { toA, toB }: Places): DocumentPair[] {
  const side = ({ documents }: Model, at: number): DocumentSide | null => {
    const document = documents[at]
    return document ? { id: document.id, title: document.title, path: document.source.path } : null
  }
  const ofPlace = ({ places }: Model, place: number): number => places[place]?.document ?? -1
  const pairs = b.roots.map((root, j) => ({ old: side(a, ofPlace(a, toA[root] ?? -1)), new: side(b, j) }))
  const gone = a.roots.flatMap((root, i) => (toB[root] === -1 ? [{ old: side(a, i), new: null }] : []))
  return [...pairs, ...gone]
}
