import type { WordList } from '../../grammar/index.js'
import { defineRule } from '../rule.js'
import { namedBodies, type NamedBody } from './body-places.js'

/** Kinds of organs, with the ways to write the kind; a name ends in one. The first that fits is taken. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['committee', /(?:委员会|委)$/],
  ['office', /(?:办公室|办)$/],
  ['main bureau', /总[局署]$/],
  ['bureau', /局$/],
  ['hall', /厅$/],
  ['ministry', /部$/],
  ['court', /(?:法院|检察院)$/],
]

interface Spelling extends NamedBody {
  readonly kind: string
  /** The name without its kind. */
  readonly stem: string
  readonly count: number
}

/** 市发改委 and 市发展和改革委员会 in one document. */
export const bodyTwoSpellings = defineRule({
  name: 'body-two-spellings',
  severity: 'warning',
  about: { en: 'One body is named in two ways.', zh: '同一机构前后名称不一致。' },
  messages: {
    two: { en: '“{name}” is called “{other}” elsewhere.', zh: '“{name}”在他处称为“{other}”。' },
  },
  *check({ document, source, lexicon }) {
    const spellings = [...spellingsOf(namedBodies(document)).values()]
    for (const group of groupsOf(spellings)) {
      for (const [short, long] of pairs(group)) {
        if (!isShortFor(short.stem, long.stem, lexicon.list('lint.generic'))) continue
        if (isExplained(short.name, source.folded)) continue
        const [rare, usual] = short.count < long.count ? [short, long] : [long, short]
        const { span, obligations } = rare
        const values = { name: rare.name, other: usual.name }
        yield { message: 'two', values, span, related: [usual.span], obligations }
      }
    }
  },
})

/** The names, each at its first place. */
function spellingsOf(bodies: readonly NamedBody[]): Map<string, Spelling> {
  const spellings = new Map<string, Spelling>()
  for (const body of bodies) {
    const known = spellings.get(body.full)
    if (known) {
      spellings.set(body.full, { ...known, count: known.count + 1 })
      continue
    }
    const kind = KINDS.find(([, form]) => form.test(body.full))
    if (!kind) continue
    const stem = body.full.replace(kind[1], '')
    spellings.set(body.full, { ...body, kind: kind[0], stem, count: 1 })
  }
  return spellings
}

/** Names of one kind that begin alike, so that few are compared: 市发展和改革, 市发改. */
function groupsOf(spellings: readonly Spelling[]): Spelling[][] {
  const groups = new Map<string, Spelling[]>()
  for (const spelling of spellings) {
    const key = `${spelling.kind}${spelling.stem.slice(0, 2)}`
    const group = groups.get(key)
    if (group) group.push(spelling)
    else groups.set(key, [spelling])
  }
  return [...groups.values()]
}

function* pairs(group: readonly Spelling[]): Generator<[Spelling, Spelling]> {
  for (const [i, a] of group.entries()) {
    for (const b of group.slice(i + 1)) yield a.full.length <= b.full.length ? [a, b] : [b, a]
  }
}

/**
 * Whether one stem shortens the other: 市发改 of 市发展和改革, 市工商 of 市工商行政管理. 市农业 and 市农业机械 are two bodies:
 * what the longer adds in one piece has to be generic.
 */
function isShortFor(short: string, long: string, generic: WordList): boolean {
  let same = 0
  while (same < short.length && short[same] === long[same]) same++
  let back = 0
  while (back < short.length - same && short.at(-1 - back) === long.at(-1 - back)) back++
  if (same + back === short.length) return consistsOf(long.slice(same, long.length - back), generic)
  return same > 1 && short.length - same >= 1 && isSubsequence(short.slice(same), long.slice(same))
}

/** 行政管理: nothing but such words; nothing at all too. */
function consistsOf(text: string, words: WordList): boolean {
  let at = 0
  for (let word = words.at(text, at); word; word = words.at(text, at)) at += word.length
  return at === text.length
}

function isSubsequence(short: string, long: string): boolean {
  let at = -1
  for (const sign of short) {
    at = long.indexOf(sign, at + 1)
    if (at < 0) return false
  }
  return true
}

/** 市数字化改革领导小组办公室（以下简称市改革办） */
const isExplained = (name: string, folded: string): boolean =>
  [`简称${name}`, `简称“${name}`, `简称:${name}`, `简称"${name}`].some((text) => folded.includes(text))
