import { describe, expect, it } from 'vitest'
import { readDocx } from '../../src/readers/docx.js'
import { formatNumber } from '../../src/readers/number-format.js'
import { definition, docx, inList, level, list, paragraph } from '../../scripts/make-docx.mjs'

const NOTHING = '<w:suff w:val="nothing"/>'
/** The levels that GB/T 9704 wants: 一、 （一） 1. （1） */
const OFFICIAL = [
  level(0, 'chineseCountingThousand', '%1、', NOTHING),
  level(1, 'chineseCounting', '（%2）', NOTHING),
  level(2, 'decimal', '%3.', NOTHING),
  level(3, 'decimal', '（%4）', NOTHING),
].join('')

interface Case {
  readonly numbering: string
  readonly styles?: string
  /** Paragraphs as their properties. */
  readonly paragraphs: readonly string[]
}

/** The numbers before paragraphs that all say 文。 */
async function numbers({ numbering, styles = '', paragraphs }: Case): Promise<string[]> {
  const body = paragraphs.map((properties) => paragraph('文。', properties)).join('')
  const read = await readDocx(docx({ body, numbering, styles }))
  if ('code' in read) throw new Error(read.code)
  return read.text
    .trimEnd()
    .split('\n')
    .map((line) => line.replace('文。', ''))
}

const style = (id: string, properties: string, basedOn = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}">${basedOn && `<w:basedOn w:val="${basedOn}"/>`}<w:pPr>${properties}</w:pPr></w:style>`
const styled = (id: string): string => `<w:pStyle w:val="${id}"/>`

describe('numbers are those that Word shows', () => {
  it('levels begin again behind those above', async () => {
    const levels = [0, 1, 1, 2, 2, 3, 1, 2, 0, 1, 2]
    expect(
      await numbers({
        numbering: definition(0, OFFICIAL) + list(1, 0),
        paragraphs: levels.map((at) => inList(1, at)),
      }),
    ).toEqual(['一、', '（一）', '（二）', '1.', '2.', '（1）', '（三）', '1.', '二、', '（一）', '1.'])
  })

  it('a number shows those above it: 1.2.1', async () => {
    const levels = level(0, 'decimal', '%1') + level(1, 'decimal', '%1.%2') + level(2, 'decimal', '%1.%2.%3')
    const paragraphs = [0, 1, 1, 2, 0, 1].map((at) => inList(1, at))
    expect(await numbers({ numbering: definition(0, levels) + list(1, 0), paragraphs })).toEqual([
      '1 ',
      '1.1 ',
      '1.2 ',
      '1.2.1 ',
      '2 ',
      '2.1 ',
    ])
  })

  it('第一章 and 1.1 under it: figures where the level asks for them', async () => {
    const levels =
      level(0, 'chineseCountingThousand', '第%1章', '<w:suff w:val="space"/>') +
      level(1, 'decimal', '%1.%2', '<w:isLgl/><w:suff w:val="space"/>') +
      level(2, 'decimal', '%1-%3', '<w:suff w:val="space"/>')
    const paragraphs = [0, 0, 1, 2].map((at) => inList(1, at))
    expect(await numbers({ numbering: definition(0, levels) + list(1, 0), paragraphs })).toEqual([
      '第一章 ',
      '第二章 ',
      '2.1 ',
      '二-1 ',
    ])
  })

  it('a level without one above it begins with the first number of that', async () => {
    const levels = level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2', NOTHING)
    expect(
      await numbers({
        numbering: definition(0, levels) + list(1, 0),
        paragraphs: [inList(1, 1), inList(1, 0)],
      }),
    ).toEqual(['1.1', '1.'])
  })

  it('levels that go on, or begin again only behind one level', async () => {
    const levels = (restart: number): string =>
      level(0, 'decimal', '%1)', NOTHING) +
      level(1, 'decimal', '%2>', NOTHING) +
      level(2, 'decimal', '%3.', `<w:lvlRestart w:val="${restart}"/>${NOTHING}`)
    const paragraphs = [0, 1, 2, 2, 1, 2, 0, 1, 2].map((at) => inList(1, at))
    const thirds = async (restart: number): Promise<string[]> =>
      (await numbers({ numbering: definition(0, levels(restart)) + list(1, 0), paragraphs })).filter(
        (number) => number.endsWith('.'),
      )
    expect(await thirds(0)).toEqual(['1.', '2.', '3.', '4.'])
    expect(await thirds(1)).toEqual(['1.', '2.', '3.', '1.'])
    expect(await thirds(2)).toEqual(['1.', '2.', '1.', '1.'])
  })
})

