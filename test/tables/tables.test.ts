import { describe, expect, it } from 'vitest'
import { compileBytes, compileText } from '../../src/compile.js'
import type { RegistryDocument } from '../../src/generated/registry.js'
import { expectInvariants } from '../pipeline/invariants.js'

/** The same table in the three formats that keep one. */
const FORMATS: Record<string, (rows: readonly string[][]) => Promise<RegistryDocument>> = {
  'tab-separated text': async (rows) => {
    const text = `一、重点任务\n${rows.map((row) => row.join('\t')).join('\n')}\n二、保障措施\n加强督查。\n`
    const document = compileText(text)
    expectInvariants(text, document)
    return document
  },
  Markdown: async (rows) => {
    const [head = [], ...body] = rows.map((row) => `| ${row.join(' | ')} |`)
    const rule = `|${rows[0]?.map(() => '---|').join('')}`
    const text = `## 一、重点任务\n\n${[head, rule, ...body].join('\n')}\n\n## 二、保障措施\n\n加强督查。\n`
    const document = compileText(text, { mediaType: 'text/markdown' })
    expectInvariants(text, document)
    return document
  },
  HTML: (rows) => {
    const cells = rows.map((row) => `<tr>${row.map((cell) => `<td><p>${cell}</p></td>`).join('')}</tr>`)
    return html(`<p>一、重点任务</p><table>${cells.join('')}</table><p>二、保障措施</p><p>加强督查。</p>`)
  },
}

const html = (page: string): Promise<RegistryDocument> =>
  compileBytes(Buffer.from(page), { path: 'plan.html', mediaType: 'text/html' })

const duties = ({ obligations }: RegistryDocument): unknown[] =>
  obligations.map(({ id, type, assignees, due }) => [
    id,
    type,
    assignees.map(({ name, role }) => `${name}/${role}`).join(' '),
    due && `${due.date} ${due.basis}`,
  ])

const targets = ({ obligations }: RegistryDocument): unknown[] =>
  obligations.flatMap((duty) =>
    duty.targets.map(({ metric, comparator, value, unit, due, dueBasis }) => [
      metric,
      comparator,
      value,
      unit,
      due && `${due} ${dueBasis}`,
    ]),
  )

describe.each(Object.entries(FORMATS))('%s', (_, compile) => {
  it('a table of tasks gives duties with their bodies and dates', async () => {
    const document = await compile([
      ['序号', '重点任务', '牵头单位', '配合单位', '完成时限'],
      ['1', '新建社区养老服务站', '市民政局', '市财政局、市住房城乡建设局', '2026年12月底前'],
      ['2', '严禁挪用养老服务资金', '市审计局', '', '2027年'],
      ['3', '老旧小区适老化改造', '市住房城乡建设局等部门', '各区人民政府', '持续推进'],
    ])
    expect(duties(document)).toEqual([
      ['1-1', 'action', '市民政局/lead 市财政局/support 市住房城乡建设局/support', '2026-12-31 stated'],
      ['1-2', 'prohibition', '市审计局/lead', '2027-12-31 stated'],
      ['1-3', 'action', '市住房城乡建设局/lead 各区人民政府/support', null],
      ['2-1', 'action', '', null],
    ])
    expect(document.obligations[0]?.text).toContain('新建社区养老服务站')
    expect(document.obligations[0]?.text).toMatch(/^1\s.*2026年12月底前/)
  })

  it('a table of figures gives targets', async () => {
    const document = await compile([
      ['指标名称', '单位', '2022年', '2027年目标值', '属性'],
      ['每千人口托位数', '个', '2.5', '4.6以上', '预期性'],
      ['（二）普惠托位占比（％）', '', '50', '≥60', '约束性'],
      ['粮食产能', '万吨', '80', '100', '约束性'],
      ['培训保育人员', '', '', '完成上级任务', '预期性'],
    ])
    expect(targets(document)).toEqual([
      ['每千人口托位数', '>=', 4.6, '个', '2027-12-31 section'],
      ['普惠托位占比', '>=', 60, '%', '2027-12-31 section'],
      ['粮食产能', '=', 1000000, '吨', '2027-12-31 section'],
    ])
    expect(duties(document)[0]).toEqual(['1-1', 'outcome', '', '2027-12-31 section'])
  })

  it('a list of names is no table of duties', async () => {
    const document = await compile([
      ['序号', '姓名', '单位', '职务'],
      ['1', '张三', '市民政局', '局长'],
      ['2', '李四', '市财政局', '副局长'],
    ])
    expect(document.assignments).toEqual([])
    expect(document.obligations.map(({ id }) => id)).toEqual(['2-1'])
  })
})

