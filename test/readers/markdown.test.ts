import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownLines, readMarkdown } from '../../src/readers/markdown.js'

const lines = (text: string): string[] => markdownLines(text).map(({ start, end }) => text.slice(start, end))
/** The same lines as the later stages match them: Markdown's marks are spaces. */
const shown = (text: string): string[] => {
  const { lines: spans, view } = readMarkdown(text)
  return spans.map(({ start, end }) => view.slice(start, end))
}

describe('what is a line of content', () => {
  it.each([
    ['a heading', '## 一、总体要求', ['一、总体要求']],
    ['a heading closed by signs', '## （二）主要目标 ##', ['（二）主要目标']],
    ['an underlined heading', '关于加强托育服务的意见\n=====', ['关于加强托育服务的意见']],
    ['a bullet', '- 建立健全托育机构备案制度。', ['建立健全托育机构备案制度。']],
    ['a nested bullet', '- 一是落实责任。\n  - 各地要明确分工。', ['一是落实责任。', '各地要明确分工。']],
    ['a task', '- [x] 完成摸底排查。', ['完成摸底排查。']],
    ['a quotation', '> 各区县要高度重视。', ['各区县要高度重视。']],
    ['the number that the policy gave', '1. 加强监管。\n2. 强化执法。', ['1. 加强监管。', '2. 强化执法。']],
    ['a number with a bracket', '1) 加强监管。', ['1) 加强监管。']],
    ['a number without a text', '1.\n2. 强化执法。', ['1.', '2. 强化执法。']],
    [
      'a second paragraph of an item',
      '1. 加强监管。\n\n   由市教育局负责。',
      ['1. 加强监管。', '由市教育局负责。'],
    ],
    [
      'a row',
      '| 任务 | 责任单位 |\n| --- | :-: |\n| 建成书屋 | 市文旅局 |',
      ['任务 | 责任单位', '建成书屋 | 市文旅局'],
    ],
    ['a paragraph in bold', '**一、总体要求**', ['一、总体要求']],
    [
      'a rule, a picture and a link target',
      '---\n\n![图](a.png)\n\n[a]: http://example.org\n\n全文如下。',
      ['全文如下。'],
    ],
    ['HTML around text', '<div align="center">附件1</div>\n<!-- 说明 -->', ['附件1']],
    ['a style sheet', '<style>\np { margin: 0 }\n</style>\n\n正文。', ['正文。']],
    ['a note', '见说明[^1]。\n\n[^1]: 由市财政局负责。', ['见说明[^1]。', '由市财政局负责。']],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected)
  })
})

describe('line breaks in a paragraph', () => {
  it('end a line, as policy texts are written', () => {
    expect(lines('牵头单位：市教育局\n完成时限：2027年6月底前\n某市人民政府\r\n2026年1月5日')).toEqual([
      '牵头单位：市教育局',
      '完成时限：2027年6月底前',
      '某市人民政府',
      '2026年1月5日',
    ])
  })

  const long = '到2027年，全市建成覆盖城乡、布局合理、功能完善、保障有力的普惠托育服务体系，每千人口拥有'
  it('only wrap a sentence where it is long and goes on', () => {
    expect(lines(`${long}\n3岁以下婴幼儿托位数达到4.6个。`)).toEqual([
      `${long}\n3岁以下婴幼儿托位数达到4.6个。`,
    ])
    expect(shown(`- ${long}\r\n  托位数达到4.6个。`)).toEqual([`${long}    托位数达到4.6个。`])
  })

  it.each([
    ['a finished sentence', `${long}增加。\n各区县要落实责任。`],
    ['a number', `${long}\n（二）加强保障。`],
    ['a label', `${long}\n责任单位：市卫生健康委`],
    ['an indented paragraph', `${long}\n　　各区县要落实责任。`],
    ['four spaces', `${long}\n    各区县要落实责任。`],
    ['two spaces at the end', `${long}  \n各区县要落实责任。`],
    ['<br>', `${long}<br>各区县要落实责任。`],
  ])('part paragraphs at %s', (_, text) => {
    expect(lines(text)).toHaveLength(2)
  })
})

