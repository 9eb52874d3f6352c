import { CFB, read, utils, type WorkBook, type WorkSheet } from 'xlsx'
import { describe, expect, it } from 'vitest'
import type { Registry } from '../../src/index.js'
import { writerOf } from '../../src/writers/index.js'
import { example, obligations, saying } from './example.js'

async function workbook(registry: Registry, language: 'zh' | 'en' = 'zh'): Promise<Buffer> {
  const writer = await writerOf('xlsx', language)
  if (!('whole' in writer)) throw new Error('no whole writer')
  return Buffer.from((await writer.whole(registry, { language })) as Uint8Array)
}

const one = (): Registry => ({ ...example(), documents: example().documents.slice(0, 1) })
const bytes = await workbook(one())
const book = read(bytes, { cellDates: true, cellNF: true, UTC: true } as object)

type Line = Record<string, string | number | Date>
const sheet = (name: string, from: WorkBook = book): WorkSheet => from.Sheets[name]!
/** The lines of a sheet by their headings, which stand under the title. */
const lines = (name: string, from: WorkBook = book): Line[] =>
  utils.sheet_to_json<Line>(sheet(name, from), { range: 1, defval: '' })
const part = (name: string, from = bytes): string =>
  Buffer.from(CFB.find(CFB.read(from, { type: 'buffer' }), `/${name}`)?.content ?? []).toString('utf8')
const day = (value: unknown): string => (value as Date).toISOString().slice(0, 10)

describe('a workbook, read by another library', () => {
  it('has the sheets and columns of an office', () => {
    expect(book.SheetNames).toEqual(['任务分解表', '指标表', '部门任务表'])
    expect(Object.keys(lines('任务分解表')[0]!)).toEqual(
      '序号 章节 任务内容 类型 目标 牵头单位 责任单位 配合单位 完成时限 原文位置'.split(' '),
    )
    expect(sheet('任务分解表')['A1'].v).toBe('云台市托育服务提升三年行动方案 任务分解表')
  })

  it('holds every obligation', () => {
    const own = one().documents[0]!.obligations
    expect(lines('任务分解表').map((line) => [line['序号'], line['任务内容']])).toEqual(
      own.map(({ text }, i) => [i + 1, text]),
    )
    expect(lines('任务分解表')[0]).toMatchObject({
      章节: '一、重点任务 › （一）扩大供给',
      类型: '结果',
      目标: '新增托位 ＝ 32000个\n普惠托位占比 ≥ 60%',
      牵头单位: '市卫生健康委',
      责任单位: '',
      配合单位: '市财政局、市民政局等',
    })
  })

  it('has a date where there is one, with what it rests on behind it, else the words', () => {
    const cells = [3, 4, 5, 7, 8, 9].map((row) => sheet('任务分解表')[`I${row}`])
    expect(cells.map((cell) => (cell.t === 'd' ? day(cell.v) : cell.v))).toEqual([
      '2026-12-31',
      '2026-12-31',
      '每年6月底和12月底',
      '2025-04-30',
      '2025-04-30',
      '2025-04-30 (承前句)\n自本方案印发之日起30日内',
    ])
    expect(cells.map((cell) => cell.z as string).filter((format) => format !== 'General')).toEqual([
      'yyyy-mm-dd',
      'yyyy-mm-dd" (承前句)"',
      'yyyy-mm-dd" (始于 2024-05-01)"',
      'yyyy-mm-dd" (承前句)"',
    ])
  })

  it('has the figures of targets as numbers', () => {
    const targets = obligations().flatMap((item) => item.targets)
    expect(
      lines('指标表').map((line) => [
        line['指标'],
        line['数值'],
        line['上限'],
        line['单位'],
        day(line['完成时限']),
      ]),
    ).toEqual(
      targets.map(({ metric, value, unit, due }) => {
        const [low, high] = Array.isArray(value) ? value : [value, '']
        return [metric, low, high, unit, due]
      }),
    )
    expect(lines('指标表').map((line) => line['任务序号'])).toEqual([1, 1, 6])
  })

  it('has the tasks of each body together, with their number in the first sheet', () => {
    const found = lines('部门任务表').map((line) => [line['部门'], line['职责'], line['任务序号']])
    const expected = one().documents[0]!.obligations.flatMap(({ assignees }, i) =>
      assignees.map(
        ({ name, role }) =>
          `${name} ${{ lead: '牵头', responsible: '责任', support: '配合' }[role]} ${i + 1}`,
      ),
    )
    expect(found.map((item) => item.join(' ')).toSorted()).toEqual(expected.toSorted())
    const names = found.map(([name]) => name)
    const runs = names.filter((name, i) => name !== names[i - 1])
    expect(new Set(runs).size).toBe(runs.length)
  })

  it('names the document of each task where there are several', async () => {
    const both = read(await workbook(example()))
    expect(new Set(lines('任务分解表', both).map((line) => line['文件']))).toEqual(
      new Set(['云台市托育服务提升三年行动方案', '云台市水库管理办法']),
    )
    expect(sheet('任务分解表', both)['A1'].v).toBe('任务分解表')
  })

  it('in English where that is asked for', async () => {
    const english = read(await workbook(one(), 'en'))
    expect(english.SheetNames).toEqual(['Tasks', 'Targets', 'By body'])
    expect(lines('Tasks', english)[0]).toMatchObject({
      'No.': 1,
      Type: 'outcome',
      Support: '市财政局、市民政局 and others',
    })
  })
})

