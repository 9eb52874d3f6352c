import type { Obligation, Registry, RegistryDocument, Section } from '../generated/registry.js'
import { wording } from './normal.js'

/** A registry laid out for comparing: documents, places and obligations numbered through. */
export interface Model {
  readonly documents: readonly RegistryDocument[]
  readonly places: readonly Place[]
  readonly items: readonly Item[]
  /** The place in front of the first section of each document. */
  readonly roots: readonly number[]
}

/** A section, or the front of a document. */
export interface Place {
  readonly index: number
  readonly document: number
  readonly section: Section | null
  /** The place around it; -1 for the front of a document. */
  readonly parent: number
  /** Numbers from the outermost level down; what tells duplicates and attachments apart is left off. */
  readonly path: string
  readonly heading: string
  /** The obligations in it and in what it holds. */
  size: number
}

export interface Item {
  readonly index: number
  readonly place: number
  readonly document: number
  readonly obligation: Obligation
  /** Length of the section's number where the obligation begins with it: that 第二条 became 第三条 is no wording. */
  readonly lead: number
  /** The wording without number, white space and width. */
  readonly words: string
}

export function modelOf(registry: Registry): Model {
  const places: Place[] = []
  const items: Item[] = []
  const roots: number[] = []
  registry.documents.forEach((document, at) => {
    const root = places.length
    roots.push(root)
    places.push({ index: root, document: at, section: null, parent: -1, path: '', heading: '', size: 0 })
    const byId = addSections(document, at, root, places)
    for (const obligation of document.obligations) {
      const place = (obligation.section === null ? root : byId.get(obligation.section)) ?? root
      const lead = leadOf(obligation, places[place]?.section ?? null)
      const words = wording(obligation.text.slice(lead))
      items.push({ index: items.length, place, document: at, obligation, lead, words })
      for (const around of upFrom(place, places, roots)) (places[around] as Place).size++
    }
  })
  return { documents: registry.documents, places, items, roots }
}

function leadOf({ span, text }: Obligation, section: Section | null): number {
  if (section === null || section.span.start !== span.start || section.computed) return 0
  return text.startsWith(section.number) ? section.number.length : 0
}

/** Sections stand flat in document order: each lies in the last one before it of a lower level. */
function addSections(
  document: RegistryDocument,
  at: number,
  root: number,
  places: Place[],
): Map<string, number> {
  const byId = new Map<string, number>()
  const open: { level: number; place: number }[] = []
  for (const section of document.sections) {
    while (open.length > 0 && (open[open.length - 1]?.level ?? 0) >= section.level) open.pop()
    const parent = open[open.length - 1]?.place ?? root
    const index = places.length
    const path = section.id.replace(/^att\d+\//, '').replace(/~\d+/g, '')
    places.push({
      index,
      document: at,
      section,
      parent,
      path,
      heading: wording(section.heading ?? ''),
      size: 0,
    })
    byId.set(section.id, index)
    open.push({ level: section.level, place: index })
  }
  return byId
}

/** Deeper nesting than this is none of a policy's; what is further out is left out, but for the document. */
const DEEPEST = 12

/** A place and what is around it, from the inside out. */
export function upFrom(place: number, places: readonly Place[], roots: readonly number[]): number[] {
  const root = roots[places[place]?.document ?? 0] ?? 0
  const up: number[] = []
  for (let at = place; at >= 0 && at !== root && up.length < DEEPEST; at = places[at]?.parent ?? -1)
    up.push(at)
  return [...up, root]
}

/**
 * Which of two models goes first: pairs are found in one fixed direction, so that a comparison the other way round
 * finds the same ones.
 */
export function compareModels(a: Model, b: Model): number {
  if (a.items.length !== b.items.length) return a.items.length - b.items.length
  for (const [i, item] of a.items.entries()) {
    const other = b.items[i] as Item
    if (item.words !== other.words) return item.words < other.words ? -1 : 1
  }
  const key = ({ items, places }: Model): string =>
    JSON.stringify([places.map(({ path, heading }) => [path, heading]), items.map(({ place }) => place)])
  const [x, y] = [key(a), key(b)]
  return x < y ? -1 : Number(x > y)
}