describe('lists', () => {
  it('of one definition count on together, and begin anew where they have a start of their own', async () => {
    const numbering =
      definition(0, OFFICIAL) + list(1, 0) + list(2, 0) + list(3, 0, { 0: 1 }) + list(4, 0, { 0: 5 })
    expect(
      await numbers({
        numbering,
        paragraphs: [1, 1, 2, 3, 3, 1, 4, 4].map((id) => inList(id)),
      }),
    ).toEqual(['一、', '二、', '三、', '一、', '二、', '三、', '五、', '六、'])
  })

  it('of different definitions count for themselves', async () => {
    const numbering = definition(0, OFFICIAL) + definition(1, OFFICIAL) + list(1, 0) + list(2, 1)
    expect(await numbers({ numbering, paragraphs: [1, 2, 1, 2].map((id) => inList(id)) })).toEqual([
      '一、',
      '一、',
      '二、',
      '二、',
    ])
  })

  it('may set a level differently', async () => {
    const own = `<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">${level(0, 'decimal', '%1、', NOTHING)}</w:lvlOverride></w:num>`
    expect(
      await numbers({
        numbering: definition(0, OFFICIAL) + list(1, 0) + own,
        paragraphs: [inList(1), inList(2), inList(1)],
      }),
    ).toEqual(['一、', '2、', '三、'])
  })

  it('that are not defined, are list 0, or show only bullets, have no numbers', async () => {
    const numbering =
      definition(0, level(0, 'bullet', '\uf0b7')) +
      definition(1, level(0, 'none', '')) +
      list(1, 0) +
      list(2, 1)
    expect(
      await numbers({
        numbering,
        paragraphs: [inList(1), inList(2), inList(0), inList(9), inList(1, 8), ''],
      }),
    ).toEqual(['', '', '', '', '', ''])
  })

  it('a level of no format may still say something', async () => {
    const numbering = definition(0, level(0, 'none', '附件：', NOTHING)) + list(1, 0)
    expect(await numbers({ numbering, paragraphs: [inList(1)] })).toEqual(['附件：'])
  })
})

