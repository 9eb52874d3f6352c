import { describe, expect, it } from 'vitest'
import { LEVELS, settingsOf } from '../../src/lint/settings.js'
import { findings, quotes } from './finding.js'

/** A plan with one task; `text` stands under it. */
const plan = (text: string, issued = '2024年3月1日'): string =>
  ['某市公共服务提升行动方案', '一、主要任务', text, '某市人民政府', issued, ''].join('\n')
const folded = (text: string): string =>
  text
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replaceAll('，', ',')
    .replaceAll('：', ':')
    .replaceAll('；', ';')

describe.each([
  ['full-width', (text: string) => text],
  ['ASCII', folded],
])('who is responsible, %s signs', (_, form) => {
  const missing = (text: string): string[] => quotes('no-responsible-body', form(plan(text)))
  it.each([
    ['a duty', '加强窗口建设。'],
    ['a prohibition', '严禁收取押金。'],
    ['a duty with supporters only', '加强窗口建设。（市财政局配合）'],
    ['a duty after an adverb', '同时应加强窗口建设。'],
  ])('%s', (_, text) => expect(missing(text)).toHaveLength(1))
  it.each([
    ['an encouragement', '鼓励开展延时服务。'],
    ['a permission', '窗口可以实行轮班。'],
    ['a bracket', '加强窗口建设。（市行政审批局负责）'],
    ['a label line', '加强窗口建设。\n责任单位：市行政审批局'],
    ['a body as subject', '市行政审批局要加强窗口建设。'],
    ['a body whose own duty is to take part', '教育部门要参与窗口建设。'],
    ['a firm as subject', '供水企业应当公开办事流程。'],
    ['anybody as subject', '任何单位和个人不得收取押金。'],
  ])('not %s', (_, text) => expect(missing(text)).toEqual([]))
})

it('duties of one section are one finding with all of them', () => {
  const found = findings(plan('加强窗口建设。完善办事指南。推行网上办理。')).find(
    ({ rule }) => rule === 'no-responsible-body',
  )
  expect(found?.obligations).toHaveLength(3)
  expect(found?.related.map(({ text }) => text)).toEqual(['完善办事指南。', '推行网上办理。'])
  expect(found?.message.en).toBe('No body is responsible for this and 2 more in this section.')
})

describe('figures and dates', () => {
  it.each([
    ['网上办理率达到95%以上。', ['网上办理率达到95%以上']],
    ['到2025年，网上办理率达到95%以上。', []],
    ['加强窗口建设，网上办理率达到95%以上。（市行政审批局负责，2025年6月底前完成）', []],
    ['每年培训窗口人员200人。', []],
  ])('target without a deadline: %s', (text, expected) => {
    expect(quotes('target-without-deadline', plan(text))).toEqual(expected)
  })
  it.each([
    ['办事效率明显提高。', ['明显提高']],
    ['办事效率明显提高，网上办理率达到95%以上。', []],
    ['到2025年，作风建设取得显著成效。', ['显著成效']],
    ['加强窗口建设，进一步提高办事效率。', []],
  ])('goal without a figure: %s', (text, expected) => {
    expect(quotes('goal-without-figure', plan(text))).toEqual(expected)
  })
  it.each([
    ['到2025年，网上办理率达到95%以上。\n到2025年，网上办理率达到90%以上。', 1],
    ['到2025年，网上办理率达到95%以上。\n到2025年，网上办理率达到95%以上。', 0],
    ['到2024年，网上办理率达到90%以上。\n到2025年，网上办理率达到95%以上。', 0],
    ['到2025年，平均办理时间不少于3天。\n到2025年，平均办理时间不超过5天。', 0],
  ])('targets that disagree: %s', (text, count) => {
    expect(quotes('conflicting-targets', plan(text))).toHaveLength(count)
  })
  it.each([
    ['2024年9月—2024年6月，开展整治。', ['2024年9月—2024年6月']],
    ['2024年9月至6月，开展整治。', ['2024年9月至6月']],
    ['2026-2025年，开展整治。', ['2026-2025年']],
    ['2024年12月30日至2024年12月3日，开展整治。', ['2024年12月30日至2024年12月3日']],
    ['2024年9月至次年6月，开展整治。', []],
    ['2024—2025年，开展整治。', []],
    ['咨询电话0538-0531，开展整治。', []],
    ['执行GB 2026-2010标准，建设3000-2000平方米场地。', []],
  ])('reversed periods: %s', (text, expected) => {
    expect(quotes('period-reversed', plan(text))).toEqual(expected)
  })
  it.each([
    ['到2020年，建成窗口20个。', ['到2020年']],
    ['2023年12月底前建成窗口20个。', ['2023年12月底前']],
    ['2024年底前建成窗口20个。', []],
    ['落实《服务业发展规划（2016—2020年）》，建成窗口20个。', []],
    ['建成窗口数比2020年增加20个。', []],
  ])('times before the date of issue: %s', (text, expected) => {
    expect(quotes('deadline-before-issue', plan(text))).toEqual(expected)
  })
})

