import type { Section } from '../../generated/registry.js'
import { fold } from '../../source/fold.js'

/** What a number looks like. The first four are the order of GB/T 9704: 一、 (一) 1. (1); ① may stand below. */
export type NumberKind =
  'counting' | 'bracketed' | 'figure' | 'bracketed figure' | 'circled' | 'article' | 'other'

const HAN = '[〇零一二三四五六七八九十百]+'
const KINDS: readonly (readonly [NumberKind, RegExp])[] = [
  ['article', new RegExp(`^第(?:${HAN}|\\d+)条`)],
  ['counting', new RegExp(`^${HAN}[、.,:]?$`)],
  ['bracketed', new RegExp(`^\\(${HAN}\\)[、.]?$`)],
  ['figure', /^\d+[、.)]?$/],
  ['bracketed figure', /^\(\d+\)[、.]?$/],
  ['circled', /^[\u2460-\u2473]$/],
]

/** The kind of a section's printed number. */
export function kindOf({ number }: Section): NumberKind {
  const folded = fold(number).replaceAll(' ', '')
  return KINDS.find(([, form]) => form.test(folded))?.[0] ?? 'other'
}

/** The section that another lies in: 2.1 of 2.1.3. */
export function parentOf(section: Section, byId: ReadonlyMap<string, Section>): Section | null {
  for (let id = section.id; id.includes('.');) {
    id = id.slice(0, id.lastIndexOf('.'))
    const parent = byId.get(id)
    if (parent && parent.level < section.level) return parent
  }
  return null
}

/** The figure of a number: 3 of (三), from the end of its id. */
export const valueOf = ({ id }: Section): number => Number(/(\d+)(?:~\d+)?$/.exec(id)?.[1] ?? Number.NaN)
