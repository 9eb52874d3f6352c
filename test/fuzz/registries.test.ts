import fc from 'fast-check'
import { load } from 'js-yaml'
import { expect, it } from 'vitest'
import { compileText } from '../../src/compile.js'
import { DIFF_FORMATS, diffRegistries, viewOf, writeDiff } from '../../src/diff/index.js'
import type { Registry } from '../../src/generated/registry.js'
import { select } from '../../src/query/index.js'
import { parseRegistry } from '../../src/readers/registry-file.js'
import { registryHead } from '../../src/registry/head.js'
import { validate } from '../../src/registry/validate.js'
import { FORMATS, write, writerOf, WRITERS } from '../../src/writers/index.js'
import { PLAN } from '../cli/run.js'
import { bounded, budget, LIMIT } from './budget.js'
import { changes, mutated } from './mutation.js'

const registryOf = (...texts: readonly string[]): Registry => ({
  ...registryHead(),
  documents: texts.map((text, i) => compileText(text, { path: `plans/plan-${i}.txt` })),
})

const OLD = registryOf(PLAN, PLAN.replace('养老', '托育'))
const NEW = registryOf(PLAN.replace('90%', '80%'), '一、任务\n（一）市教育局要建设学校，2025年底前完成。\n')

/** What people and programs put where something else belongs. */
const NASTY = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    2 ** 53 + 2,
    Number.MAX_SAFE_INTEGER,
    '',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    '</script><img onerror=x>',
    '=cmd()',
    '\u0000\u001b[2J',
    '\ud800',
    'a|b\nc',
    [],
    {},
    [[]],
    '2025-02-30',
    '9999-12-31',
    '甲'.repeat(2000),
  ),
  fc.string({ unit: 'grapheme' }),
  fc.jsonValue(),
)

/** Something put in the place that the numbers lead to; each takes one step further in. */
const edit = fc.record({ steps: fc.array(fc.nat(), { minLength: 1, maxLength: 7 }), value: NASTY })

function edited(value: unknown, steps: readonly number[], nasty: unknown): unknown {
  const [step, ...rest] = steps
  if (step === undefined || typeof value !== 'object' || value === null) return nasty
  const keys = Object.keys(value)
  const key = keys[step % (keys.length + 1)]
  const copy: Record<string, unknown> = Array.isArray(value)
    ? (value.slice() as unknown as Record<string, unknown>)
    : { ...value }
  if (key === undefined) copy[Array.isArray(value) ? String(keys.length) : 'further'] = nasty
  else copy[key] = edited(copy[key], rest, nasty)
  return copy
}

/** What is done with a registry that holds: nothing throws, and what is written is read back as it was. */
async function useAll(registry: Registry): Promise<void> {
  for (const [a, b] of [
    [registry, OLD],
    [NEW, registry],
  ] as const) {
    const view = viewOf(diffRegistries(a, b), { only: [], all: true })
    for (const format of DIFF_FORMATS) writeDiff(view, format, { language: 'zh' })
  }
  select(registry.documents, { body: ['市'], role: ['lead'], dueAfter: '2020-01-01', text: ['养老'] })
  for (const format of FORMATS) {
    if (format === 'xlsx') continue
    const writer = await writerOf(format, 'zh')
    const written =
      'whole' in writer ? await writer.whole(registry, { language: 'zh' }) : write(writer, registry)
    expect(written.length).toBeGreaterThanOrEqual(0)
  }
  expect(load(write(WRITERS.yaml, registry))).toEqual(JSON.parse(JSON.stringify(registry)))
}

async function checkFile(text: string): Promise<void> {
  const file = await parseRegistry(text)
  if ('fault' in file) expect(file.fault).not.toBe('')
  else if (validate(file.value).valid) await useAll(file.value as Registry)
}

it('registries with something else in some place', LIMIT, () =>
  fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), fc.boolean(), (edits, asYaml) =>
      bounded(async () => {
        const value = edits.reduce<unknown>((all, { steps, value: nasty }) => edited(all, steps, nasty), NEW)
        if (validate(value).valid) await useAll(value as Registry)
        await checkFile(asYaml ? JSON.stringify(value, null, 1) : JSON.stringify(value))
      }),
    ),
    budget(150),
  ),
)

it('registry files that were damaged', LIMIT, () => {
  const files = [write(WRITERS.yaml, NEW), write(WRITERS.json, NEW), write(WRITERS.ndjson, NEW)].map((file) =>
    new TextEncoder().encode(file),
  )
  return fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), changes, (file, list) =>
      bounded(() => checkFile(new TextDecoder().decode(mutated(file, list)))),
    ),
    budget(150),
  )
})
