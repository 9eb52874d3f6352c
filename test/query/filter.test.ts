import { describe, expect, it } from 'vitest'
import {
  type Filter,
  grouped,
  type Grouping,
  narrow,
  select,
  type Sort,
  sorted,
} from '../../src/query/index.js'
import { validateShape } from '../../src/registry/validate.js'
import { example } from '../writers/example.js'

const registry = example()
const find = (filter: Filter): string[] =>
  select(registry.documents, filter).map(({ document, obligation }) => `${document.id} ${obligation.id}`)

const ALL = find({})

describe('what a filter finds', () => {
  it('everything, where nothing is asked', () => {
    expect(ALL).toHaveLength(registry.documents.reduce((sum, { obligations }) => sum + obligations.length, 0))
  })

  it.each<[string, Filter, string[]]>([
    ['part of a name', { body: ['卫生健康'] }, ['1.1-1', '1.1-2']],
    ['a whole name', { body: ['=市市场监管局'] }, ['1.2-1', '1.2-2']],
    ['no more than a whole name', { body: ['=市场监管局'] }, []],
    ['brackets of either width', { body: ['各县(市、区)政府'] }, ['1.2-1', '1.2-2']],
    ['any of two bodies', { body: ['民政', '发展改革'] }, ['1.1-1', '1.1-2', '1.3-1', '1.3-2', '1.3-3']],
    ['a body in a role', { body: ['财政'], role: ['support'] }, ['1.1-1', '1.1-2']],
    ['not another body in that role', { body: ['财政'], role: ['lead'] }, []],
    ['a role alone', { role: ['lead'] }, ['1.1-1', '1.1-2']],
    ['a type', { type: ['prohibition'], document: ['托育'] }, ['1.2-2']],
    [
      'a section with all below it',
      { section: ['1'], document: ['tuoyu'], type: ['outcome'] },
      ['1.1-1', '1.3-2'],
    ],
    ['a section alone', { section: ['1.2'] }, ['1.2-1', '1.2-2']],
    ['a heading', { section: ['降低成本'] }, ['1.3-1', '1.3-2', '1.3-3']],
    ['a date, the day included', { dueBefore: '2025-04-30' }, ['1.3-1', '1.3-2', '1.3-3']],
    ['no date before', { dueBefore: '2025-04-29' }, []],
    ['a stretch', { dueAfter: '2026-01-01', dueBefore: '2026-12-31' }, ['1.1-1', '1.1-2']],
    ['what has a target', { has: ['target'] }, ['1.1-1', '1.3-2']],
    ['what has a target and nobody', { has: ['target'], lacks: ['assignee'] }, []],
    ['what has no time', { lacks: ['deadline'], document: ['tuoyu'] }, ['1.2-2']],
    ['a metric', { metric: ['占比'] }, ['1.1-1']],
    ['words', { text: ['收费'] }, ['1.3-1', '1.3-3']],
    ['words of either width', { text: ['(市、区）', '－查封'] }, ['1.2-2']],
    [
      'everything at once',
      { body: ['市市场'], type: ['action'], has: ['deadline'], text: ['检查'] },
      ['1.2-1'],
    ],
  ])('%s', (_, filter, ids) => expect(find(filter).map((name) => name.split(' ')[1])).toEqual(ids))

  it('a body by the name that it has today', () => {
    const renamed = example()
    for (const { assignees } of renamed.documents[0]!.obligations)
      for (const assignee of assignees)
        assignee.current = { name: '云台市数据局', since: '2024-01-01', basis: null }
    expect(select(renamed.documents, { body: ['数据局'] })).toHaveLength(8)
  })

  it('no pattern: signs of patterns are themselves', () => {
    expect(find({ text: ['.*'] })).toEqual([])
    expect(find({ body: ['('] })).toHaveLength(3)
  })
})

describe('groups', () => {
  const groups = (by: Grouping, filter: Filter = { document: ['tuoyu'] }): [string | null, number][] =>
    grouped(select(registry.documents, filter), by).map(({ key, matches }) => [key, matches.length])

  it('by body: who has most to do first, nobody last', () => {
    expect(groups('body', {})).toEqual([
      ['市发展改革委', 3],
      ['市卫生健康委', 2],
      ['市财政局', 2],
      ['市民政局', 2],
      ['市市场监管局', 2],
      ['各县（市、区）政府', 2],
      ['各县（区）政府', 1],
      [null, 3],
    ])
  })

  it('by body, only the bodies that were asked for', () => {
    expect(groups('body', { body: ['财政'] })).toEqual([['市财政局', 2]])
  })

  it('by section, in order', () => {
    expect(groups('section')).toEqual([
      ['一、重点任务 › （一）扩大供给', 2],
      ['一、重点任务 › （二）加强监管', 2],
      ['一、重点任务 › （三）降低成本', 3],
      ['二、保障措施', 1],
    ])
  })

  it('by section of several documents, under their titles', () => {
    const [first] = groups('section', {})
    expect(first?.[0]).toBe('云台市托育服务提升三年行动方案 › 一、重点任务 › （一）扩大供给')
  })

  it('by year, those without a date last', () => {
    expect(groups('due-year')).toEqual([
      ['2025', 3],
      ['2026', 2],
      [null, 3],
    ])
  })

  it('by type and by document', () => {
    expect(groups('type')).toEqual([
      ['action', 4],
      ['outcome', 2],
      ['prohibition', 1],
      ['encouragement', 1],
    ])
    expect(groups('document', {})).toEqual([
      ['云台市托育服务提升三年行动方案', 8],
      ['云台市水库管理办法', 3],
    ])
  })
})

describe('order', () => {
  const order = (by: Sort, reverse = false): string[] =>
    sorted(select(registry.documents, { document: ['tuoyu'] }), by, reverse).map(
      ({ obligation }) => obligation.id,
    )

  it.each<[Sort, boolean, string]>([
    ['document', false, '1.1-1 1.1-2 1.2-1 1.2-2 1.3-1 1.3-2 1.3-3 2-1'],
    ['document', true, '2-1 1.3-3 1.3-2 1.3-1 1.2-2 1.2-1 1.1-2 1.1-1'],
    ['due', false, '1.3-1 1.3-2 1.3-3 1.1-1 1.1-2 1.2-1 1.2-2 2-1'],
    ['due', true, '1.1-1 1.1-2 1.3-1 1.3-2 1.3-3 1.2-1 1.2-2 2-1'],
    ['type', false, '1.2-1 1.3-1 1.3-3 2-1 1.1-1 1.3-2 1.2-2 1.1-2'],
    ['targets', false, '1.1-1 1.3-2 1.1-2 1.2-1 1.2-2 1.3-1 1.3-3 2-1'],
  ])('by %s, reversed: %s', (by, reverse, ids) => expect(order(by, reverse).join(' ')).toBe(ids))
})

it('what was found is a registry of its own', () => {
  const found = narrow(registry, select(registry.documents, { body: ['市市场'] }))
  expect(validateShape(found)).toEqual({ valid: true, problems: [] })
  expect(found.documents.map(({ id }) => id)).toEqual(['tuoyu'])
  expect(found.documents[0]!.assignments.map(({ covers }) => covers)).toEqual([['1.2-1', '1.2-2']])
})
