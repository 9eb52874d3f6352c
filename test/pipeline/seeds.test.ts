import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileText } from '../../src/compile.js'
import type { RegistryDocument } from '../../src/generated/registry.js'
import { expectInvariants } from './invariants.js'
import { documentOf, seeds } from './seeds.js'

describe('every seed', () => {
  for (const seed of seeds) {
    it(`${seed.name} keeps the invariants`, () => expectInvariants(seed.text, documentOf(seed)))
    it(`${seed.name} gives the same twice`, () => {
      expect(compileText(seed.text, { path: `seeds/${seed.name}.txt` })).toEqual(documentOf(seed))
    })
  }
})

/** ASCII signs as a typesetter of Chinese prints them. */
const fullWidth = (text: string): string =>
  text.replace(/[,:;()%!?]/g, (sign, at: number) =>
    /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '') && /[:,]/.test(sign)
      ? sign
      : String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
  )

const CHANGES: Record<string, (text: string) => string> = {
  'full-width punctuation': fullWidth,
  'CRLF line ends': (text) => text.replace(/\r?\n/g, '\r\n'),
  'ideographic spaces as indent': (text) => text.replace(/^(?=[^\r\n])/gm, '\u3000\u3000'),
  'no-break spaces as indent': (text) => text.replace(/^(?=[^\r\n])/gm, '\u00a0\u00a0'),
  'a byte order mark': (text) => `\ufeff${text}`,
}

/** The registry without offsets, and with the punctuation inside quotes folded. */
function essence(document: RegistryDocument): unknown {
  return JSON.parse(
    JSON.stringify(document, (key, value: unknown) => {
      if (key === 'span' || key === 'related' || key === 'source') return null
      return typeof value === 'string' ? value.normalize('NFKC').replace(/\s+/g, '') : value
    }),
  )
}

describe('the same text in other signs gives the same registry', () => {
  for (const [name, change] of Object.entries(CHANGES)) {
    for (const seed of seeds) {
      it(`${name}: ${seed.name}`, () => {
        const text = change(seed.text)
        const document = compileText(text, { path: `seeds/${seed.name}.txt` })
        expectInvariants(text, document)
        expect(essence(document)).toEqual(essence(documentOf(seed)))
      })
    }
  }
})

type Row = { f1: number; strict: number }

function score(gold: string, documents: RegistryDocument[]): Record<string, Row> {
  const folder = mkdtempSync(join(tmpdir(), 'qparse-score-'))
  try {
    const registry = join(folder, 'registry.json')
    writeFileSync(registry, JSON.stringify({ documents }))
    const out = execFileSync('node', [
      'fixtures/gold/score.mjs',
      '--gold',
      gold,
      '--registry',
      registry,
      '--json',
    ])
    return (JSON.parse(out.toString()) as { result: Record<string, Row> }).result
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('agreement with the annotators (strict F1, per cent)', () => {
  const floors: Record<string, number> = {
    sections: 99,
    'document fields': 100,
    obligations: 97,
    'assignments: parenthetical': 98,
    'assignments: heading': 98,
    'assignments: clause': 90,
    targets: 97,
    deadlines: 97,
    'responsibility (obligation × body)': 98,
  }
  const result = score('fixtures/gold', seeds.map(documentOf))
  for (const [kind, floor] of Object.entries(floors)) {
    it(`seeds, ${kind}: at least ${floor}`, () =>
      expect(100 * (result[kind]?.strict ?? 0)).toBeGreaterThanOrEqual(floor))
  }
})

describe.runIf(existsSync('../shared/gold/more'))('agreement on two more texts (strict F1, per cent)', () => {
  const floors: Record<string, number> = {
    sections: 100,
    'assignments: parenthetical': 100,
    'assignments: clause': 80,
    obligations: 95,
    deadlines: 95,
  }
  const texts = readdirSync('../shared/texts')
  const result = score(
    '../shared/gold/more',
    texts.map((file) => compileText(readFileSync(`../shared/texts/${file}`, 'utf8'), { path: file })),
  )
  for (const [kind, floor] of Object.entries(floors)) {
    it(`${kind}: at least ${floor}`, () =>
      expect(100 * (result[kind]?.strict ?? 0)).toBeGreaterThanOrEqual(floor))
  }
})
