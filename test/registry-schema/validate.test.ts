import { describe, expect, it } from 'vitest'
import { type Registry, validate } from '../../src/index.js'
import { validateShape } from '../../src/registry/validate.js'
import { registryOf } from './example.js'

type Spoil = (registry: Registry) => void
const spoilt = (spoil: Spoil): Registry => {
  const registry = registryOf()
  spoil(registry)
  return registry
}
const document = (registry: Registry): Registry['documents'][number] => registry.documents[0]!
const obligation = (registry: Registry): Registry['documents'][number]['obligations'][number] =>
  document(registry).obligations[0]!

describe('a registry that qparse makes is valid', () => {
  it('of a text, of no text, of none', () => {
    expect(validate(registryOf())).toEqual({ valid: true, problems: [] })
    expect(validate(registryOf('')).problems).toEqual([])
    expect(validate({ ...registryOf(), documents: [] }).valid).toBe(true)
  })
})

const SHAPE: [string, Spoil, string, string, string][] = [
  [
    'a property too few',
    (r) => delete (document(r) as { title?: unknown }).title,
    'documents[0]',
    'lacks “title”',
    '缺少“title”',
  ],
  [
    'a property too many',
    (r) => Object.assign(obligation(r), { note: 1 }),
    'documents[0].obligations[0]',
    'has “note”',
    '含有模式中没有的“note”',
  ],
  [
    'a number for a word',
    (r) => Object.assign(document(r), { title: 3 }),
    'documents[0].title',
    'must be string / null',
    '类型应为 string / null',
  ],
  [
    'a type that there is not',
    (r) => Object.assign(obligation(r), { type: 'duty' }),
    'documents[0].obligations[0].type',
    'must be one of action, outcome',
    '只能是 action',
  ],
  [
    'no day of the calendar',
    (r) => (document(r).issuedOn = '2023-02-29'),
    'documents[0].issuedOn',
    'is no valid date',
    '不是有效的 date',
  ],
  [
    'no duration',
    (r) => (obligation(r).deadlines[0]!.duration = '30天'),
    'documents[0].obligations[0].deadlines[0].duration',
    'is no valid duration',
    '不是有效的',
  ],
  [
    'line 0',
    (r) => (obligation(r).span.line = 0),
    'documents[0].obligations[0].span.line',
    'must be >= 1',
    '必须 >= 1',
  ],
  [
    'no hash',
    (r) => (r.generator.grammar = 'md5:1'),
    'generator.grammar',
    'does not have the form',
    '不符合格式',
  ],
  [
    'another version',
    (r) => Object.assign(r, { schemaVersion: '9' }),
    'schemaVersion',
    'must be 1.0',
    '必须是 1.0',
  ],
  [
    'no words',
    (r) => (obligation(r).text = ''),
    'documents[0].obligations[0].text',
    'must have >= 1',
    '长度必须 >= 1',
  ],
  [
    'a range of one figure',
    (r) => Object.assign(obligation(r).targets[0]!, { value: [1] }),
    'documents[0].obligations[0].targets[0].value',
    'must',
    '',
  ],
  [
    'a type twice',
    (r) => (obligation(r).also = ['action', 'action']),
    'documents[0].obligations[0].also',
    'the same item twice',
    '有重复项',
  ],
]

const REFERENCES: [string, Spoil, string, string, string][] = [
  [
    'two documents of one id',
    (r) => r.documents.push(structuredClone(document(r))),
    'documents[1].id',
    'stands at documents[0] already',
    '已用于',
  ],
  [
    'two obligations of one id',
    (r) => (document(r).obligations[1]!.id = obligation(r).id),
    'documents[0].obligations[1].id',
    'stands at obligations[0] already',
    '已用于',
  ],
  [
    'a section that is not there',
    (r) => (obligation(r).section = '9.9'),
    'documents[0].obligations[0].section',
    'no section “9.9”',
    '没有 section',
  ],
  [
    'a duty that is not there',
    (r) => document(r).assignments[0]!.covers.push('9-9'),
    'documents[0].assignments[0].covers[1]',
    'no obligation “9-9”',
    '没有 obligation',
  ],
  [
    'a body through nothing',
    (r) => (obligation(r).assignees[0]!.assignment = 'a9'),
    'documents[0].obligations[0].assignees[0].assignment',
    'no assignment “a9”',
    '没有 assignment',
  ],
  [
    'a body through what covers others',
    (r) => (obligation(r).assignees[0]!.assignment = 'a2'),
    'documents[0].obligations[0].assignees[0].assignment',
    'does not list this obligation',
    '没有这项义务',
  ],
  [
    'a span beyond the text',
    (r) => (obligation(r).span.end = 99_999),
    'documents[0].obligations[0].span',
    'beyond source.length',
    '超出',
  ],
  [
    'a span that runs back',
    (r) => (document(r).sections[0]!.span.end = 0),
    'documents[0].sections[0].span',
    'ends before it starts',
    '早于开始',
  ],
  [
    'a text of another length',
    (r) => (obligation(r).text += '等'),
    'documents[0].obligations[0].span',
    'characters, the span',
    '区间长度',
  ],
  [
    'a target outside its duty',
    (r) => {
      const { span } = obligation(r).targets[0]!
      span.start -= 30
      span.end -= 30
    },
    'documents[0].obligations[0].targets[0].span',
    'beyond obligations[0]',
    '超出',
  ],
  [
    'a date without a basis',
    (r) => (obligation(r).targets[0]!.dueBasis = null),
    'documents[0].obligations[0].targets[0]',
    'must stand together',
    '必须同时存在',
  ],
  [
    'a recurring time without a rule',
    (r) => (obligation(r).deadlines[0]!.kind = 'recurring'),
    'documents[0].obligations[0].deadlines[0]',
    'needs rrule',
    '须有 rrule',
  ],
  [
    'a relative time without a length',
    (r) => (obligation(r).deadlines[0]!.kind = 'relative'),
    'documents[0].obligations[0].deadlines[0]',
    'needs duration',
    '须有 duration',
  ],
  [
    'a period that runs back',
    (r) => (obligation(r).deadlines[0]!.start = '2099-01-01'),
    'documents[0].obligations[0].deadlines[0]',
    'comes after the last',
    '晚于截止',
  ],
  [
    'a wrong count',
    (r) => (document(r).coverage.obligations = 0),
    'documents[0].coverage.obligations',
    'but there are',
    '实际为',
  ],
]

describe('what the schema refuses', () => {
  it.each(SHAPE)('%s', (_, spoil, path, en, zh) => {
    const registry = spoilt(spoil)
    const { valid, problems } = validate(registry)
    expect(valid).toBe(false)
    expect(problems.find((problem) => problem.path === path)?.message).toContain(en)
    const chinese = validateShape(registry, { language: 'zh' }).problems
    expect(chinese.find((problem) => problem.path === path)?.message).toContain(zh)
  })

  it.each([[null], [undefined], [3], ['registry'], [[]], [{}], [{ documents: {} }]])(
    '%j is no registry',
    (value) => {
      expect(validate(value).valid).toBe(false)
    },
  )
})

describe('what a schema cannot say', () => {
  it.each(REFERENCES)('%s', (_, spoil, path, en, zh) => {
    const registry = spoilt(spoil)
    expect(validateShape(registry).valid).toBe(true)
    const { problems } = validate(registry)
    expect(problems.find((problem) => problem.path === path)?.message).toContain(en)
    const chinese = validate(registry, { language: 'zh' }).problems
    expect(chinese.find((problem) => problem.path === path)?.message).toContain(zh)
  })
})
