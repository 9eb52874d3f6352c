import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffRegistries } from '../../src/diff/diff.js'
import { KINDS, type Kind } from '../../src/diff/kinds.js'
import type { Change, Diff, SectionChange } from '../../src/diff/types.js'
import type { Obligation, Registry } from '../../src/generated/registry.js'
import { registryHead } from '../../src/registry/head.js'
import { documentOf, seeds } from '../pipeline/seeds.js'
import { changed } from './registry.js'

const registryOf = (...names: readonly number[]): Registry => ({
  ...registryHead(),
  documents: names.map((i) => structuredClone(documentOf(seeds[i] as (typeof seeds)[number]))),
})

const TURNED: Partial<Record<string, string>> = {
  added: 'removed',
  split: 'merged',
  strengthened: 'weakened',
  'target-tightened': 'target-relaxed',
  'target-added': 'target-removed',
  'deadline-earlier': 'deadline-later',
  'deadline-added': 'deadline-removed',
  'assignee-added': 'assignee-removed',
}
const turn = (kind: string): string =>
  TURNED[kind] ?? Object.entries(TURNED).find(([, other]) => other === kind)?.[0] ?? kind

const keyOf = ({ kinds, old, new: now, details }: Change): string =>
  JSON.stringify([
    [...kinds].sort(),
    old?.document,
    old?.obligation,
    now?.document,
    now?.obligation,
    details.similarity,
  ])
const turnedKey = ({ kinds, old, new: now, details }: Change): string =>
  keyOf({ kinds: kinds.map((kind) => turn(kind) as Kind), old: now, new: old, details })
const sectionKey = ({ kinds, old, new: now }: SectionChange): string =>
  JSON.stringify([[...kinds].sort(), old?.section, now?.section])
const turnedSection = ({ kinds, old, new: now }: SectionChange): string =>
  sectionKey({ kinds: kinds.map((kind) => turn(kind) as SectionChange['kinds'][number]), old: now, new: old })

const pairs = seeds.flatMap((_, i) => seeds.map((_, j) => [i, j] as const))

describe('any two registries', () => {
  it.each(seeds.map(({ name }, i) => [name, i] as const))('%s and itself do not differ', (_, i) => {
    const diff = diffRegistries(registryOf(i), registryOf(i))
    expect([changed(diff), diff.sections]).toEqual([[], []])
    expect(diff.stat.unchanged).toBe(registryOf(i).documents[0]?.obligations.length)
  })

  it('all seeds at once do not differ from themselves in another order', () => {
    const diff = diffRegistries(registryOf(0, 1, 2, 3, 4), registryOf(3, 1, 4, 0, 2))
    expect([changed(diff), diff.sections]).toEqual([[], []])
  })

  it.each(pairs.filter(([i, j]) => i < j))('seeds %i and %i mirror each other', (i, j) => {
    const forth = diffRegistries(registryOf(i), registryOf(j))
    const back = diffRegistries(registryOf(j), registryOf(i))
    expect(forth.changes.map(keyOf).sort()).toEqual(back.changes.map(turnedKey).sort())
    expect(forth.sections.map(sectionKey).sort()).toEqual(back.sections.map(turnedSection).sort())
    for (const kind of KINDS) expect([kind, forth.stat[kind]]).toEqual([kind, back.stat[turn(kind) as Kind]])
    const texts = ({ changes }: Diff, op: string): string[] =>
      changes
        .map(({ details }) =>
          details.inline
            .filter((piece) => piece.op === op)
            .map(({ text }) => text)
            .join('|'),
        )
        .sort()
    expect(texts(forth, 'delete')).toEqual(texts(back, 'insert'))
  })

  it.each(pairs)(
    'of seeds %i and %i every obligation stands in one change, and the pieces are the two texts',
    (i, j) => {
      const [a, b] = [registryOf(i), registryOf(j)]
      const { changes } = diffRegistries(a, b)
      const ids = (side: 'old' | 'new', many: Kind): string[] =>
        changes.flatMap((change) => [
          ...(change[side] ? [change[side].obligation] : []),
          ...(change.kinds.includes(many) ? change.details.parts.map(({ obligation }) => obligation) : []),
        ])
      const all = (registry: Registry): string[] =>
        registry.documents.flatMap(({ obligations }) => obligations.map(({ id }) => id))
      expect(ids('old', 'merged').sort()).toEqual(all(a).sort())
      expect(ids('new', 'split').sort()).toEqual(all(b).sort())
      for (const { old, details } of changes.filter(
        (change) => change.details.inline.length > 0 && change.details.parts.length === 0,
      )) {
        expect(
          details.inline
            .filter(({ op }) => op !== 'insert')
            .map(({ text }) => text)
            .join(''),
        ).toBe(old?.text)
      }
    },
  )
})

