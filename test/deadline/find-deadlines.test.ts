import { describe, expect, it } from 'vitest'
import { findDeadlines } from '../../src/facts/deadline/find-deadlines.js'
import { baseLexicon } from '../../src/grammar/index.js'
import { SourceText } from '../../src/source/source-text.js'

/** A sentence of a document of 20 March 2019, and the times in it that bind, in order. */
const SENTENCES: readonly (readonly [string, ...string[]])[] = [
  ['力争到2022年，全市绿化覆盖率达到42%。', '到2022年'],
  ['2022年，养老床位总数超过5万张。', '2022年'],
  ['2022年粮食综合生产能力稳定在500万吨以上。', '2022年'],
  ['确保2020年建成覆盖城乡的公共服务体系。', '2020年'],
  ['到2022年和2035年，森林覆盖率分别达到24%和26%。', '到2022年', '2035年'],
  ['2019年完成60%，2020年完成100%。', '2019年', '2020年'],
  ['请各单位于4月15日下午5时前报市政府办公室。', '于4月15日下午5时前'],
  ['（市教育局牵头，市财政局配合，2019年10月底前完成）', '2019年10月底前'],
  ['完成时限：2019年12月', '2019年12月'],
  ['(一)动员部署阶段(2019年3月-4月)', '2019年3月-4月'],
  ['1.2019年底前完成摸底。', '2019年底前'],
  ['3月底、6月底前分别完成30%、60%。', '3月底', '6月底前'],
  ['由2017年的58%提高到2020年的60%以上。', '2020年'],
  ['从2019年起，连续3年，每年评选10家。', '从2019年起', '每年'],
  ['政策执行至2020年12月底。', '至2020年12月底'],
  ['在5个工作日内答复，情况复杂的可延长至10个工作日。', '在5个工作日内', '10个工作日'],
  ['自受理之日起15个工作日内作出决定。', '自受理之日起15个工作日内'],
  ['“十三五”期间，新增造林10万亩。', '“十三五”期间'],
  ['每年安排专项资金1000万元。', '每年'],
  ['全市2019年计划改造100个小区，年底前全部开工。', '2019年', '年底前'],
  ['2020年前建成，2030年以前达峰。', '2020年前', '2030年以前'],
  ['各县区每年将上年度情况于次年1月15日前报送。', '每年', '于次年1月15日前'],
  ['受理之日起20个工作日内办结。', '受理之日起20个工作日内'],
  ['期满前3个月内提出换证申请。', '期满前3个月内'],
  ['自决定作出之日起7个工作日内在网站公示。', '自决定作出之日起7个工作日内'],
  ['“十四五”期间每年造林10万亩。', '“十四五”期间', '每年'],
  ['第一阶段（2019.3—2019.5）：动员部署。', '2019.3—2019.5'],
  ['2019年前三季度完成招标，2019年内开工。', '2019年前三季度', '2019年内'],
  ['确保当年开工、当年完成投资。', '当年', '当年'],
  ['最迟不晚于2019年9月30日完成，不迟于10月15日上报。', '不晚于2019年9月30日', '不迟于10月15日'],
  ['本规定自公布之日起施行，有效期为两年。', '自公布之日起', '有效期为两年'],
  ['本细则自发布之日起30日后施行。', '自发布之日起30日后'],
  ['排水管网竣工验收合格后3个月内办理移交。', '竣工验收合格后3个月内'],
  ['财政局应在收到拨款申请后10个工作日内拨付。', '在收到拨款申请后10个工作日内'],
  ['应当在有效期届满30日前提出延续申请。', '在有效期届满30日前'],
  ['应当提前20日告知相关单位。', '提前20日'],
  ['按月报送进展，按季度开展调度。', '按月', '按季度'],
  ['建立一月一调度、一季度一通报机制。', '一月', '一季度'],
  ['实行双月调度，双月召开一次联席会议。', '双月', '双月'],
  ['办电时间分别压缩至15个、5个工作日以内。'],
  ['一季度一般公共预算收入增长5%。'],
  ['2020年一月一日前完成移交。', '2020年一月一日前'],
  ['每年第二、第四季度各检查一次，每年3、6、9月底前通报。', '每年第二、第四季度', '每年3、6、9月底前'],
  ['各镇每月5日前上报，25日前汇总。', '每月5日前', '25日前'],
  ['月底前将排查结果报市安委办，季度末前形成报告。', '月底前', '季度末前'],
  ['材料齐全的，当日办结。', '当日'],
  ['自接到投诉、举报之日起5个工作日内核查。', '自接到投诉、举报之日起5个工作日内'],
  ['在险情、灾情消除后2个工作日内报告。', '在险情、灾情消除后2个工作日内'],
  ['2020年起3年内，培训技术人员500名。', '2020年起3年内'],
  ['每年3月底前发布指南，申报单位应于4月30日前提出申请。', '每年3月底前', '于4月30日前'],
  ['各自治区人民政府要在本意见印发之日起30日内制定办法。', '在本意见印发之日起30日内'],
  ['淘汰每小时10蒸吨以下燃煤锅炉，每小时报告一次进度。', '每小时'],
  ['2030年上半年在全国实现上述目标。', '2030年上半年'],
  ['在事发30分钟内电话报告，接报1小时内书面报告。', '在事发30分钟内', '接报1小时内'],
  ['分别于6月20日、12月10日前报送总结。', '于6月20日', '12月10日前'],
  ['春秋季开学前，完成食堂检查。', '春秋季开学前'],
  ['春节前，清偿率达到70%；主汛期来临前完成除险加固。', '春节前', '主汛期来临前'],
  ['确保2020年汛前完成整治，于秋季开学前投入使用。', '2020年汛前', '于秋季开学前'],
  ['1.一季度新开工项目30个，前三季度完成投资80%。', '一季度', '前三季度'],
  ['分管负责同志每半月调度1次，每学期组织1次演练。', '每半月', '每学期'],
  ['单个企业每年累计不超过100万元。'],
  ['2019年全市安全生产工作要以防范事故为主线。'],
  // No deadlines: titles, document numbers, names, comparisons, the past
  ['根据《省“十三五”规划（2016—2020年）》和国发〔2019〕8号文件，制定本方案。'],
  ['开展2019年“质量月”活动，落实2019年中央一号文件和2019年度工作要点。'],
  ['《方案》已经2019年2月11日市政府常务会议研究通过。'],
  ['2018年11月，国务院印发《关于加强节能工作的意见》。'],
  ['2018年，全市生产总值增长6.5%。'],
  ['截至2018年底，全市共有养老机构200家。'],
  ['2019年是全面建成小康社会的关键之年。'],
  ['以2015年为基数，比2015年下降18%。'],
  ['“十三五”以来成效明显，编制“十四五”规划，“十四五”时期的重点任务。'],
  ['今年以来、近年来、近三年内、连续三年未发生事故。'],
  ['将企业开办时间压缩至3个工作日以内。'],
  ['对毕业2年内未就业的高校毕业生，每人每月补助500元。'],
  ['落实制造业发展规划（2018—2022年）。'],
  ['2020年内蒙古自治区的园区。'],
  ['2019年3月，省委主要领导在调研时强调，要守住底线。'],
  ['发布时间：2019-03-20'],
  ['自认定之日起三年内有效，一年内两次以上违规的，取消资格。'],
  ['定期通报，逐步推开，近期完成。'],
  ['服务人次年均增长15%。'],
  ['提前2年完成任务，推动监管提前介入。'],
  ['许可证有效期5年；自投产之日起5年内免征房产税。'],
  ['每年的6月为宣传月，全年空气质量优良。'],
  ['做好汛前检查和春节前夕的走访，高考前后加强巡查，国庆节前的准备要充分。'],
  ['按月薪计算，按年度计划执行，自公布之日起计算。'],
]

