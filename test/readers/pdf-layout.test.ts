import { describe, expect, it } from 'vitest'
import { layOut } from '../../src/readers/pdf/layout.js'
import type { PdfPage, Rule, TextItem } from '../../src/readers/pdf/page.js'
import { type Matrix, type PlacedText, upright } from '../../src/readers/pdf/upright.js'

/** Characters of a line from margin to margin, and where the margins of the pages here are. */
const FULL = 26
const LEFT = 80
const SIZE = 16
const LEADING = 28

const widthOf = (text: string, size = SIZE): number =>
  [...text].reduce((sum, character) => sum + (character < '\u2000' ? 0.5 : 1), 0) * size

const item = (text: string, x: number, y: number, size = SIZE): TextItem => ({
  text,
  x,
  y,
  width: widthOf(text, size),
  size,
})

/** A4 with these items and ruled lines. */
const page = (number: number, items: readonly TextItem[], rules: readonly Rule[] = []): PdfPage => ({
  number,
  width: 595,
  height: 842,
  items,
  rules,
  drawn: true,
})

/** Lines from the top, each as far in as it has full-width spaces before it. */
const lines = (texts: readonly string[], from = 100): TextItem[] =>
  texts.map((text, at) => {
    const own = text.trimStart()
    return item(own, LEFT + (text.length - own.length) * SIZE, from + at * LEADING)
  })

/** A paragraph wrapped as a word processor does it, with an indent of two characters. */
const wrapped = (text: string): string[] => {
  const first = `　　${text.slice(0, FULL - 2)}`
  const rest = text.slice(FULL - 2).match(new RegExp(`.{1,${FULL}}`, 'g')) ?? []
  return [first, ...rest]
}

const unindented = (text: string): string[] => text.match(new RegExp(`.{1,${FULL}}`, 'g')) ?? []

const textOf = (...pages: PdfPage[]): string[] => layOut(pages).text.split('\n').slice(0, -1)

const DUTY =
  '各地区要加强组织领导，建立健全工作机制，明确责任分工，细化工作举措，确保各项任务落到实处、取得实效。'
const OTHER = '市财政局要统筹安排资金，加大投入力度，优化支出结构，提高使用效益，保障重点工作顺利开展。'

describe('lines become paragraphs', () => {
  it('by the indent of the first line', () => {
    expect(textOf(page(1, lines([...wrapped(DUTY), ...wrapped(OTHER)])))).toEqual([DUTY, OTHER])
  })

  it('where a line ends early', () => {
    const text = ['各市、县人民政府：', '各有关部门：', ...wrapped(DUTY), ...wrapped(OTHER)]
    expect(textOf(page(1, lines(text)))).toEqual(['各市、县人民政府：', '各有关部门：', DUTY, OTHER])
  })

  it('over the end of a page', () => {
    const [first = '', ...rest] = wrapped(DUTY)
    const pages = [page(1, lines([...wrapped(OTHER), first])), page(2, lines([...rest, ...wrapped(OTHER)]))]
    expect(textOf(...pages)).toEqual([OTHER, DUTY, OTHER])
    const { text, pages: map } = layOut(pages)
    const start = text.indexOf(DUTY)
    expect([map.page(0), map.page(start), map.page(start + FULL - 3), map.page(start + FULL - 2)]).toEqual([
      1, 1, 1, 2,
    ])
  })

  it('by the space between them, without indents', () => {
    const [a, b] = [unindented(DUTY), unindented(OTHER)]
    const items = [
      ...lines(a, 100),
      ...lines(b, 100 + a.length * LEADING + 12),
      ...lines(a, 260),
      ...lines(b, 360),
    ]
    expect(textOf(page(1, items))).toEqual([DUTY, OTHER, DUTY, OTHER])
  })

  it('a title in large type over two lines is one', () => {
    const title = [
      item('云阳市人民政府办公室关于印发', 134, 100, 22),
      item('养老服务行动方案的通知', 167, 132, 22),
    ]
    expect(textOf(page(1, [...title, ...lines(wrapped(DUTY), 200)]))).toEqual([
      '云阳市人民政府办公室关于印发养老服务行动方案的通知',
      DUTY,
    ])
  })

  it('who signs, and when, are lines of their own', () => {
    const signed = [item('云阳市人民政府', 352, 400), item('2026年3月18日', 352, 428)]
    expect(textOf(page(1, [...lines([...wrapped(DUTY), ...wrapped(OTHER)]), ...signed]))).toEqual([
      DUTY,
      OTHER,
      '云阳市人民政府',
      '2026年3月18日',
    ])
  })

  it('Latin words are parted by a space, Chinese ones are not', () => {
    const text = [
      '　　' + '推广应用人工智能大模型技术'.repeat(2).slice(0, 15) + ' Artificial General',
      'Intelligence 等新技术。',
    ]
    expect(textOf(page(1, lines(text)))).toEqual([
      '推广应用人工智能大模型技术推广Artificial General Intelligence等新技术。',
    ])
  })
})

