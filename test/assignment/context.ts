import type { FactContext } from '../../src/facts/context.js'
import { baseLexicon } from '../../src/grammar/index.js'
import { SourceText } from '../../src/source/source-text.js'
import type { Assignment } from '../../src/tree/nodes.js'

export const contextOf = (text: string): FactContext => ({
  source: new SourceText(text),
  lexicon: baseLexicon(),
  referenceDate: null,
})

const ROLE = { lead: '牵头', support: '配合', responsible: '' }

/** 市教育局(牵头) 市财政局 … — bodies in order, the role where it is not the plain one, … for an open list. */
export function show(assignment: Assignment | null): string {
  if (!assignment) return '-'
  const bodies = assignment.bodies.map(({ name, role }) =>
    role === 'responsible' ? name : `${name}[${ROLE[role]}]`,
  )
  return [...bodies, ...(assignment.openEnded ? ['…'] : [])].join(' ')
}

/** The rows of a table: text => expected. Lines with # are headings. */
export const rowsOf = (table: string): [string, string][] =>
  table
    .split('\n')
    .filter((line) => line.includes(' => ') && !line.startsWith('#'))
    .map((line) => line.split(' => ') as [string, string])
