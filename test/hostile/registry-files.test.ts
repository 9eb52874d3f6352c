import { describe, expect, it } from 'vitest'
import fitsConfig from '../../src/generated/validate-config.js'
import fitsLexicon from '../../src/generated/validate-lexicon.js'
import fitsRegistry from '../../src/generated/validate-registry.js'
import { validate } from '../../src/index.js'
import { parseRegistry } from '../../src/readers/registry-file.js'
import { MOST_PROBLEMS } from '../../src/registry/problems.js'
import { registryOf } from '../registry-schema/example.js'

/** What is said of a text that is to be a registry: why it cannot be read, or what is wrong with it. */
async function said(text: string): Promise<string[]> {
  const file = await parseRegistry(text)
  return 'fault' in file
    ? [file.fault]
    : validate(file.value).problems.map(({ path, message }) => `${path} ${message}`)
}

/** Nine lists, each of nine times the one before: a thousand million words, if aliases were followed. */
const LAUGHS = [
  'a: &a [ha, ha, ha]',
  ...[...'bcdefghij'].map(
    (name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[i]}`).join(', ')}]`,
  ),
].join('\n')
const WIDE = `o: &o [${'{}, '.repeat(1000)}{}]\nd: &d [${'{obligations: *o}, '.repeat(1000)}]\ndocuments: *d\n`

describe('a text that is no registry is refused with a reason', () => {
  it.each([
    ['aliases of aliases', LAUGHS, /alias/],
    ['one list of documents, a thousand times', WIDE, /alias/],
    ['a merge of aliases', 'a: &a {b: 1}\nc: {<<: *a}', /alias/],
    ['brackets in brackets, YAML', `a: ${'['.repeat(50_000)}`, /maxDepth/],
    ['brackets in brackets, JSON', '['.repeat(200_000) + ']'.repeat(200_000), /maxDepth/],
    ['objects in objects', '{"a":'.repeat(200_000) + '1' + '}'.repeat(200_000), /has “a”/],
    ['a key twice', 'schemaVersion: "1.0"\nschemaVersion: "2.0"', /duplicated/],
    ['a program', 'a: !!js/function "function () {}"', /unknown .*tag/],
    ['more values than are read at once', `- ${'a\n- '.repeat(3_000_001)}`, /more than 3000000 values/],
    ['keys of every object', '{"__proto__": {"valid": true}, "constructor": {}}', /has “__proto__”/],
    [
      'a number without end',
      '{"documents": [{"source": {"length": 1e999}}]}',
      /source\.length must be integer/,
    ],
    ['not a number', 'documents: [{coverage: {units: .nan, body: .inf}}]', /coverage\.units must be integer/],
    ['a number below nothing', 'documents: [{source: {length: -1}}]', /length must be >= 0/],
    ['words in place of lists', '{"documents": "all"}', /documents must be array/],
    [
      'nothing in place of documents',
      '{"documents": [null, [], 1, "x", true]}',
      /documents\[4\] must be object/,
    ],
  ])('%s', async (_, text, reason) => {
    expect((await said(text)).join('\n')).toMatch(reason)
    expect(({} as Record<string, unknown>)['valid']).toBeUndefined()
  })

  it.each([
    ['documents that are none', `{"documents":[${'0,'.repeat(300_000)}0]}`],
    ['obligations that are none', `{"documents":[{"obligations":[${'{},'.repeat(100_000)}{}]}]}`],
    [
      'types that are none',
      `{"documents":[{"obligations":[{"also":[${[...Array(100_000).keys()].join()}]}]}]}`,
    ],
    ['names that are none', `{${[...Array(100_000).keys()].map((i) => `"k${i}":0`).join()}}`],
  ])('%s: the first thousand faults are kept', async (_, text) => {
    expect(await said(text)).toHaveLength(MOST_PROBLEMS)
  })
})

describe('keys that no schema knows', () => {
  const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, i]))
  const [document] = registryOf().documents
  const { obligations, assignments, coverage } = document!

  /** A check stops soon after as many faults as are kept: each would cost memory and time. */
  it.each([
    ['a registry', fitsRegistry, { ...registryOf(), ...many }],
    ['a document', fitsRegistry, { ...registryOf(), documents: [{ ...document, ...many }] }],
    [
      'an obligation, a span and a count',
      fitsRegistry,
      {
        ...registryOf(),
        documents: [
          {
            ...document,
            obligations: obligations.map((item) => ({ ...item, ...many, span: { ...item.span, ...many } })),
            assignments: assignments.map((item) => ({ ...item, span: { ...item.span, ...many } })),
            coverage: { ...coverage, ...many },
          },
        ],
      },
    ],
    ['a word list', fitsLexicon, many],
    ['settings', fitsConfig, { ...many, lint: { ...many, rules: many } }],
  ])('in %s: faults are found, not counted to the end', (_, fits, value) => {
    expect(fits(value)).toBe(false)
    expect(fits.errors?.length).toBeGreaterThan(0)
    expect(fits.errors?.length).toBeLessThan(10 * MOST_PROBLEMS)
  })
})

describe('values of a registry that go too far', () => {
  type Document = ReturnType<typeof registryOf>['documents'][number]
  it.each<[string, (document: Document) => void, RegExp]>([
    [
      'a span that ends before it starts',
      ({ obligations: [o] }) => (o!.span.end = 0),
      /ends before it starts/,
    ],
    [
      'a span beyond any text',
      ({ obligations: [o] }) => (o!.span.end = 2 ** 53 + 2),
      /reaches beyond source/,
    ],
    ['a level deeper than any outline', ({ sections: [s] }) => (s!.level = 101), /must be <= 100/],
    ['an id twice', ({ obligations }) => (obligations[1]!.id = obligations[0]!.id), /stands at/],
    [
      'an id of no section',
      ({ obligations: [o] }) => (o!.section = 'constructor'),
      /no section “constructor”/,
    ],
  ])('%s', (_, spoil, problem) => {
    const registry = registryOf()
    spoil(registry.documents[0]!)
    const { problems } = validate(registry)
    expect(problems.map(({ path, message }) => `${path} ${message}`).join('\n')).toMatch(problem)
  })

  it('names of every object may be ids', () => {
    const registry = registryOf()
    const [document] = registry.documents
    document!.id = '__proto__'
    for (const obligation of document!.obligations) {
      for (const assignment of document!.assignments)
        assignment.covers = assignment.covers.map((id) => (id === obligation.id ? `__proto__${id}` : id))
      obligation.id = `__proto__${obligation.id}`
    }
    expect(validate(registry).problems).toEqual([])
  })
})
