import { describe, expect, it } from 'vitest'
import { changed, diffTexts, kindsOf } from './registry.js'

/** A plan around one sentence: two neighbours, so that there is something that stays. */
const plan = (sentence: string): string =>
  [
    '某市托育服务发展方案',
    '一、主要任务',
    '（一）建设设施。新建改建社区托育点。',
    sentence,
    '完善托育机构备案制度。',
    '',
  ].join('\n')

describe('one sentence changes', () => {
  it.each([
    [
      'a higher floor',
      '到2025年，托位使用率达到60%以上。',
      '到2025年，托位使用率达到75%以上。',
      ['target-tightened'],
    ],
    [
      'a lower floor',
      '到2025年，托位使用率达到75%以上。',
      '到2025年，托位使用率达到60%以上。',
      ['target-relaxed'],
    ],
    ['a lower ceiling', '师生比控制在20%以内。', '师生比控制在15%以内。', ['target-tightened']],
    [
      'a later date',
      '2024年底前，建成市级托育综合服务中心。',
      '2025年底前，建成市级托育综合服务中心。',
      ['deadline-later'],
    ],
    [
      'an earlier date',
      '2025年6月底前，建成市级托育综合服务中心。',
      '2025年3月底前，建成市级托育综合服务中心。',
      ['deadline-earlier'],
    ],
    [
      'figure and date',
      '到2023年，托位使用率达到60%以上。',
      '到2025年，托位使用率达到75%以上。',
      ['target-tightened', 'deadline-later'],
    ],
    [
      'a date that came',
      '建成市级托育综合服务中心。',
      '2025年底前，建成市级托育综合服务中心。',
      ['reworded', 'deadline-added'],
    ],
    [
      'a date that went',
      '2025年底前，建成市级托育综合服务中心。',
      '建成市级托育综合服务中心。',
      ['reworded', 'deadline-removed'],
    ],
    [
      'more often',
      '每半年开展一次托育机构安全检查。',
      '每季度开展一次托育机构安全检查。',
      ['deadline-added', 'deadline-removed'],
    ],
    [
      'from soft to hard',
      '鼓励托育机构建立食品留样制度。',
      '托育机构应当建立食品留样制度。',
      ['reworded', 'type-changed', 'strengthened'],
    ],
    [
      'from hard to soft',
      '托育机构应当建立食品留样制度。',
      '鼓励托育机构建立食品留样制度。',
      ['reworded', 'type-changed', 'weakened'],
    ],
    ['other words', '加强托育机构日常安全巡查。', '加强托育机构日常安全巡查和消防检查。', ['reworded']],
    [
      'another leader',
      '由市民政局负责托育机构等级评定。',
      '由市卫生健康委负责托育机构等级评定。',
      ['reworded', 'assignee-added', 'assignee-removed'],
    ],
  ])('%s', (_, old, now, kinds) => {
    expect(kindsOf(plan(old), plan(now))).toEqual(expect.arrayContaining(kinds))
    expect(kindsOf(plan(old), plan(now)).filter((kind) => kind !== 'reworded')).toEqual(
      kinds.filter((kind) => kind !== 'reworded'),
    )
  })

  it.each([
    ['width', '到2025年，托位使用率达到６０％以上；', '到2025年,托位使用率达到60%以上;'],
    ['white space', '加强托育机构　日常 安全巡查。', '加强托育机构日常安全巡查。'],
    ['zero-width characters', '加强托育\u200b机构日常安全\ufeff巡查。', '加强托育机构日常安全巡查。'],
    ['lines between', '加强托育机构日常安全巡查。\n', '\n\n加强托育机构日常安全巡查。\n\n'],
  ])('%s is no change', (_, old, now) => {
    const { stat, sections } = diffTexts(plan(old), plan(now))
    expect([{ ...stat, unchanged: 0 }, sections]).toEqual([
      Object.fromEntries(Object.keys(stat).map((kind) => [kind, 0])),
      [],
    ])
  })

  it('both sides are quoted with their places', () => {
    const [old, now] = [plan('到2023年，入托率达到8%以上。'), plan('到2025年，入托率达到12%以上。')]
    const [change] = changed(diffTexts(old, now))
    expect(change?.old?.text).toBe('到2023年，入托率达到8%以上。')
    expect(old.slice(change?.old?.span.start, change?.old?.span.end)).toBe(change?.old?.text)
    expect(now.slice(change?.new?.span.start, change?.new?.span.end)).toBe(change?.new?.text)
    expect(change?.details.targets).toMatchObject([
      {
        kind: 'target-tightened',
        old: { value: 8, due: '2023-12-31' },
        new: { value: 12, due: '2025-12-31' },
      },
    ])
    expect(change?.details.deadlines).toMatchObject([
      { kind: 'deadline-later', old: { date: '2023-12-31', text: '到2023年' }, new: { date: '2025-12-31' } },
    ])
    expect(change?.details.inline.map(({ op }) => op)).toContain('delete')
  })
})

