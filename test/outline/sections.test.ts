import { describe, expect, it } from 'vitest'
import { compileText } from '../../src/compile.js'

/** Sections as `id heading`, one a line. */
const sections = (text: string): string[] =>
  compileText(text).sections.map(({ id, heading }) => (heading === null ? id : `${id} ${heading}`))

describe('numbering', () => {
  it('goes 一、 → （一） → 1． → （1） → ①', () => {
    const text =
      '一、总体安排\n（一）城区改造。\n1．道路。\n（1）主干道。\n①路面。完成修补。\n二、保障\n完善制度。'
    expect(sections(text)).toEqual([
      '1 总体安排',
      '1.1 城区改造',
      '1.1.1 道路',
      '1.1.1.1 主干道',
      '1.1.1.1.1 路面',
      '2 保障',
    ])
  })
  it('finds its levels in the document: （一） above 一、', () => {
    const text =
      '（一）产业篇\n一、工业\n加快技改。\n二、农业\n建设良田。\n（二）民生篇\n一、就业\n开展培训。'
    expect(sections(text)).toEqual(['1 产业篇', '1.1 工业', '1.2 农业', '2 民生篇', '2.1 就业'])
  })
  it('keeps numbers that run on through the chapters', () => {
    const text =
      '一、扩大供给\n（一）增加床位。改建闲置用房。\n二、提升质量\n（二）培训护理员。开展轮训。\n（三）评定星级。制定标准。'
    expect(sections(text)).toEqual([
      '1 扩大供给',
      '1.1 增加床位',
      '2 提升质量',
      '2.2 培训护理员',
      '2.3 评定星级',
    ])
  })
  it('reads statutes: 章, 节, 条, items under an article', () => {
    const text =
      '第一章　总则\n第一条　为规范管理，制定本办法。\n第二条　申请人应当具备下列条件：\n（一）有固定场所；\n（二）有专职人员。\n第二章　附则\n第一节　解释\n第三条【解释机关】　本办法由市民政局负责解释。'
    expect(sections(text)).toEqual([
      '1 总则',
      '1.1',
      '1.2',
      '1.2.1',
      '1.2.2',
      '2 附则',
      '2.1 解释',
      '2.1.3 解释机关',
    ])
  })
  it('reads captions of articles, and 第X条 before 项目', () => {
    const text =
      '第一条　资金用途\n资金用于低碳改造。\n第二条 项目评审由市科技局组织。\n第三条　申报。申报单位应当填写申报书。\n第四条　严禁挪用。挪用的，追回资金。\n第五条　评审专家不少于5人。\n第六条、第七条所称资金，由市财政局拨付。\n第六条　市审计局的主要职责：\n（一）开展审计。'
    expect(sections(text)).toEqual(['1 资金用途', '2', '3 申报', '4', '5', '6 市审计局的主要职责', '6.1'])
  })
  it('reads decimal numbers as they are printed', () => {
    const text = '4 保障措施\n4.1 组织保障\n成立专班。\n4.2 资金保障\n4.2.1 预算安排\n落实预算。'
    expect(sections(text)).toEqual(['4 保障措施', '4.1 组织保障', '4.2 资金保障', '4.2.1 预算安排'])
    expect(sections('4 个保障措施\n成立专班。\n5 条建议\n落实预算。\n一、目标\n2.1 资金')).toEqual([
      '1 目标',
      '1.2.1',
    ])
  })
  it('takes no number inside a sentence for a section', () => {
    expect(sections('一、任务\n要做到：一是强化巡查；二是及时处置。\n1.5亿元资金应及时拨付。')).toEqual([
      '1 任务',
    ])
  })
})

describe('titles', () => {
  it('a line of its own, a first sentence, none', () => {
    const text =
      '一、重点任务\n（一）完善托育服务。新建社区托育点。\n（二）各县区要建立台账，实行销号管理。定期通报。\n（三）推广家庭医生签约服务。\n三、其他\n做好总结。'
    expect(sections(text)).toEqual(['1 重点任务', '1.1 完善托育服务', '1.2', '1.3', '3 其他'])
  })
  it('a first sentence with a figure is a duty', () => {
    const text =
      '一、重点任务\n（一）将审批时间压减一半。\n1．合并环节。\n（二）发放补贴2亿元，举办展会30场次。做好宣传。'
    expect(sections(text)).toEqual(['1 重点任务', '1.1', '1.1.1', '1.2'])
  })
  it('an item that is one sentence is a duty, not a title', () => {
    const { obligations } = compileText('一、任务\n1．清理历史欠账。\n2．公开服务清单。')
    expect(obligations.map(({ id, text }) => `${id} ${text}`)).toEqual([
      '1.1-1 1．清理历史欠账。',
      '1.2-1 2．公开服务清单。',
    ])
  })
})

describe('several plans in one file', () => {
  const text =
    '一、企业服务\n设立专窗。\n二、要素保障\n用地优先。\n某市人民政府\n2024年3月1日\n附件2\n某市人才引进办法\n一、适用对象\n落实补贴。'
  it('numbers that start again belong to a further plan', () => {
    expect(sections(text)).toEqual(['1 企业服务', '2 要素保障', 'att2/1 适用对象'])
  })
})

describe('a further plan in the middle, with its title', () => {
  const text =
    '一、财税\n落实减税政策。\n二、金融\n扩大信贷。\n进一步支持养老机构的若干规定\n为支持养老机构，特制定以下规定：\n一、用地\n保障用地。'
  it('its numbers are its own, its title is no heading', () => {
    expect(sections(text)).toEqual(['1 财税', '2 金融', 'att2/1 用地'])
    expect(compileText(text).obligations.map(({ id }) => id)).toEqual(['1-1', '2-1', 'att2/1-1'])
  })
})

describe('a first sentence with a body for its subject', () => {
  it('is a duty and no title', () => {
    const text =
      '一、响应行动\n（1）县财政局为灾区及时提供资金。县交通局保障运力。\n（2）市水利局负责工程抢险。县公安局维护秩序。'
    expect(sections(text)).toEqual(['1 响应行动', '1.1', '1.2'])
    expect(sections('（一）领导小组办公室设在县民政局，承担日常工作。办公室主任由局长兼任。')).toEqual(['1'])
    expect(sections('四、经营单位在其经营范围内负有防火责任。发现火情应立即报告。')).toEqual(['4'])
  })
})

describe('a table of contents', () => {
  it('is no outline', () => {
    const text =
      '某市养老规划（2021—2025年）\n目　录\n一、发展基础………1\n二、主要任务………4\n一、发展基础\n床位已达3万张。\n二、主要任务\n新建护理院。'
    expect(sections(text)).toEqual(['1 发展基础', '2 主要任务'])
  })
})

describe('what is wrong with the numbers is said, never mended', () => {
  it('a gap, with both places', () => {
    const { diagnostics } = compileText('一、甲\n落实。\n二、乙\n落实。\n四、丁\n落实。')
    expect(diagnostics).toMatchObject([
      {
        code: 'numbering-gap',
        span: { line: 5 },
        related: { line: 3 },
        message: 'Numbering jumps from 2 to 4.',
      },
    ])
  })
  it('a number that comes twice', () => {
    const document = compileText('一、甲\n（一）子。落实。\n（一）丑。落实。')
    expect(document.sections.map(({ id }) => id)).toEqual(['1', '1.1', '1.1~2'])
    expect(document.diagnostics).toMatchObject([
      { code: 'duplicate-id', span: { line: 3 }, related: { line: 2 } },
    ])
  })
})