/** A seed, and some numbers below 1 to choose with. */
const choices = fc.tuple(
  fc.nat(seeds.length - 1),
  fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 12 }),
)
const runs = { numRuns: 60 }

const obligationsOf = (registry: Registry): Obligation[] => registry.documents[0]?.obligations ?? []
const pick = <T>(items: readonly T[], numbers: readonly number[]): T[] => [
  ...new Set(numbers.map((x) => items[Math.floor(x * items.length)] as T)),
]
const report = (diff: Diff): string[] =>
  changed(diff)
    .map(({ kinds, old, new: now }) => `${kinds.join('+')} ${(old ?? now)?.text}`)
    .sort()

describe('some items of a seed', () => {
  it('deleted: those are removed; put in again: those are added', () => {
    fc.assert(
      fc.property(choices, ([seed, numbers]) => {
        const [a, b] = [registryOf(seed), registryOf(seed)]
        const gone = pick(obligationsOf(b), numbers)
        b.documents[0]!.obligations = obligationsOf(b).filter((item) => !gone.includes(item))
        expect(report(diffRegistries(a, b))).toEqual(gone.map(({ text }) => `removed ${text}`).sort())
        expect(report(diffRegistries(b, a))).toEqual(gone.map(({ text }) => `added ${text}`).sort())
      }),
      runs,
    )
  })

  it('taken over from another seed: those are added', () => {
    fc.assert(
      fc.property(choices, fc.nat(seeds.length - 2), ([seed, numbers], step) => {
        const [a, b] = [registryOf(seed), registryOf(seed)]
        const other = registryOf((seed + 1 + step) % seeds.length)
        const come = pick(obligationsOf(other), numbers)
        const into = b.documents[0]!
        come.forEach((item, i) => {
          const section = pick(into.sections, [numbers[i] ?? 0])[0]?.id ?? null
          const at = Math.floor((numbers[i] ?? 0) * into.obligations.length)
          into.obligations.splice(at, 0, { ...item, id: `new-${i}`, section })
        })
        expect(report(diffRegistries(a, b))).toEqual(come.map(({ text }) => `added ${text}`).sort())
      }),
      runs,
    )
  })

  it('moved into other sections: those are moved', () => {
    fc.assert(
      fc.property(choices, ([seed, numbers]) => {
        const [a, b] = [registryOf(seed), registryOf(seed)]
        const moved = pick(obligationsOf(b), numbers)
        const sections = b.documents[0]!.sections.map(({ id }) => id)
        const held = new Set(moved.map(({ section }) => section))
        moved.forEach((item, i) => {
          const others = sections.filter((id) => !held.has(id))
          item.section = pick(others, [numbers[i] ?? 0])[0] ?? null
        })
        expect(report(diffRegistries(a, b))).toEqual(moved.map(({ text }) => `moved ${text}`).sort())
      }),
      runs,
    )
  })

  it('under other numbers: those are renumbered, with all below them', () => {
    fc.assert(
      fc.property(choices, ([seed, numbers]) => {
        const [a, b] = [registryOf(seed), registryOf(seed)]
        const document = b.documents[0]!
        const renamed = new Map<string, string>()
        for (const { id } of pick(document.sections, numbers)) renamed.set(id, `${id}${90 + renamed.size}`)
        const after = (id: string): string => {
          const parts = id.split('.')
          return parts
            .map(
              (part, i) =>
                renamed
                  .get(parts.slice(0, i + 1).join('.'))
                  ?.split('.')
                  .at(-1) ?? part,
            )
            .join('.')
        }
        const expected = obligationsOf(b).filter(
          ({ section }) => section !== null && after(section) !== section,
        )
        for (const item of obligationsOf(b)) item.section = item.section === null ? null : after(item.section)
        for (const section of document.sections) section.id = after(section.id)
        expect(report(diffRegistries(a, b))).toEqual(expected.map(({ text }) => `renumbered ${text}`).sort())
      }),
      runs,
    )
  })
})
