import { describe, expect, it } from 'vitest'
import { compileText } from '../../src/compile.js'

const BODY = '为改善出行条件，制定本方案。\n一、总体目标\n到2026年，公交分担率达到35%。\n二、任务\n优化线网。'
const read = (head: string, tail = '') => compileText([head, BODY, tail].join('\n'))

describe('the index table, in any layout', () => {
  const expected = {
    indexNumber: '11410000005184/2024-00031',
    documentNumber: '豫政办〔2024〕12号',
    issuers: ['河南省人民政府办公厅'],
    issuedOn: '2024-03-05',
    publishedOn: '2024-03-08',
    title: '河南省人民政府办公厅关于加快城市公共交通发展的实施意见',
  }
  const layouts: Record<string, string> = {
    'one field a line': [
      '索引号：11410000005184/2024-00031',
      '发文机关：河南省人民政府办公厅',
      '成文日期：2024年03月05日',
      '标题：河南省人民政府办公厅关于加快城市公共交通发展的实施意见',
      '发文字号：豫政办〔2024〕12号',
      '发布日期：2024年03月08日',
    ].join('\n'),
    'cells between bars': [
      '| 索引号：11410000005184/2024-00031 | 发文机关：河南省人民政府办公厅 |',
      '| 成文日期：2024年03月05日 | 发布日期：2024年03月08日 |',
      '| 标题：河南省人民政府办公厅关于加快城市公共交通发展的实施意见 | 发文字号：豫政办〔2024〕12号 |',
    ].join('\n'),
    'several fields a line, tabs and spread labels': [
      '索 引 号：\t11410000005184/2024-00031\t主题分类：\t交通',
      '发文机关：\t河南省人民政府办公厅\t成文日期：\t2024年03月05日',
      '标　　题：\t河南省人民政府办公厅关于加快城市公共交通发展的实施意见',
      '发文字号：\t豫政办〔2024〕12号\t发布日期：\t2024年03月08日',
    ].join('\n'),
    'runs of spaces, no colons': [
      '索引号 11410000005184/2024-00031   主题分类 交通',
      '发文机关 河南省人民政府办公厅   成文日期 2024-03-05',
      '发文字号 豫政办〔2024〕12号   发布日期 2024-03-08',
      '河南省人民政府办公厅关于加快城市公共交通发展的实施意见',
    ].join('\n'),
    'label and value on lines of their own': [
      '索引号：\n11410000005184/2024-00031',
      '发文机关：河南省人民政府办公厅',
      '成文日期：\n2024年3月5日',
      '发文字号：\n豫政办〔2024〕12号',
      '发布日期：\n2024年3月8日',
      '河南省人民政府办公厅关于加快城市公共交通发展的实施意见',
    ].join('\n'),
  }
  for (const [name, head] of Object.entries(layouts))
    it(name, () => expect(read(head)).toMatchObject(expected))
})

describe('titles', () => {
  it('split over two lines', () => {
    expect(read('陕西省人民政府办公厅关于加快推进\n农村公路建设的若干措施\n陕政办发〔2023〕4号').title).toBe(
      '陕西省人民政府办公厅关于加快推进农村公路建设的若干措施',
    )
  })
  it('begins with the place on the line above', () => {
    expect(read('江苏省\n2024年度安全生产重点任务清单').title).toBe('江苏省2024年度安全生产重点任务清单')
  })
  it('is what the notice calls it, whatever its last word', () => {
    const head =
      '某市人民政府办公室关于印发2024年民生实事的通知\n现将《2024年民生实事》印发给你们。\n某市人民政府办公室\n2024年1月9日\n2024年民生实事'
    expect(read(head)).toMatchObject({ title: '2024年民生实事' })
  })
  it("the plan's own, not that of the notice that covers it", () => {
    const head = [
      '市人民政府办公室关于印发公交优先发展实施方案的通知',
      '各县（市、区）人民政府，市政府各部门：',
      '《公交优先发展实施方案》已经市政府同意，现印发给你们，请认真组织实施。',
      '宜昌市人民政府办公室',
      '2024年5月6日',
      '公交优先发展实施方案',
    ].join('\n')
    expect(read(head)).toMatchObject({
      title: '公交优先发展实施方案',
      addressees: '各县（市、区）人民政府，市政府各部门',
      issuers: ['宜昌市人民政府办公室'],
      issuedOn: '2024-05-06',
    })
  })
})

describe('signatures', () => {
  it('two bodies and a date in Chinese numerals behind the plan', () => {
    const document = read(
      '关于优先发展公共交通的意见',
      '中共宜昌市委\n宜昌市人民政府\n二〇二四年五月六日\n（此件公开发布）',
    )
    expect(document).toMatchObject({ issuers: ['中共宜昌市委', '宜昌市人民政府'], issuedOn: '2024-05-06' })
    expect(document.obligations.map(({ text }) => text)).toEqual([
      '到2026年，公交分担率达到35%。',
      '优化线网。',
    ])
  })
})

