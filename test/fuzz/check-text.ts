import { expect } from 'vitest'
import { compileText, parse } from '../../src/compile.js'
import { fold } from '../../src/source/fold.js'
import type { Block, Paragraph } from '../../src/tree/nodes.js'
import { expectInvariants } from '../pipeline/invariants.js'

/** Everything that must hold of any text whatever. */
export function checkText(text: string): void {
  const document = compileText(text)
  expect(document.diagnostics.find(({ code }) => code === 'internal-error')?.message).toBeUndefined()
  expectInvariants(text, document)
  same(JSON.stringify(compileText(text)), JSON.stringify(document))
  expectTiles(text, parse(text).children)
  same(essence(fullWidth(fold(text))), essence(fold(text)))
}

/** Parsed only where they differ, to say in what. */
function same(left: string, right: string): void {
  if (left !== right) expect(JSON.parse(left)).toEqual(JSON.parse(right))
}

/**
 * Every line that is not blank is one paragraph, and the units of a paragraph cover all of it but the spaces between
 * them; facts lie in their unit.
 */
function expectTiles(text: string, blocks: readonly Block[]): void {
  const folded = fold(text)
  const blank = (start: number, end: number): void => expect(folded.slice(start, end).trim()).toBe('')
  let end = 0
  for (const paragraph of paragraphsOf(blocks)) {
    blank(end, paragraph.start)
    expect(folded.slice(paragraph.start, paragraph.end)).not.toMatch(/[\r\n]/)
    end = paragraph.start
    for (const unit of paragraph.children) {
      blank(end, unit.start)
      expect(unit.end).toBeGreaterThan(unit.start)
      end = unit.end
      for (const fact of unit.children) {
        expect(fact.start).toBeGreaterThanOrEqual(unit.start)
        expect(fact.end).toBeLessThanOrEqual(unit.end)
        expect(fact.end).toBeGreaterThan(fact.start)
      }
    }
    expect(end).toBe(paragraph.end)
  }
  blank(end, folded.length)
}

const paragraphsOf = (blocks: readonly Block[]): Paragraph[] =>
  blocks.flatMap((block) => (block.type === 'section' ? paragraphsOf(block.children) : [block]))

/** Every ASCII sign and digit in its full-width form: what the folding view undoes. */
const fullWidth = (folded: string): string =>
  folded.replace(/[!-@[-`{-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

/** The registry entry of a text with everything quoted folded. */
const essence = (text: string): string =>
  JSON.stringify({ ...compileText(text), source: null }, (_key, value: unknown) =>
    typeof value === 'string' ? fold(value) : value,
  )