describe('marks of Markdown are spaces in the view', () => {
  it.each([
    ['strong words', '**责任单位**：市教育局', '责任单位  ：市教育局'],
    ['strong words that Markdown fails to see', '由**市质监局（牵头）**负责', '由  市质监局（牵头）  负责'],
    ['an address', '见[实施方案](http://example.org/a)全文', '见 实施方案                       全文'],
    [
      'an address after Chinese',
      '网址：www.example.org，邮箱a@example.org',
      '网址：www.example.org，邮箱a@example.org',
    ],
    ['a number that was kept from being a list', '1\\. 加强监管', '1.  加强监管'],
    ['character references', '《条例》&nbsp;第3条&amp;附件', '《条例》\u00a0     第3条&    附件'],
    ['code', '编号`A12`执行', '编号 A12 执行'],
    ['ranges with ~', '建成5~8个，培育10~20项', '建成5~8个，培育10~20项'],
    ['multiplication', '规格10*20*30厘米', '规格10*20*30厘米'],
    ['struck-out text', '于~~6月~~7月底前', '于  6月  7月底前'],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toEqual([expected])
  })
})

describe('four spaces are no code', () => {
  it('reads the paragraph', () => {
    expect(lines('各单位：\n\n    各地要结合实际抓好落实。\n\n    执行中的问题及时报告。')).toEqual([
      '各单位：',
      '各地要结合实际抓好落实。',
      '执行中的问题及时报告。',
    ])
  })

  it('and fences hide nothing', () => {
    expect(lines('```text\n一、总体要求\n  （一）原则\n```')).toEqual(['一、总体要求', '（一）原则'])
  })
})

describe('front matter', () => {
  it('gives its title where the text has none', () => {
    const text = '---\ntitle: "关于促进银发经济的意见"\ndate: 2026-01-05\n---\n\n各区县：\n'
    expect(lines(text)).toEqual(['关于促进银发经济的意见', '各区县：'])
  })

  it('gives no second title', () => {
    expect(lines('\ufeff---\r\ntitle: 意见\r\n---\r\n# 意见\r\n正文。')).toEqual(['意见', '正文。'])
  })

  it.each(['---\n一、总体要求\n---\n正文。', '---\ntitle: 意见\n\n正文没有结尾', '------\n正文。'])(
    'is not every rule: %j',
    (text) => {
      expect(lines(text).join('')).toContain('正文')
    },
  )
})

describe('on any text', () => {
  const alphabet = [
    '一、',
    '（一）',
    '1. ',
    '- ',
    '> ',
    '# ',
    '**',
    '*',
    '_',
    '`',
    '```',
    '~~',
    '|',
    '\n',
    '\r\n',
    '    ',
  ]
  const more = [
    '[',
    '](',
    ')',
    '<br>',
    '<!--',
    '<p>',
    '&nbsp;',
    '\\',
    '\ufeff',
    '---\n',
    '|-|',
    '责任单位：',
    '市教育局',
    '。',
    '　',
    '\ud800',
    'www.',
    '\0',
  ]
  const texts = fc
    .array(fc.constantFrom(...alphabet, ...more), { maxLength: 40 })
    .map((parts) => parts.join(''))

  it('lines are in order, apart, trimmed, and the view is as long as the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { lines: spans, view } = readMarkdown(text)
        expect(view).toHaveLength(text.length)
        let end = 0
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(span.end).toBeGreaterThan(span.start)
          expect(view.slice(span.start, span.end)).toMatch(/^\S[^]*(?<!\s)$/)
          end = span.end
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('no Chinese character of a paragraph is lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('教育局', '**', '（', '）', '牵头，', '~', '_'), { maxLength: 20 }),
        (parts) => {
          const text = `各${parts.join('')}部门`
          const chinese = (s: string): string => s.replace(/[^一-龥]/g, '')
          expect(chinese(lines(text).join(''))).toBe(chinese(text))
        },
      ),
    )
  })

  it.each(['> ', '1. ', '- ', '**a', '[a](', '_a', '<!--', '|a|\n', '    '.repeat(10) + '- a\n'])(
    'a megabyte of %j is read in reasonable time',
    (shape) => {
      const text = shape.repeat(1e6 / shape.length)
      expect(readMarkdown(text).view).toHaveLength(text.length)
    },
    20_000,
  )
})
