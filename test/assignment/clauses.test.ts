import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assignmentCues, findClauseAssignments } from '../../src/facts/assignment/index.js'
import { compileText } from '../../src/compile.js'
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

describe('bodies before a colon, and in headings', () => {
  const assigned = (text: string): string[] =>
    compileText(text).assignments.map(
      ({ style, bodies, text: quote }) =>
        `${style} ${bodies.map(({ name }) => name).join(' ')} <- ${quote ?? ''}`,
    )
  it('a run-in label names who has the duty behind it', () => {
    const text = '二、成员单位职责\n市气象局：负责雨情监测；及时发布预警。\n工程质量：加强施工监管。'
    expect(assigned(text)).toEqual(['clause 市气象局 <- 市气象局：负责雨情监测'])
  })
  it('a kind of body is no body', () => {
    expect(assigned('一、成员单位职责\n落实值守。\n二、预案解释部门\n做好解释。')).toEqual([])
  })
  it('a label line goes on behind a semicolon', () => {
    const text = '一、任务\n开展检查。\n责任单位：市教育局、市公安局；各镇（街道）\n完成时限：2024年9月底前'
    expect(assigned(text)).toEqual([
      'line 市教育局 市公安局 <- 责任单位：市教育局、市公安局；',
      'line 各镇（街道） <- 各镇（街道）',
    ])
    expect(compileText(text).obligations.map(({ assignees }) => assignees.length)).toEqual([3])
  })
})
