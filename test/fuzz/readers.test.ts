import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { compileInput } from '../../src/compile/document.js'
import { ENCODINGS, type Encoding } from '../../src/readers/decode.js'
import { fileBytes, readText } from '../../src/readers/input.js'
import { TEXTS } from '../../src/readers/kind.js'
import { registryHead } from '../../src/registry/head.js'
import { validate } from '../../src/registry/validate.js'
import { PLAN } from '../cli/run.js'
import { bounded, budget, LIMIT } from './budget.js'
import { changes, mutated } from './mutation.js'

const FIXTURES = 'fixtures/formats'

/** Small files in each format, and the plan in each encoding. */
const files: readonly { readonly name: string; readonly bytes: Uint8Array }[] = [
  ...(existsSync(FIXTURES) ? readdirSync(FIXTURES) : [])
    .filter((name) => TEXTS[extname(name)])
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(FIXTURES, name))) })),
  ...['gb18030', 'big5', 'utf-16le', 'utf-16be'].map((encoding) => ({
    name: `${encoding}.txt`,
    bytes: new Uint8Array(iconv.encode(PLAN, encoding, { addBOM: true })),
  })),
]

/** What must hold of every file: it is read or refused with a code; what is read quotes its text and fits the schema. */
async function checkFile(name: string, bytes: Uint8Array, encoding: Encoding | undefined): Promise<void> {
  const input = await readText(fileBytes(name, bytes, TEXTS[extname(name)] ?? null), { encoding })
  if ('code' in input) return
  const document = compileInput(input)
  expect(document.diagnostics.filter(({ code }) => code === 'internal-error')).toEqual([])
  expect(validate({ ...registryHead(), documents: [document] }).problems).toEqual([])
  for (const { text, span } of [...document.obligations, ...document.assignments])
    expect(input.text.slice(span.start, span.end)).toBe(text)
}

const cases = fc.record({
  file: fc.constantFrom(...files.keys()),
  list: changes,
  encoding: fc.option(fc.constantFrom(...ENCODINGS), { nil: undefined, freq: 10 }),
})

it('files that were damaged', LIMIT, () =>
  fc.assert(
    fc.asyncProperty(cases, ({ file, list, encoding }) => {
      const { name, bytes } = files[file] as (typeof files)[number]
      return bounded(() => checkFile(name, mutated(bytes, list), encoding))
    }),
    budget(150),
  ),
)