describe('what an office expects of a sheet', () => {
  it('filters over the headings, and a header that stays', () => {
    const rows = one().documents[0]!.obligations.length + 2
    expect(sheet('任务分解表')['!autofilter']).toEqual({ ref: `A2:J${rows}` })
    expect(part('xl/worksheets/sheet1.xml')).toMatch(/<pane [^>]*ySplit="2"[^>]*state="frozen"/)
  })

  it('A4 across, one page wide, the headings and the page number on every page', () => {
    const xml = part('xl/worksheets/sheet1.xml')
    expect(xml).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/)
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>')
    expect(xml).toContain('<oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter>')
    const titles = book.Workbook?.Names?.filter(({ Name }) => Name === '_xlnm.Print_Titles')
    expect(titles?.map(({ Ref }) => Ref)).toEqual(book.SheetNames.map((name) => `'${name}'!$2:$2`))
  })

  it('parts in the order that the format wants, none twice', () => {
    const found = [
      ...part('xl/worksheets/sheet1.xml').matchAll(
        /<(sheetPr|sheetViews|cols|sheetData|autoFilter|mergeCells|pageMargins|pageSetup|headerFooter)[ >]/g,
      ),
    ]
    expect(found.map(([, name]) => name)).toEqual(
      'sheetPr sheetViews cols sheetData autoFilter mergeCells pageMargins pageSetup headerFooter'.split(' '),
    )
    expect(part('xl/workbook.xml').match(/<definedNames/g)).toHaveLength(1)
  })

  it('text that wraps, in columns of sensible width', () => {
    expect(part('xl/styles.xml')).toContain('wrapText="1"')
    const widths = [...part('xl/worksheets/sheet1.xml').matchAll(/<col [^>]*width="(\d+)"/g)].map(
      ([, width]) => Number(width),
    )
    expect(widths).toHaveLength(10)
    expect(widths.reduce((sum, width) => sum + width)).toBeLessThan(220)
  })
})

describe('any text', () => {
  it.each(['=SUM(A1)', '<a>&"\'', '_x000D_ 不是回车', '甲\u0007乙', '𠮷田', 'x'.repeat(40_000)])(
    '%j',
    async (text) => {
      const cell = lines('任务分解表', read(await workbook(saying(text))))[0]?.['任务内容']
      const expected = text.replace('\u0007', '')
      expect(cell).toBe(expected.length > 32_767 ? `${expected.slice(0, 32_766)}…` : expected)
    },
  )

  it('no obligations: headings alone', async () => {
    const empty = read(await workbook({ ...example(), documents: [] }))
    expect(lines('任务分解表', empty)).toEqual([])
  })
})

it('every part is the same bytes every time', async () => {
  const again = await workbook(one())
  const paths = CFB.read(bytes, { type: 'buffer' }).FullPaths.filter((path: string) =>
    /\.(xml|rels)$/.test(path),
  )
  expect(paths.length).toBeGreaterThan(6)
  for (const path of paths) {
    const name = path.replace(/^Root Entry\//, '')
    expect(part(name)).toContain('<')
    expect([name, part(name, again)]).toEqual([name, part(name)])
  }
})
