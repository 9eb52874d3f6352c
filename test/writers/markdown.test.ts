import fc from 'fast-check'
import type { Nodes, Root, Table } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { write } from '../../src/writers/index.js'
import { markdown } from '../../src/writers/markdown.js'
import { example, saying } from './example.js'

const read = (text: string): Root => unified().use(remarkParse).use(remarkGfm).parse(text)
const words = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(words).join('') : ''
const tables = (text: string): string[][][] =>
  read(text)
    .children.filter((node): node is Table => node.type === 'table')
    .map((table) => table.children.map((row) => row.children.map(words)))

describe('a Markdown page', () => {
  const text = write(markdown('zh'), example())

  it('has a heading, the facts and a table for each document', () => {
    const headings = read(text).children.filter((node) => node.type === 'heading')
    expect(headings.map(words)).toEqual(['云台市托育服务提升三年行动方案', '云台市水库管理办法'])
    expect(text).toContain('- 文号: 云政发〔2024〕12号\n')
    expect(tables(text).map((rows) => rows.length)).toEqual(
      example().documents.map(({ obligations }) => obligations.length + 1),
    )
  })

  it('says what the registry says', () => {
    expect(tables(text)[0]?.slice(0, 3)).toEqual([
      ['编号', '章节', '任务内容', '类型', '目标', '部门', '完成时限'],
      [
        '1.1-1',
        '一、重点任务 › （一）扩大供给',
        '到2026年底，新增托位3.2万个，普惠托位占比达到60%以上。',
        '结果',
        '新增托位 ＝ 32000个<br>普惠托位占比 ≥ 60%',
        '牵头: 市卫生健康委<br>配合: 市财政局、市民政局等',
        '2026-12-31',
      ],
      [
        '1.1-2',
        '一、重点任务 › （一）扩大供给',
        '支持企业、园区和社区联合办托。',
        '鼓励',
        '',
        '牵头: 市卫生健康委<br>配合: 市财政局、市民政局等',
        '2026-12-31 (承前句)',
      ],
    ])
  })

  it.each([
    'a|b',
    '<script>alert(1)</script>',
    '**甲**_乙_~~丙~~',
    '[x](http://y)',
    '`码`',
    'a\\|b',
    '&lt;',
    '![图](x)',
    '两\n行',
  ])('%j stays text', (nasty) =>
    expect(tables(write(markdown('zh'), saying(nasty)))[0]?.[1]?.[2]).toBe(nasty.replace('\n', ' ')),
  )

  it('any text stays text in its cell', () => {
    const signs = fc.constantFrom(...'|\\`*_[]()<>~&#!-+=.:@$甲乙 \n')
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 12 }), (letters) => {
        const cell = tables(write(markdown('zh'), saying(letters.join(''))))[0]?.[1]?.[2]
        expect(cell).toBe(letters.join('').replaceAll(/\s+/g, ' ').trim())
      }),
      { numRuns: 300 },
    )
  })
})
