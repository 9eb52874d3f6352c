import { describe, expect, it } from 'vitest'
import { compileText } from '../../src/compile.js'
import { parse } from '../../src/pipeline.js'
import type { Unit } from '../../src/tree/nodes.js'

/** The label of a sentence that stands in an ordinary task section. */
function labelOf(sentence: string, heading = '二、重点任务'): string {
  const tree = parse(`${heading}\n（一）统筹推进。${sentence}\n三、其他`)
  const section = tree.children[0]
  const item = section?.type === 'section' ? section.children[1] : undefined
  const line = item?.type === 'section' ? item.children[0] : undefined
  const units: Unit[] = line?.type === 'paragraph' ? line.children : []
  return units
    .slice(1)
    .map(({ label }) => label)
    .join(' ')
}

const SENTENCES: Record<string, readonly string[]> = {
  action: [
    '健全校车安全管理制度。',
    '要建立联席会议制度，定期通报进展。',
    '加快补齐县域医疗短板，力争实现大病不出县。',
    '对符合条件的困难家庭给予一次性补助。',
    '将养老服务设施纳入国土空间规划。',
    '各级教育行政部门应当公布咨询电话。',
    '成立由市长任组长的专项工作领导小组。',
    '工作专班办公室设在市水务局。',
    '深入开展河湖清四乱行动，严肃查处非法采砂。',
    '在农村地区全面推行垃圾分类制度。',
    '逾期未完成整改的，由县级人民政府责令停产。',
    '推动服务质量明显改善，降低物流成本，完善配送网络。',
    '鼓励社会资本参与，制定运营补贴办法。',
    '鼓励企业进园，大力推行标准地出让。',
    '每年组织两次以上消防演练。',
    '严格落实安全生产责任制，不得瞒报谎报。',
    '坚决查处侵害群众利益的行为。',
    '研究制定碳排放核算办法。',
    '为参训人员提供食宿便利。',
    '以创建全国文明城市为契机，打造一批示范街区。',
    '加强对重点河段的巡查，及时处置险情。',
    '优化审批流程，压缩办理时限。',
    '优化审批流程，审批时限压缩50%以上。',
    '对新建托育床位的，按照每张床位不高于5000元的标准给予一次性补贴。',
    '按照“一年起步、三年见效”的要求，分步推进。',
    '支持企业建设冷库，符合条件的按规定给予补助。',
    '对风险较高的场所，每年不少于三次。',
    '拒不改正的，责令停止施工，并可以由原发证机关吊销许可证。',
    '对验收合格的项目给予不超过总投入50%的补助。',
    '在库区内从事养殖，应当保护水质。',
    '向公安机关申请在禁止、限制通行路段内的行驶时间。',
    '出入口设置冲洗设施，将车轮冲洗干净后方可上路。',
    '完成市政府交办的其他事项。',
    '对主导制定标准的，每项补助不超过20万元。',
    '应急预案原则上每三年修订一次，各县可参照制定本地预案。',
    '严守生态保护红线，新建自然保护小区12个。',
    '各镇梳理审批事项，明确禁止和限制新建的项目类型。',
    '重点流域加大执法力度，水质优良比例达到90%以上。',
    '集中力量推进危桥改造，优先以乡镇为单元整体推进。',
    '新增建设用地指标优先用于民生项目，重点支持学校建设。',
    '对重点工程实行专班推进，确保2026年底前开工率达到100%。',
    '坚持“属地管理、分级负责”的原则，做好台账登记。',
    '2026年在全市开展数字校园试点，审批时限压缩至5个工作日以内。',
    '根据客流变化科学调整线路，支持企业开行夜间班线。',
    '支持打造老字号品牌，对老字号商标依法加强保护。',
  ],
  outcome: [
    '到2026年，全市森林覆盖率达到42%以上。',
    '到2027年，建立比较完善的儿童福利制度，形成多层次服务格局。',
    '群众满意度显著提升，营商环境持续优化。',
    '新建改建农村公路1200公里，新增停车泊位8000个。',
    '建成国家级工业设计中心2个。',
    '产业结构更加合理，创新能力明显增强。',
    '饮用水水源地水质达标率稳定在100%。',
    '居民可支配收入占地区生产总值的比重有所提高。',
    '万元地区生产总值能耗下降13.5%。',
    '基本公共服务均等化水平稳步提高。',
    '该项任务于2024年9月底前完成。',
    '新能源汽车渗透率超过50%；公共充电桩达到3万个。',
    '基本形成覆盖城乡的急救网络。',
    '2025年，单位用地产出大幅提升。',
    '力争专利授权量年均增长10%以上。',
    '围绕我市建设数字经济高地的目标任务，引进领军人才20名，培养高级技师300名。',
    '居民人均可支配收入增长6%。',
    '到2027年车桩比达到2:1。',
    '实现县级以上医院信息互联互通。',
    '截至2026年6月，全部完成问题整改。',
    '技术合同成交额突破200亿元大关。',
    '政务服务事项网上可办率保持在95%以上。',
    '农民收入增速快于城镇居民，外贸增速保持全国前列。',
    '财政支出与经济增长基本同步。',
    '继续将单位产品能耗同比下降3%。',
    '创新能力更强。',
    '老旧锅炉基本完成节能改造。',
    '经过三年努力，大幅减少重污染天数，明显改善水环境质量。',
  ],
  prohibition: [
    '严禁在河道管理范围内倾倒垃圾。',
    '不得擅自改变土地用途。',
    '坚决杜绝形式主义。',
    '禁止向未成年人出售烟酒。',
    '未经批准，任何单位不得占用消防通道。',
    '不准以任何名义摊派费用。',
    '未备案的不得享受补贴。',
    '在整改验收合格之前，不得恢复生产。',
    '检测机构接受委托开展检测，不得出具虚假报告。',
  ],
  encouragement: [
    '鼓励高校毕业生到基层就业。',
    '在风险可控的前提下鼓励发行科技创新债券。',
    '支持民办幼儿园提供普惠服务，扩大普惠资源供给。',
    '积极引导社会力量参与应急救援。',
    '大力支持专精特新企业发展。',
    '倡导绿色低碳的生活方式。',
    '发挥行业协会作用，支持其开展诚信自律活动。',
    '要鼓励金融机构开发普惠产品。',
    '提倡文明节俭办红白事。',
    '鼓励利用闲置校舍举办托育机构，涉及改变用途的，应按规定办理手续。',
    '鼓励有条件的地区先行先试，探索可复制的经验。',
    '鼓励各类企业建立首席数据官制度。',
    '国家鼓励单位和个人参与湿地保护。',
    '各级人民政府应当支持志愿服务组织发展。',
  ],
  permission: [
    '符合条件的申请人可以向户籍所在地提出申请。',
    '经营困难的企业可按规定缓缴。',
    '学生家长有权查阅食堂采购记录。',
    '聚焦就业创业，符合条件的毕业生可申请租房补贴。',
    '购置专用设备的投资额，可按10%从企业当年应缴税额中抵免。',
    '志愿者在服务期间享有下列权利。',
    '没有规定的，可以参照本办法执行。',
    '险情得到控制后，市防指可视情宣布应急结束。',
  ],
  N: [
    '本方案所称小微企业，是指符合国家划型标准的企业。',
    '考核结果分为优秀、合格、不合格三个等次。',
    '本办法自2024年1月1日起施行，有效期5年。',
    '法律、法规另有规定的，从其规定。',
    '公共数据包括政务数据和公共服务数据。',
    '下列情形，属于重大变更。',
    '在本市行政区域内开展水上旅游经营活动，适用本办法。',
    '军队采购物资，不适用本条例。',
    '无障碍环境建设实行政府主导、社会参与的原则。',
    '每年9月为文明出行宣传月。',
    '特此通知。',
    '本办法未作规定的，适用有关法律的规定。',
    '本办法自公布之日起三十日后施行。',
    '每年3月1日至5月31日为禁渔期。',
    '法律、行政法规另有规定的，依照其规定。',
    '本规定中下列用语的含义：',
    '因抢险救灾需要临时占用的除外。',
    '设备自行管理的，所有权人为管理责任人。',
    '主要部件的范围按照国家标准确定。',
    '专项资金支持范围：',
    '抽样检查应当遵循公开公正、风险管理的原则。',
    '2024年10月1日至2025年4月30日。',
    '每年4月为全市读书月，每年10月31日为读书日。',
    '全县林地及距离林地边缘50米的范围。',
    '按照风险管理的原则，检查要点分为一般项目和重点项目。',
    '联系人：王某，联系电话：0000-1234567。',
    '我省正处于转型发展的关键时期，改善空气质量是群众的热切期盼，治理任务艰巨。',
    '推广使用的等级证书分为三级，反映持证人所需要的职业能力。',
  ],
}