describe('bodies', () => {
  const section = (who: string): string => `一、主要任务\n（一）建设设施。新建社区托育点。${who}\n`

  it.each([
    ['（市卫生健康委负责）', '（市卫生健康委、市教育局负责）', ['assignee-added']],
    ['（市卫生健康委、市教育局负责）', '（市教育局负责）', ['assignee-removed']],
    ['（市卫生健康委、市教育局负责）', '（市卫生健康委牵头，市教育局配合）', ['role-changed']],
  ])('%s → %s', (old, now, kinds) => {
    expect(kindsOf(section(old), section(now))).toEqual(kinds)
  })
})

describe('places', () => {
  const tasks = [
    '清理整治非法营运车辆。',
    '建立驾驶员信用档案。',
    '推广电子客票。',
    '完善投诉处理机制。',
    '加密早晚高峰班次。',
  ]
  const sections = (...parts: string[][]): string =>
    parts
      .map(
        (part, i) =>
          `${'一二三四五'.charAt(i)}、${['整治', '服务', '保障'][i] ?? '其他'}\n${part.join('\n')}\n`,
      )
      .join('')
  const [a, b, c, d, e] = tasks as [string, string, string, string, string]

  it('a task in another section is moved', () => {
    const { changes } = diffTexts(sections([a, b], [c, d, e]), sections([a, b, e], [c, d]))
    expect(changes.filter(({ kinds }) => kinds[0] !== 'unchanged')).toMatchObject([
      { kinds: ['moved'], old: { section: '2', text: e }, new: { section: '1', text: e } },
    ])
  })

  it('a task at another place of its section is where it was', () => {
    expect(kindsOf(sections([a, b, c]), sections([c, a, b]))).toEqual([])
  })

  it('sections under other numbers are renumbered, not moved', () => {
    const old = '第一条 运营者应当公布服务电话。\n第二条 驾驶员应当持证上岗。\n第三条 车辆应当定期检验。\n'
    const now =
      '第一条 运营者应当公布服务电话。\n第二条 乘客应当实名购票。\n第三条 驾驶员应当持证上岗。\n第四条 车辆应当定期检验。\n'
    expect(changed(diffTexts(old, now)).map(({ kinds, new: side }) => [kinds, side?.section])).toEqual([
      [['added'], '2'],
      [['renumbered'], '3'],
      [['renumbered'], '4'],
    ])
  })
})

describe('parts', () => {
  const whole = '建立校车安全管理台账，完善校车驾驶人资格审查制度。'
  const parts = ['建立校车安全管理台账。', '完善校车驾驶人资格审查制度。']
  const around = (lines: readonly string[]): string =>
    ['一、校车安全', '开展应急演练。', ...lines, '规范学校周边停车。', ''].join('\n')

  it('one sentence that became two is split, the other way merged', () => {
    expect(changed(diffTexts(around([whole]), around(parts)))).toMatchObject([
      { kinds: expect.arrayContaining(['split']) as unknown, old: { text: whole }, details: { parts: [{}] } },
    ])
    expect(changed(diffTexts(around(parts), around([whole])))).toMatchObject([
      {
        kinds: expect.arrayContaining(['merged']) as unknown,
        new: { text: whole },
        details: { parts: [{}] },
      },
    ])
  })

  it('figures of the parts count together', () => {
    const old = '到2025年，校车专用车型比例达到90%以上，校车视频监控安装率达到95%以上。'
    const now = ['到2025年，校车专用车型比例达到90%以上。', '到2025年，校车视频监控安装率达到100%。']
    const [change] = changed(diffTexts(around([old]), around(now)))
    expect(change?.kinds).toContain('split')
    expect(change?.details.targets.map(({ kind }) => kind)).toEqual(['target-tightened'])
  })
})