describe('what a line says', () => {
  const said = (...items: TextItem[]): string | undefined => textOf(page(1, items))[0]

  it.each([
    ['a line spread to both margins', '户 不 少 于 三 十 平 方 米', '户不少于三十平方米'],
    ['a space between two names', '中共云阳市委 云阳市人民政府', '中共云阳市委 云阳市人民政府'],
  ])('%s', (_, text, expected) => expect(said(item(text, LEFT, 100))).toBe(expected))

  it('gaps around figures, where they are everywhere', () => {
    expect(said(item('到 2027 年，新建 30 所，覆盖率达到 90% 以上', LEFT, 100))).toBe(
      '到2027年，新建30所，覆盖率达到90%以上',
    )
  })

  it('marks of footnotes are left out, powers are not', () => {
    const at = LEFT + widthOf('生产总值')
    expect(said(item('生产总值', LEFT, 100), item('①', at, 94, 8), item('达到500亿元。', at + 8, 100))).toBe(
      '生产总值达到500亿元。',
    )
    expect(said(item('50', LEFT, 100), item('m', LEFT + 16, 100), item('2', LEFT + 24, 94, 8))).toBe('50m²')
  })

  it('text printed twice to look bold', () => {
    expect(said(item('总体要求', LEFT, 100), item('总体要求', LEFT + 0.4, 100))).toBe('总体要求')
  })
})

describe('what belongs to the pages', () => {
  const body = [
    DUTY,
    OTHER,
    '市民政局要会同有关部门制定实施细则，定期开展检查，及时通报情况，推动各项措施落地见效。',
  ]
  const text = (number: number): TextItem[] => lines(wrapped(body[number - 1] as string), 120)

  it.each<[string, (number: number) => TextItem[]]>([
    ['— 1 —', (number) => [item(`— ${number} —`, 280, 780, 14)]],
    ['- 1 -', (number) => [item(`- ${number} -`, 280, 780, 14)]],
    ['1', (number) => [item(String(number), 290, 780, 10)]],
    ['第1页 共3页', (number) => [item(`第${number}页 共3页`, 260, 780, 10)]],
    ['page numbers above', (number) => [item(`· ${number} ·`, 290, 60, 10)]],
    ['a running head', () => [item('云阳市人民政府公报', 220, 60, 10)]],
    ['a running head with the page', (number) => [item(`云阳市人民政府公报　${number}`, 220, 60, 10)]],
    ['a watermark that lies straight', () => [item('征求意见稿', 150, 400, 60)]],
  ])('%s', (_, furniture) => {
    const pages = [1, 2, 3].map((number) => page(number, [...text(number), ...furniture(number)]))
    expect(textOf(...pages)).toEqual(body)
  })

  it('footnotes stand behind the text', () => {
    const [first = '', ...rest] = wrapped(DUTY)
    const note = item('①指六十周岁以上的公民。', LEFT, 760, 10)
    const pages = [
      page(1, [...lines([...wrapped(OTHER), first]), note]),
      page(2, lines([...rest, ...wrapped(OTHER)])),
    ]
    expect(textOf(...pages)).toEqual([OTHER, DUTY, OTHER, '①指六十周岁以上的公民。'])
  })
})

describe('columns', () => {
  const column = (texts: readonly string[], x: number): TextItem[] =>
    texts.flatMap((text) => text.match(/.{1,13}/g) ?? []).map((line, at) => item(line, x, 150 + at * 20, 12))

  it('are read one after the other, the title over both first', () => {
    const items = [
      ...column([DUTY, OTHER], LEFT),
      ...column([OTHER, DUTY], 320),
      item('云阳市养老服务行动方案', 180, 100, 22),
    ]
    const text = textOf(page(1, items)).join('')
    expect(text).toBe(`云阳市养老服务行动方案${DUTY}${OTHER}${OTHER}${DUTY}`)
  })
})