describe('what a sentence asks for', () => {
  for (const [label, sentences] of Object.entries(SENTENCES)) {
    for (const sentence of sentences) {
      it(`${label}: ${sentence}`, () => {
        const expected = sentence
          .split(/[；。]/)
          .filter(Boolean)
          .map(() => label)
          .join(' ')
        expect(labelOf(sentence)).toBe(expected)
      })
    }
  }
})

describe('what the headings say', () => {
  it('指导思想 and 基本原则 bind nobody', () => {
    expect(labelOf('以人民为中心，全面推进乡村振兴，加快建设宜居乡村。', '一、指导思想')).toBe('N')
    expect(labelOf('坚持统筹兼顾。加强城乡衔接，完善配套政策。', '一、基本原则')).toBe('N N')
  })
  it('a goal with its year binds even there', () => {
    expect(labelOf('到2030年，全市绿色建筑比例明显提高。', '一、总体要求')).toBe('outcome')
  })
  it('a preamble binds nobody', () => {
    const { obligations } = compileText(
      '为加强校园安全管理，结合我市实际，制定本方案。\n一、主要任务\n（一）健全制度。完善值班制度。',
    )
    expect(obligations.map(({ text }) => text)).toEqual(['完善值班制度。'])
  })
})

describe('a run-in label', () => {
  const labels = (text: string): string[] =>
    parse(`为加强水资源管理，制定本方案。\n${text}\n一、主要任务\n（一）健全制度。完善用水定额。`)
      .children.flatMap((block) => (block.type === 'paragraph' ? block.children : []))
      .slice(1)
      .map(({ label }) => label)

  it('of goals binds before the first section', () => {
    expect(labels('主要指标：到2026年，再生水利用率达到30%以上。新建水厂5座。')).toEqual([
      'outcome',
      'outcome',
    ])
  })
  it('of ideology does not', () => {
    expect(labels('总体要求：深入贯彻节水优先方针，完善体制机制，建设节水型社会。')).toEqual(['N'])
  })
  it('that ends in 。 is a heading', () => {
    expect(labels('工作目标。到2026年，再生水利用率达到30%以上。')).toEqual(['H', 'outcome'])
    expect(labels('指导思想。坚持节水优先，统筹水资源利用。')).toEqual(['H', 'N'])
  })
  it('a goal with its year needs no label', () => {
    expect(labels('到2026年，全市再生水利用率达到30%以上。')).toEqual(['outcome'])
  })
})

