import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assignmentCues, findClauseAssignments } from '../../src/facts/assignment/index.js'
import { contextOf, rowsOf, show } from './context.js'

const find = (text: string) => findClauseAssignments(contextOf(text), { start: 0, end: text.length })

describe('who a sentence makes responsible', () => {
  it.each(rowsOf(readFileSync('test/assignment/clauses.txt', 'utf8')))('%s', (text, expected) => {
    expect(find(text).value.map(show).join(' ; ') || '-').toBe(expected)
  })

  it.each(rowsOf(readFileSync('test/assignment/clauses.txt', 'utf8')))(
    'the same in ASCII punctuation: %s',
    (text, expected) => {
      const fold = (one: string): string => one.normalize('NFKC')
      const plain = text.replace(/[，；：（）]/g, (sign) => sign.normalize('NFKC'))
      expect(fold(find(plain).value.map(show).join(' ; ') || '-')).toBe(fold(expected))
    },
  )
})

describe('the quote of a clause assignment', () => {
  it.each([
    ['各县区要健全台账，市农业农村局要加强督导。', ['各县区要健全台账', '市农业农村局要加强督导']],
    ['日常工作由市水务局承担。', ['由市水务局承担']],
    ['领导小组办公室设在市司法局，负责日常联络。', ['领导小组办公室设在市司法局']],
  ])('%s', (text, quotes) => {
    expect(find(text).value.map(({ start, end }) => text.slice(start, end))).toEqual(quotes)
  })
})

it('reports a subject that may be a body, and takes none', () => {
  const { value, diagnostics } = find('政府制定规划。')
  expect(value).toEqual([])
  expect(diagnostics.map(({ code }) => code)).toEqual(['uncertain-assignment'])
})

it('counts where responsibility is spoken of, not the words that look like it', () => {
  const text = '市教育局负责实施，主要负责人各负其责，由市财政局牵头，实行终身负责制。'
  const cues = assignmentCues(contextOf(text), { start: 0, end: text.length })
  expect(cues.map(({ start, end }) => text.slice(start, end))).toEqual(['负责', '牵头'])
})