const find = (text: string, referenceDate: string | null = '2019-03-20', lastYear: number | null = null) => {
  const source = new SourceText(text)
  const context = { source, lexicon: baseLexicon(), referenceDate }
  const { value, diagnostics } = findDeadlines(context, { start: 0, end: text.length }, lastYear)
  return { value, diagnostics, quotes: value.map((deadline) => source.slice(deadline)) }
}

describe('the times of a sentence that bound what is to be done', () => {
  for (const [text, ...quotes] of SENTENCES) it(text, () => expect(find(text).quotes).toEqual(quotes))

  it('reads ASCII punctuation like full-width', () => {
    const ascii: Readonly<Record<string, string>> = { '，': ',', '：': ':', '（': '(', '）': ')', '；': ';' }
    for (const [text, ...quotes] of SENTENCES) {
      expect(find(text.replace(/[，：（）；]/g, (sign) => ascii[sign] ?? sign)).quotes).toEqual(quotes)
    }
  })
})

describe('a month or day without its year', () => {
  const ends = (...args: Parameters<typeof find>) => find(...args).value.map(({ until }) => until)

  it('takes the year of the time before it', () => {
    expect(ends('到2021年6月底达到50%，12月底达到100%。')).toEqual(['2021-06-30', '2021-12-31'])
    expect(ends('2021年3月10日前、20日前分别完成。')).toEqual(['2021-03-10', '2021-03-20'])
  })

  it('else the year it is given, else that of the document, else none', () => {
    expect(ends('6月底前完成。', '2019-03-20', 2021)).toEqual(['2021-06-30'])
    expect(ends('6月底前完成。')).toEqual(['2019-06-30'])
    const unknown = find('6月底前完成。', null)
    expect(unknown.value[0]?.until).toBeNull()
    expect(unknown.diagnostics.map(({ code }) => code)).toEqual(['date-without-reference'])
  })
})

