import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { policyDocx } from '../../scripts/make-docx.mjs'
import type { RegistryDocument } from '../../src/generated/registry.js'
import { compileInput, failedEntry } from '../../src/compile/document.js'
import { fileBytes, readText } from '../../src/readers/input.js'
import { TEXTS } from '../../src/readers/kind.js'

const FOLDER = 'fixtures/formats'
const text = readFileSync(join(FOLDER, 'policy.txt'), 'utf8')

/** Files that are refused or read in part: test/readers/pdf.test.ts. */
const NOT_WHOLE = new Set(['policy-locked.pdf', 'policy-scanned-annex.pdf', 'scanned.pdf'])

/** One policy in every format that is read: saved files, and a Word file with automatic numbers made from the text. */
const files: [string, Uint8Array][] = [
  ...readdirSync(FOLDER)
    .filter((name) => name !== 'policy.txt' && !NOT_WHOLE.has(name))
    .map((name): [string, Uint8Array] => [name, readFileSync(join(FOLDER, name))]),
  ['policy.docx', policyDocx(text)],
]

async function compile(
  name: string,
  bytes: Uint8Array,
): Promise<{ text: string; document: RegistryDocument }> {
  const named = TEXTS[name.slice(name.lastIndexOf('.'))] ?? null
  const input = await readText(fileBytes(name, bytes, named))
  return 'code' in input
    ? { text: '', document: failedEntry(input) }
    : { text: input.text, document: compileInput(input) }
}

/** All that a registry says but for places and the file. Marks of Markdown, and what parts the cells of a row, belong to the format. */
function meaning(document: RegistryDocument): unknown {
  const own = new Set(['id', 'source', 'coverage'])
  const rest = Object.fromEntries(Object.entries(document).filter(([key]) => !own.has(key)))
  return JSON.parse(JSON.stringify({ ...rest, cues: document.coverage.cues }), (key, value: unknown) => {
    if (key === 'span' || key === 'computed') return undefined
    return typeof value === 'string' ? value.replace(/\*+/g, '').replace(/[\s|]+/g, ' ') : value
  })
}

describe('the same policy gives the same registry', () => {
  it.each(files)('%s', async (name, bytes) => {
    const expected = (await compile('policy.txt', Buffer.from(text))).document
    const { text: extracted, document } = await compile(name, bytes)
    expect(meaning(document)).toEqual(meaning(expected))
    if (!name.endsWith('.docx')) return
    expect(extracted).toBe(text)
    expect(document.sections.map(({ computed }) => computed)).toEqual(document.sections.map(() => true))
  })

  it.each(files)('%s: every quote stands where the registry says', async (name, bytes) => {
    const { text: extracted, document } = await compile(name, bytes)
    const targets = document.obligations.flatMap((duty) => [...duty.targets, ...duty.deadlines])
    expect(targets.length).toBeGreaterThan(20)
    for (const { text: quote, span } of [...document.obligations, ...document.assignments, ...targets])
      expect(extracted.slice(span.start, span.end)).toBe(quote)
  })
})