describe('merged cells in HTML', () => {
  it('go for all their rows', async () => {
    const document = await html(`<p>一、任务分工</p><table>
      <tr><th rowspan="2">序号</th><th rowspan="2">工作任务</th><th colspan="2">责任分工</th><th rowspan="2">完成时限</th></tr>
      <tr><th>牵头单位</th><th>参与单位</th></tr>
      <tr><td>1</td><td>编制规划。</td><td rowspan="2">市发展改革委</td><td>市财政局</td><td rowspan="3">2026年6月底前</td></tr>
      <tr><td>2</td><td>建立台账。</td><td>市统计局</td></tr>
      <tr><td>3</td><td>开展评估。</td><td colspan="2">市审计局</td></tr></table>`)
    expect(duties(document)).toEqual([
      ['1-1', 'action', '市发展改革委/lead 市财政局/support', '2026-06-30 stated'],
      ['1-2', 'action', '市发展改革委/lead 市统计局/support', '2026-06-30 assignment'],
      ['1-3', 'action', '市审计局/lead', '2026-06-30 assignment'],
    ])
    expect(document.assignments.map(({ covers }) => covers)).toEqual([
      ['1-1', '1-2'],
      ['1-1'],
      ['1-2'],
      ['1-3'],
    ])
  })

  it('the first listed leads where the head of the column says so', async () => {
    const document =
      await html(`<p>一、任务</p><table><tr><td>任务</td><td>责任单位（排在第一位的为牵头单位）</td></tr>
      <tr><td>开展专项整治</td><td>市公安局、市司法局</td></tr></table>`)
    expect(duties(document)).toEqual([['1-1', 'action', '市公安局/lead 市司法局/responsible', null]])
  })

  it('rows over the whole width head those under them', async () => {
    const document = await html(`<p>一、任务</p><table><tr><td>任务</td><td>责任单位</td></tr>
      <tr><td colspan="2">（一）强化监管</td></tr><tr><td>开展专项整治</td><td>市公安局</td></tr></table>`)
    expect(duties(document)).toEqual([['1.1-1', 'action', '市公安局/responsible', null]])
  })
})

describe('a row that names a group of rows', () => {
  const rows = [
    '序号\t重点任务\t牵头单位',
    '一、公共服务（2项）',
    '1\t新建托育中心3所\t市卫生健康委',
    '2\t改造图书馆\t市文化和旅游局',
    '二、生态环境（1项）',
    '3\t治理河道20公里\t市水利局',
  ]

  it('is a section where it has a number, in text copied with tabs', () => {
    const { sections, obligations } = compileText(`${rows.join('\n')}\n`)
    expect(sections.map(({ id, heading }) => `${id} ${String(heading)}`)).toEqual([
      '1 公共服务（2项）',
      '2 生态环境（1项）',
    ])
    expect(obligations.map(({ section, assignees }) => [section, assignees[0]?.name])).toEqual([
      ['1', '市卫生健康委'],
      ['1', '市文化和旅游局'],
      ['2', '市水利局'],
    ])
  })

  it('is one in a page, too, where its cell spans all columns', async () => {
    const cells = rows.map((row) =>
      row.includes('\t') ? row.replace(/[^\t]+/g, '<td>$&</td>') : `<td colspan="3">${row}</td>`,
    )
    const { sections, obligations } = await html(
      `<table>${cells.map((row) => `<tr>${row.replaceAll('\t', '')}</tr>`).join('')}</table>`,
    )
    expect(sections.map(({ id }) => id)).toEqual(['1', '2'])
    expect(obligations.map(({ section }) => section)).toEqual(['1', '1', '2'])
  })

  it('is none where it is a sentence or other cells follow', () => {
    const { obligations } = compileText(
      '重点任务\t牵头单位\n改造公园\t市城管局\n以上任务要按期完成。\n姓名\t职务\t电话\n',
    )
    expect(obligations.map(({ text }) => text)).toEqual(['改造公园\t市城管局', '以上任务要按期完成。'])
  })
})