describe('an order', () => {
  it('has its number over two lines and is signed by a person', () => {
    const head = [
      '某市人民政府令',
      '第３３８号',
      '《某市公交管理办法》已经市人民政府第74次常务会议审议通过，现予公布，自2024年5月1日起施行。',
      '市长　王某',
      '2024年3月20日',
      '某市公交管理办法',
    ].join('\n')
    expect(read(head)).toMatchObject({
      title: '某市公交管理办法',
      documentNumber: '某市人民政府令第338号',
      issuers: ['某市人民政府'],
      issuedOn: '2024-03-20',
    })
  })
})

describe('a promulgation line', () => {
  const law = (line: string) => read(`某市公交条例\n${line}`)
  it('says when, by which order and by whom the text was made known', () => {
    const expected = {
      issuedOn: '2007-03-16',
      documentNumber: '某市人民政府令第12号',
      issuers: ['某市人民政府'],
    }
    for (const line of [
      '（2007年2月1日市政府第3次常务会议通过　2007年3月16日某市人民政府令第12号公布　自2007年5月1日起施行）',
      '2007年3月16日 某市人民政府令第12号公布',
      '（2007年3月16日某市人民政府令第12号发布，根据2011年1月4日某市人民政府令第31号修订）',
    ])
      expect(law(line)).toMatchObject(expected)
  })
  it('is no number where none stands', () => {
    expect(law('（2007年3月16日某市人民代表大会常务委员会公布）')).toMatchObject({
      issuedOn: '2007-03-16',
      documentNumber: null,
    })
    expect(law('（2007年3月16日市人民代表大会常务委员会第3次会议通过）').issuedOn).toBeNull()
  })
  it('yields to a signature', () => {
    expect(
      read('某市公交条例\n（2007年3月16日某市人民政府令第12号公布）', '某市交通运输局\n2007年4月2日'),
    ).toMatchObject({ issuers: ['某市交通运输局'], issuedOn: '2007-04-02' })
  })
})

describe('announcements and news', () => {
  it('the number of an announcement counts through the year', () => {
    const head = '某省财政厅 某省税务局关于公交优惠政策的公告\n某省财政厅 某省税务局公告2020年第22号'
    expect(read(head).documentNumber).toBe('某省财政厅 某省税务局公告2020年第22号')
    expect(read('某省交通运输厅令\n2019年第5号\n某省公交规定').documentNumber).toBe(
      '某省交通运输厅令2019年第5号',
    )
  })
  it('a plan that an agency reports', () => {
    const document = read(
      [
        '中共某省委办公厅 某省人民政府办公厅印发',
        '《关于优先发展公共交通的意见》',
        '新华社某市6月12日电 近日，中共某省委办公厅、某省人民政府办公厅印发了《关于优先发展公共交通的意见》，要求认真落实。',
        '《关于优先发展公共交通的意见》全文如下。',
      ].join('\n'),
    )
    expect(document).toMatchObject({
      title: '关于优先发展公共交通的意见',
      issuers: ['中共某省委办公厅', '某省人民政府办公厅'],
    })
    expect(document.coverage.body).toBe(5)
  })
  it('the date of the index table is not that of publication', () => {
    const head = '成文日期 2020-05-06　有效性 现行有效\n关于优先发展公共交通的意见'
    expect(read(head)).toMatchObject({ issuedOn: '2020-05-06', publishedOn: null })
  })
})

describe('names and dates spread out by a typesetter', () => {
  it('财 政 部 is 财政部', () => {
    const document = read('关于优先发展公共交通的通知', '交通运输部\n财 政 部\n2024 年 5 月 6 日')
    expect(document).toMatchObject({ issuers: ['交通运输部', '财政部'], issuedOn: '2024-05-06' })
  })
})

describe('a notice with sections of its own, and the plan that it covers', () => {
  it('has the title of the plan', () => {
    const text =
      '县政府办公室关于印发2024年县《政府工作报告》责任分解方案的通知\n各镇人民政府：\n一、提高认识。各单位要认真落实。\n某县人民政府办公室\n2024年2月22日\n2024年县《政府工作报告》责任分解方案\n一、主要目标\n新增就业4500人以上。'
    expect(compileText(text)).toMatchObject({
      title: '2024年县《政府工作报告》责任分解方案',
      issuers: ['某县人民政府办公室'],
    })
    expect(compileText(text.replaceAll('2', '２')).title).toBe('２0２4年县《政府工作报告》责任分解方案')
  })
})

describe('the imprint, where nobody signs', () => {
  it.each(['某市人民政府办公室\n2024年6月3日印发', '某市人民政府办公室　　2024年6月3日印发'])(
    '%s',
    (imprint) => {
      expect(read('某市优先发展公共交通实施方案', imprint)).toMatchObject({
        issuers: ['某市人民政府办公室'],
        issuedOn: '2024-06-03',
      })
    },
  )
})

describe('the page around a document', () => {
  it('is no part of it: navigation, share buttons, footers', () => {
    const document = compileText(
      [
        '首页 > 政务公开 > 政策文件',
        '【字体：大 中 小】 打印本页',
        '某县公交方案',
        BODY,
        '上一篇：无',
        '版权所有：某县人民政府  网站标识码：4205000001',
      ].join('\n'),
    )
    expect(document.obligations).toHaveLength(2)
    expect(document.coverage).toMatchObject({ units: 11, body: 5 })
  })
})