describe('further types in the same sentence', () => {
  it('an action that also forbids', () => {
    const { obligations } = compileText('一、任务\n严格执行收费公示制度，不得收取公示以外的费用。')
    expect(obligations[0]).toMatchObject({ type: 'action', also: ['prohibition'] })
  })
})

describe('what a lead-in makes of the items under it', () => {
  const types = (text: string): string[] =>
    compileText(text).obligations.map(({ type, text: of }) => `${type} ${of}`)
  it('a last item of other duties is a duty too', () => {
    const text = '第五条　施工单位应当遵守下列规定：\n（一）设置围挡；\n（二）法律、法规规定的其他要求。'
    expect(types(text).slice(1)).toEqual([
      'action （一）设置围挡；',
      'action （二）法律、法规规定的其他要求。',
    ])
  })
  it('what stands under 禁止行为 is forbidden', () => {
    const text = '三、禁止行为\n1、携带火种进入林区；\n2、燃放孔明灯。\n四、其他\n加强巡查。'
    expect(types(text)).toEqual([
      'prohibition 1、携带火种进入林区；',
      'prohibition 2、燃放孔明灯。',
      'action 加强巡查。',
    ])
  })
  it('cases that a numbered lead-in lists bind nobody', () => {
    const text =
      '4.1 二级响应\n4.1.1 出现下列情况之一的，为二级响应：\n（1）发生较大洪水；\n（2）水库出现险情。\n4.1.2 响应行动\n（1）组织会商。'
    expect(types(text)).toEqual(['action （1）组织会商。'])
  })
})