/** A ruled table: where its lines stand. */
const ruled = (xs: readonly number[], ys: readonly number[]): Rule[] => [
  ...ys.map((y) => ({ x1: xs[0] as number, y1: y, x2: xs.at(-1) as number, y2: y })),
  ...xs.map((x) => ({ x1: x, y1: ys[0] as number, x2: x, y2: ys.at(-1) as number })),
]

describe('ruled tables', () => {
  const xs = [80, 120, 280, 400]

  it('are rows of cells; lines in a cell are joined', () => {
    const items = [
      ...['序号', '任务', '牵头单位'].map((text, at) => item(text, (xs[at] as number) + 4, 118, 12)),
      item('1', 84, 145, 12),
      item('制定社区养老', 124, 145, 12),
      item('服务标准', 124, 160, 12),
      item('市民政局', 284, 145, 12),
    ]
    const { text, tables } = layOut([
      page(1, [...lines(wrapped(DUTY), 40), ...items], ruled(xs, [104, 130, 170])),
    ])
    expect(text.split('\n').slice(-3, -1)).toEqual([
      '序号\t任务\t牵头单位',
      '1\t制定社区养老服务标准\t市民政局',
    ])
    const cells = tables[0]?.rows[1]?.cells.map((cell) => cell && text.slice(cell.start, cell.end))
    expect(cells).toEqual(['1', '制定社区养老服务标准', '市民政局'])
  })

  it('have merged cells where no line parts them', () => {
    const rules = ruled(xs, [104, 130, 170, 210]).filter(({ y1, y2 }) => !(y1 === 170 && y2 === 170))
    // The line under the second row reaches the second column only from its right side on.
    rules.push({ x1: 120, y1: 170, x2: 400, y2: 170 })
    const items = [
      item('标准', 84, 170, 12),
      item('甲', 124, 150, 12),
      item('乙', 124, 190, 12),
      item('任务', 124, 118, 12),
    ]
    const { text, tables } = layOut([page(1, items, rules)])
    const rows = tables[0]?.rows.map(({ cells }) =>
      cells.map((cell) => cell && text.slice(cell.start, cell.end)),
    )
    expect(rows?.slice(1)).toEqual([
      ['标准', '甲', undefined],
      ['标准', '乙', undefined],
    ])
  })

  it('go on over a page, their head once', () => {
    const head = ['序号', '任务', '单位'].map((text, at) => item(text, (xs[at] as number) + 4, 118, 12))
    const row = (number: string): TextItem[] => [
      item(number, 84, 145, 12),
      item(`任务${number}`, 124, 145, 12),
    ]
    const pages = ['1', '2'].map((number, at) =>
      page(at + 1, [...head, ...row(number)], ruled(xs, [104, 130, 170])),
    )
    const { text, tables } = layOut(pages)
    expect(text).toBe('序号\t任务\t单位\n1\t任务1\n2\t任务2\n')
    expect(tables.map(({ rows }) => rows.length)).toEqual([3])
  })
})

describe('which way a page is up', () => {
  const turned = (
    text: string,
    [a, b, c, d]: readonly [number, number, number, number],
    x: number,
    y: number,
  ): PlacedText => ({
    text,
    matrix: [a, b, c, d, x, y] as Matrix,
    width: widthOf(text),
  })

  it('a watermark across the page is left out', () => {
    const texts = [turned('正文。', [16, 0, 0, -16], 80, 100), turned('样稿', [40, -40, -40, -40], 200, 400)]
    expect(upright(texts, 595, 842).items.map(({ text }) => text)).toEqual(['正文。'])
  })

  it('a table along the long side is turned', () => {
    const texts = [turned('第一行', [0, -16, -16, 0], 100, 700), turned('第二行', [0, -16, -16, 0], 128, 700)]
    const { items } = upright(texts, 595, 842)
    expect(items.map(({ text, x, y }) => [text, Math.round(x), Math.round(y)])).toEqual([
      ['第一行', 142, 100],
      ['第二行', 142, 128],
    ])
  })
})
