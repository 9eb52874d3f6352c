import type { Lexicon } from '../../grammar/index.js'
import type { Span } from '../../source/span.js'
import type { Block, Paragraph, Section } from '../../tree/nodes.js'
import type { SectionMood } from './statement.js'

/** What the headings around a paragraph say about it, and where the text of its section begins. */
export interface Surroundings {
  readonly mood: SectionMood
  /** Offset of the first unit of the section that is no title; -1 where there is none. */
  readonly opening: number
}

/** Behind the last section. */
export const NOWHERE: Surroundings = { mood: 'none', opening: -1 }

/** For the paragraphs among `blocks`, which stand in the last section of `path` or before the first section. */
export function surroundingsOf(
  path: readonly Section[],
  blocks: readonly Block[],
  lexicon: Lexicon,
): Surroundings {
  const section = path.at(-1)
  if (!section) {
    const preamble = blocks.some(({ type }) => type === 'section')
    return preamble ? { mood: 'preamble', opening: -1 } : NOWHERE
  }
  const opening = firstText(section)
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const mood = headingMood(path[depth] as Section, lexicon)
    if (mood === 'none') continue
    return { mood: mood === 'general' && depth < path.length - 1 ? 'none' : mood, opening }
  }
  return { mood: 'none', opening }
}

/**
 * What the run-in label of a paragraph (工作目标:到2025年,… · 指导思想。以…) says about its text, where it has none of
 * the labels of ideology and goals that of its section. `title`: the label where it is a unit of its own.
 */
export function surroundingsIn(
  paragraph: Paragraph,
  around: Surroundings,
  folded: string,
  lexicon: Lexicon,
): Surroundings & { readonly title: Span | null } {
  const [first, second] = paragraph.children
  if (!first || paragraph.marker) return { ...around, title: null }
  const label = first.body > first.start ? folded.slice(first.start, first.body) : null
  const closed = label === null && second !== undefined && folded[first.end - 1] === '。'
  const name = label ?? (closed ? folded.slice(first.start, first.end) : '')
  const mood = nameMood(name.replace(/[ :。]/g, ''), lexicon)
  if (mood === 'none') return { ...around, title: null }
  return { mood, opening: closed ? second.start : first.start, title: closed ? first : null }
}

function headingMood({ heading, kind }: Section, lexicon: Lexicon): SectionMood {
  if (heading === null || kind === 'chapter') return 'none'
  return nameMood(heading.replace(/[\s\u3000]/g, ''), lexicon)
}

function nameMood(name: string, lexicon: Lexicon): SectionMood {
  if (lexicon.list('outline.goals').has(name)) return 'goals'
  if (lexicon.list('outline.explanatory').has(name)) return 'explanatory'
  if (lexicon.list('outline.general').has(name)) return 'general'
  return 'none'
}

/** Where the first unit that is no title begins. */
function firstText(section: Section): number {
  for (const block of section.children as readonly Block[]) {
    if (block.type === 'section') return -1
    const unit = block.children.find(({ label }) => label !== 'H' && label !== 'X')
    if (unit) return unit.start
  }
  return -1
}
