import { describe, expect, it } from 'vitest'
import { quantityCues, readQuantities } from '../../src/facts/target/find-targets.js'
import { parseQuantity } from '../../src/grammar/parse-quantity.js'
import { contextOf, quantitiesOf } from './reading.js'

/** Phrase → comparator, value, unit, and where there are any bound, base and result. */
const PHRASES: [
  phrase: string,
  comparator: string,
  value: number | [number, number],
  unit: string | null,
  rest?: object,
][] = [
  ['98%以上', '>=', 98, '%'],
  ['不低于98％', '>=', 98, '%'],
  ['稳定在９６％以上', '>=', 96, '%'],
  ['百分之九十五', '=', 95, '%'],
  ['百分之九十点五以上', '>=', 90.5, '%'],
  ['千分之五以内', '<=', 5, '‰'],
  ['超过一半', '>', 50, '%'],
  ['三成以上', '>=', 30, '%'],
  ['0.8万亩', '=', 8000, '亩'],
  ['1.1亿千瓦', '=', 110000000, '千瓦'],
  ['3.3万吨标准煤', '=', 33000, '吨标准煤'],
  ['2万亿元', '=', 2000000000000, '元'],
  ['5千米', '=', 5, '千米'],
  ['3千家', '=', 3000, '家'],
  ['两千万元', '=', 20000000, '元'],
  ['二十条', '=', 20, '条'],
  ['1,500家', '=', 1500, '家'],
  ['1-2家', 'range', [1, 2], '家'],
  ['10%—15%', 'range', [10, 15], '%'],
  ['10-15万吨', 'range', [100000, 150000], '吨'],
  ['50所左右', '~', 50, '所'],
  ['约50所', '~', 50, '所'],
  ['100余家', '>=', 100, '家'],
  ['不超过3起', '<=', 3, '起'],
  ['控制在35微克/立方米以下', '<=', 35, '微克/立方米'],
  ['少于5人', '<', 5, '人'],
  ['提高15个百分点', 'increase', 15, '个百分点', { bound: null }],
  ['年均增长6%以上', 'increase', 6, '%', { bound: '>=' }],
  ['下降3个百分点左右', 'decrease', 3, '个百分点', { bound: '~' }],
  ['翻一番', 'increase', 100, '%'],
  ['由60%提高到90%', '>=', 90, '%', { from: 60, to: 90 }],
  ['从5‰下降到3‰以下', '<=', 3, '‰', { from: 5, to: 3 }],
  ['1：2', '=', 0.5, null],
]

describe('a phrase with a figure', () => {
  for (const [phrase, comparator, value, unit, rest] of PHRASES) {
    it(phrase, () => expect(parseQuantity(phrase).value).toMatchObject({ comparator, value, unit, ...rest }))
  }

  it('is null without a figure, and never throws', () => {
    for (const text of [
      '',
      '显著提高',
      '%',
      '以上',
      '第',
      '分之',
      '万亿',
      '1:',
      '-'.repeat(50),
      '\ud800',
      '１．',
    ]) {
      expect(() => parseQuantity(text)).not.toThrow()
    }
    expect(parseQuantity('显著提高').value).toBeNull()
  })
})

describe('figures that set no target are put aside with a reason', () => {
  const reasons: [text: string, reason: string][] = [
    ['按投资额的15%给予补助。', 'benefit'],
    ['处以3000元以上的罚款。', 'benefit'],
    ['已建成污水处理厂12座。', 'past'],
    ['森林覆盖率提高了5个百分点。', 'past'],
    ['每年检查不少于2次。', 'frequency'],
    ['从业人员20人以上的单位应当设立工会。', 'condition'],
    ['落实“95%以上群众满意”的要求。', 'name'],
    ['发展年产值10亿元以上企业。', 'condition'],
    ['设立100亿元产业基金。', 'description'],
  ]
  for (const [text, reason] of reasons) {
    it(`${text} (${reason})`, () => {
      const { targets, dismissed } = quantitiesOf(text)
      expect(targets).toEqual([])
      expect(dismissed.map((figure) => figure.reason)).toContain(reason)
    })
  }
})

describe('cues', () => {
  it('are shares and bounded numbers, no times and no bare counts', () => {
    const text = '到2025年，建成示范园20个、绿色工厂30家以上，覆盖率达到90%，办理期限不超过3天，指数达到86。'
    const context = contextOf(text)
    const cues = quantityCues(context, { start: 0, end: text.length })
    expect(cues.map((cue) => context.source.slice(cue))).toEqual(['30家以上', '90%', '86'])
  })
})

describe('quantity-out-of-scale', () => {
  it('is said where a figure has most likely lost its 万', () => {
    const { diagnostics } = quantitiesOf('新建标准化果园12.5亩，总面积达到60万亩。')
    expect(diagnostics).toMatchObject([
      {
        code: 'quantity-out-of-scale',
        values: { value: '12.5亩', neighbour: '60万亩' },
        span: { start: 7, end: 12 },
      },
    ])
  })

  it('is not said of different things, or of what stands for one head', () => {
    expect(quantitiesOf('新建小游园50亩，造林60万亩。').diagnostics).toEqual([])
    expect(quantitiesOf('建成充电桩3万个以上，每万人拥有充电桩数达到18个。').diagnostics).toEqual([])
  })
})

describe('long and broken input', () => {
  const SHAPES = [
    '1',
    '一',
    '1,',
    '1.',
    '1-',
    '1家',
    '1家、',
    '95%',
    '达到',
    '不低于1%',
    '(1%',
    '分别',
    '百分之',
    '由1%提高到',
    '的1%',
    '“1',
    '1:',
    '翻',
    '培育',
  ]
  for (const shape of SHAPES) {
    it(`comes to an end and stays in the text: ${shape}…`, () => {
      const text = shape.repeat(Math.ceil(80_000 / shape.length))
      const { targets } = readQuantities(contextOf(text), { start: 0, end: text.length }, [])
      expect(targets.filter(({ start, end }) => start < 0 || end > text.length || start >= end)).toEqual([])
    })
  }
})