describe('次年 after a sentence of every year', () => {
  const rule = (before: string): string | null | undefined => {
    const source = new SourceText(`${before}次年1月底前报备案。`)
    const context = { source, lexicon: baseLexicon(), referenceDate: '2019-03-20' }
    const span = { start: before.length, end: source.text.length }
    return findDeadlines(context, span).value[0]?.rrule
  }

  it('comes every year', () => expect(rule('每年编制年度计划。')).toBe('FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=-1'))

  it('comes once after any other sentence, or on a line of its own', () => {
    expect(rule('编制实施计划。')).toBeNull()
    expect(rule('每年编制年度计划。\n')).toBeNull()
  })
})

describe('all of a period, not its end', () => {
  it('is the month in the bracket of a stage', () => {
    expect(find('（一）动员部署阶段（2019年4月）').value[0]).toMatchObject({
      kind: 'period',
      from: '2019-04-01',
      until: '2019-04-30',
    })
  })

  it('is 全年 in the plan of one year', () => {
    const text = '全年新增城镇就业5万人以上。'
    expect(find(text, '2019-03-20', 2019).value[0]).toMatchObject({ kind: 'period', until: '2019-12-31' })
    expect(find(text).value).toEqual([])
    expect(find('报送全年工作总结。', '2019-03-20', 2019).value).toEqual([])
  })

  it('begins with the date of issue in 自印发之日起', () => {
    expect(find('本意见自印发之日起执行。').value[0]).toMatchObject({ kind: 'period', from: '2019-03-20' })
    expect(find('本意见自印发之日起执行。', null).value[0]).toMatchObject({ kind: 'period', from: null })
  })
})

describe('what a length of time runs from', () => {
  it('is kept as printed', () => {
    expect(find('自印发之日起30日内报备。').value[0]?.runsFrom).toBe('印发之日')
    expect(find('验收合格后15日内移交。').value[0]?.runsFrom).toBe('验收合格后')
    expect(find('主管部门应当在收到申请后5个工作日内答复。').value[0]?.runsFrom).toBe('收到申请后')
    expect(find('受理之日起5日内办结。').value[0]?.runsFrom).toBe('受理之日')
    expect(find('第八条　许可证届满30日前申请延续。').value[0]?.runsFrom).toBe('许可证届满')
    expect(find('3个月内完成。').value[0]?.runsFrom).toBeNull()
  })
})

describe('a long text of one sign', () => {
  for (const shape of [
    '1',
    '一',
    '每',
    '自',
    '2020年',
    '到2020年',
    '每年',
    '(2020年',
    '《2020年',
    '12-',
    ' 年 ',
    '十四五',
  ]) {
    it(`${shape} repeated comes to an end`, () => {
      expect(find(shape.repeat(Math.ceil(16_000 / shape.length)))).toBeDefined()
    })
  }
})