describe('bodies', () => {
  it.each([
    ['市质监局', '2018年11月1日', []],
    ['市质监局', '2021年11月1日', ['市质监局']],
    ['市工商局', '2024年3月1日', ['市工商局']],
    ['市市场监管局', '2024年3月1日', []],
    ['银监会', '2020年3月1日', ['银监会']],
    ['国家海洋局', '2020年3月1日', []],
  ])('%s in a text of %s', (name, issued, expected) => {
    expect(quotes('abolished-organ', plan(`加强监管。（${name}负责）`, issued))).toEqual(expected)
  })
  it.each([
    ['市发改委', '市发展和改革委员会', true],
    ['市发展改革委', '市发展和改革委员会', true],
    ['市人社局', '市人力资源和社会保障局', true],
    ['市城管局', '市城市管理局', true],
    ['市市场监管局', '市市场监督管理局', true],
    ['市工商局', '市工商行政管理局', true],
    ['市住房和城乡建设局', '市住房城乡建设局', true],
    ['市农业局', '市农业机械局', false],
    ['市教育局', '市教育体育局', false],
    ['市水利局', '市水务局', false],
    ['市发展改革委', '省发展和改革委员会', false],
    ['市财政局', '市财政局', false],
    ['国家税务局', '国家税务总局', false],
  ])('%s and %s', (a, b, same) => {
    const text = plan(`加强规划。（${a}负责）\n加强协调。（${b}负责）`)
    expect(quotes('body-two-spellings', text)).toHaveLength(same ? 1 : 0)
  })
  it('a short name that the text explains is no fault', () => {
    const text = plan('由市发展和改革委员会（以下简称市发改委）牵头编制规划。\n加强协调。（市发改委负责）')
    expect(quotes('body-two-spellings', text)).toEqual([])
  })
})

describe('citations', () => {
  it.each([
    ['落实《关于推进政务服务的意见》要求，加强监管。', 1],
    ['落实《关于推进政务服务的意见》（国发〔2022〕5号）要求，加强监管。', 0],
    ['落实国发〔2022〕5号文件《关于推进政务服务的意见》要求，加强监管。', 0],
    ['落实《政务服务条例》《中华人民共和国行政许可法》，加强监管。', 0],
    ['落实《关于推进政务服务的意见》（国发〔2022〕5号）。再落实《关于推进政务服务的意见》。', 0],
    ['制定《某市政务服务办法》，加强监管。', 0],
    ['落实《政务服务办法（试行）》，加强监管。再落实《政务服务办法》。', 1],
  ])('%s', (text, count) => {
    expect(quotes('citation-without-number', plan(text))).toHaveLength(count)
  })
})

describe('numbers and brackets', () => {
  it.each([
    ['（一）加强监管。\n（三）加强考核。', ['（三）']],
    ['（二）加强监管。', ['（二）']],
    ['1．加强监管。\n二、保障措施\n2．加强考核。', []],
  ])('gaps: %s', (text, expected) => expect(quotes('numbering-gap', plan(text))).toEqual(expected))
  it.each([
    ['1．加强监管。\n2．加强考核。\n二、保障措施\n1．加强领导。', ['1．']],
    ['（一）加强监管\n1．加强巡查。', []],
    ['（一）加强监管\n（1）加强巡查。', ['（1）']],
    ['第一条 加强监管：\n（一）巡查；\n（二）检查。', []],
  ])('skipped levels: %s', (text, expected) => expect(quotes('skipped-level', plan(text))).toEqual(expected))
  it.each([
    ['加强监管（含巡查。', ['（']],
    ['加强监管）。', ['）']],
    ['推行“一网通办。', ['“']],
    ['落实《办法，加强监管。', ['《']],
    ['加强监管。\n责任单位：市民政局（牵头、市财政局', ['（']],
    ['1)加强监管(含巡查)。', []],
  ])('brackets: %s', (text, expected) => expect(quotes('unbalanced-bracket', plan(text))).toEqual(expected))
})

describe('settings', () => {
  it('turn rules off and raise them', () => {
    const text = plan('办事效率明显提高。')
    const settings = settingsOf([
      ['no-responsible-body', 'off'],
      ['goal-without-figure', 'error'],
    ])
    if ('kind' in settings) throw new Error(settings.value)
    expect(findings(text, settings).map(({ rule, severity }) => [rule, severity])).toEqual([
      ['goal-without-figure', 'error'],
    ])
  })
  it('name what does not exist', () => {
    expect(settingsOf([['no-such-rule', 'off']])).toMatchObject({ kind: 'rule', value: 'no-such-rule' })
    const fault = settingsOf([['numbering-gap', 'fatal']])
    expect(fault).toEqual({ kind: 'level', value: 'fatal', known: LEVELS.join(', ') })
  })
})

it('every finding quotes its text, in order of place', () => {
  const text = plan(
    '（二）到2020年，效率明显提高（含。\n（二）落实《关于甲的意见》。（市发改委、市发展和改革委员会负责）',
  )
  const found = findings(text)
  expect(found.length).toBeGreaterThan(5)
  for (const { span, text: words, related } of found) {
    expect(text.slice(span.start, span.end)).toBe(words)
    for (const other of related) expect(text.slice(other.span.start, other.span.end)).toBe(other.text)
  }
  expect(found.map(({ span }) => span.start)).toEqual(
    found.map(({ span }) => span.start).sort((a, b) => a - b),
  )
})

it.each([
  '',
  '\n',
  '。',
  '（'.repeat(5000),
  '2020年—'.repeat(2000),
  '一、\n'.repeat(500),
  '\ud800《'.repeat(500),
])('no text is too strange: %#', (text) =>
  expect(findings(text).every(({ message }) => message.en !== '' && message.zh !== '')).toBe(true),
)
