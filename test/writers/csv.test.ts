import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csv, field } from '../../src/writers/csv.js'
import { write } from '../../src/writers/index.js'
import { example, obligations, saying } from './example.js'

const read = (text: string): Record<string, string>[] =>
  parse(text, { bom: true, columns: true, record_delimiter: '\r\n' })

describe('a csv file', () => {
  const text = write(csv('zh'), example())
  const lines = read(text)

  it('begins with the mark that makes Excel read UTF-8, and ends its lines with CRLF', () => {
    expect(text.startsWith('\ufeff文件,编号,章节,任务内容,')).toBe(true)
    expect(text.replaceAll('\r\n', '').includes('\n')).toBe(false)
  })

  it('holds every obligation, as another library reads it', () => {
    const found = lines.map((line) => [line['编号'], line['任务内容']])
    expect(found).toEqual(obligations().map(({ id, text }) => [id, text]))
  })

  it('says who, what figure and until when', () => {
    expect(lines[0]).toMatchObject({
      文件: '云台市托育服务提升三年行动方案',
      章节: '一、重点任务 › （一）扩大供给',
      类型: '结果',
      目标: '新增托位 ＝ 32000个；普惠托位占比 ≥ 60%',
      牵头单位: '市卫生健康委',
      责任单位: '',
      配合单位: '市财政局；市民政局等',
      完成时限: '2026-12-31',
      时限依据: '本句',
    })
    expect(lines[0]?.['原文位置']).toMatch(/^plans\/tuoyu\.txt 第 5 行第 \d+ 字$/)
  })

  it.each([
    ['an inherited date', 1, '2026-12-31', '承前句'],
    ['a recurrence', 2, '每年6月底和12月底', ''],
    ['a period', 4, '2024-05-01 至 2025-04-30', '本句'],
    ['a time that runs from an event', 6, '2025-04-30；自本方案印发之日起30日内', '承前句'],
  ])('%s', (_, index, due, basis) => {
    expect(lines[index]).toMatchObject({ 完成时限: due, 时限依据: basis })
  })

  it('in English where that is asked for', () => {
    const [first] = read(write(csv('en'), example()))
    expect(first).toMatchObject({
      Type: 'outcome',
      Support: '市财政局；市民政局 and others',
      Due: '2026-12-31',
    })
  })
})

describe('a cell', () => {
  it.each([
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['+1', "'+1"],
    ['-10%以内', "'-10%以内"],
    ['@市民政局', "'@市民政局"],
    ['＝1+1', "'＝1+1"],
    ['  =1+1', "'  =1+1"],
    ['\t=1', "'\t=1"],
    ['覆盖率=100%', '覆盖率=100%'],
    ['加强监管，严格执法', '加强监管，严格执法'],
    ['a,b', '"a,b"'],
    ['两\n行', '"两\n行"'],
  ])('%j is written %j', (value, written) => expect(field(value)).toBe(written))

  it('of any text is read back as it was, but for the apostrophe before a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const cell = read(write(csv('zh'), saying(text)))[0]?.['任务内容']
        expect(cell?.replace(/^'/, '')).toBe(text.replace(/^'/, ''))
        expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/)
      }),
      { numRuns: 300 },
    )
  })
})