describe('paragraph styles', () => {
  it('give a list and a level, also through those that they are based on', async () => {
    const styles =
      style('H1', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
      style('H2', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>') +
      style('Own', '<w:jc w:val="left"/>', 'H2') +
      style('Bare', '<w:numPr><w:numId w:val="0"/></w:numPr>', 'H2')
    expect(
      await numbers({
        numbering: definition(0, OFFICIAL) + list(1, 0),
        styles,
        paragraphs: ['H1', 'H2', 'Own', 'Bare', 'H1'].map(styled),
      }),
    ).toEqual(['一、', '（一）', '（二）', '', '二、'])
  })

  it('stand for a level where they name none', async () => {
    const levels =
      level(0, 'decimal', '%1.', NOTHING) + level(1, 'decimal', '（%2）', `<w:pStyle w:val="H2"/>${NOTHING}`)
    expect(
      await numbers({
        numbering: definition(0, levels) + list(1, 0),
        styles: style('H2', '<w:numPr><w:numId w:val="1"/></w:numPr>'),
        paragraphs: [styled('H2')],
      }),
    ).toEqual(['（1）'])
  })

  it('give way to the paragraph: its own list, its own level, none at all', async () => {
    expect(
      await numbers({
        numbering:
          definition(0, OFFICIAL) +
          definition(1, level(0, 'decimal', '%1)', NOTHING)) +
          list(1, 0) +
          list(2, 1),
        styles: style('H2', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'),
        paragraphs: [
          styled('H2'),
          styled('H2') + inList(2),
          `${styled('H2')}<w:numPr><w:ilvl w:val="2"/></w:numPr>`,
          `${styled('H2')}<w:numPr><w:numId w:val="0"/></w:numPr>`,
        ],
      }),
    ).toEqual(['（一）', '1)', '1.', ''])
  })

  it('of numbering lend their definition to others', async () => {
    const numbering =
      `<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Official"/>${OFFICIAL}</w:abstractNum>` +
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Official"/></w:abstractNum>' +
      list(1, 0) +
      list(2, 1)
    const styles =
      '<w:style w:type="numbering" w:styleId="Official"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    expect(await numbers({ numbering, styles, paragraphs: [inList(2), inList(2, 1), inList(1)] })).toEqual([
      '一、',
      '（一）',
      '二、',
    ])
  })

  it('that refer to one another in a circle end', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/></w:abstractNum>' + list(1, 0)
    const styles = style('A', '<w:numPr><w:numId w:val="1"/></w:numPr>', 'B') + style('B', '', 'A')
    expect(await numbers({ numbering, styles, paragraphs: [inList(1), styled('B')] })).toEqual(['', ''])
  })

  it('the one of all paragraphs counts too', async () => {
    const styles =
      '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    expect(
      await numbers({ numbering: definition(0, OFFICIAL) + list(1, 0), styles, paragraphs: ['', ''] }),
    ).toEqual(['一、', '二、'])
  })
})

it('a tab behind the number is a space only where the text needs one', async () => {
  const numbering =
    definition(0, level(0, 'decimal', '%1.')) + definition(1, level(0, 'chineseCounting', '%1、'))
  const body = [
    paragraph('加强监管。', inList(1)),
    paragraph('5G网络。', inList(1)),
    paragraph('2027年前。', inList(2)),
  ].join('')
  const read = await readDocx(docx({ body, numbering: numbering + list(1, 0) + list(2, 1) }))
  expect(read).toMatchObject({ text: '1.加强监管。\n2. 5G网络。\n一、2027年前。\n' })
})

describe('formats', () => {
  it.each([
    ['decimal', '1 2 10 11 21 100'],
    ['decimalZero', '01 02 10 11 21 100'],
    ['decimalFullWidth', '１ ２ １０ １１ ２１ １００'],
    ['chineseCounting', '一 二 十 十一 二十一 一〇〇'],
    ['chineseCountingThousand', '一 二 十 十一 二十一 一百'],
    ['taiwaneseCountingThousand', '一 二 十 十一 二十一 一百'],
    ['japaneseCounting', '一 二 十 十一 二十一 百'],
    ['ideographDigital', '一 二 一〇 一一 二一 一〇〇'],
    ['chineseLegalSimplified', '壹 贰 壹拾 壹拾壹 贰拾壹 壹佰'],
    ['ideographTraditional', '甲 乙 癸 11 21 100'],
    ['decimalEnclosedCircle', '① ② ⑩ ⑪ 21 100'],
    ['decimalEnclosedCircleChinese', '① ② ⑩ ⑪ 21 100'],
    ['decimalEnclosedParen', '⑴ ⑵ ⑽ ⑾ 21 100'],
    ['decimalEnclosedFullstop', '⒈ ⒉ ⒑ ⒒ 21 100'],
    ['upperLetter', 'A B J K U VVVV'],
    ['lowerRoman', 'i ii x xi xxi c'],
    ['none', '     '],
    ['toString', '1 2 10 11 21 100'],
  ])('%s', (format, expected) => {
    expect([1, 2, 10, 11, 21, 100].map((value) => formatNumber(value, format)).join(' ')).toBe(expected)
  })

  it.each([
    [101, '一百零一'],
    [110, '一百一十'],
    [112, '一百一十二'],
    [1001, '一千零一'],
    [2020, '二千零二十'],
    [9999, '九千九百九十九'],
    [10_000, '10000'],
  ])('%d is %s', (value, expected) => expect(formatNumber(value, 'chineseCountingThousand')).toBe(expected))
})
