import { makeWorker } from '../compile/outcome.js'
import { BYTE_LIMIT } from '../readers/input.js'

/** A text with every kind of fact, so that most rules have something to do. */
const TEXT = `云阳市人民政府办公室关于印发云阳市社区养老服务提质行动方案的通知
云政办发〔2026〕12号
各县（市、区）人民政府，市政府各部门：
为贯彻落实《国家积极应对人口老龄化中长期规划》（国发〔2021〕35号），结合我市实际，制定本方案。
一、主要目标
到2026年底，新建社区养老服务站30所，设施覆盖率由75%提高到90%以上；“十四五”期间，每千名老年人拥有床位不少于45张。
二、重点任务
（一）完善设施网络。加强规划引导，完善制度，推动均衡发展。严禁擅自改变设施用途，不得挤占挪用专项资金。鼓励社会力量参与，可以采取政府购买服务等方式。
1.改造既有场所。各县（市、区）要在2026年9月底前完成摸底，签约率分别达到95%、98%。（牵头单位：市民政局；责任单位：市教育局、市住房城乡建设局）
2.推进适老化改造。每年完成改造2000户以上，改造率提高15个百分点。（市民政局牵头，市财政局、市残联等部门配合，2027年12月底前完成）
（二）提升服务能力。由市卫生健康委会同有关部门制定标准，一是发展助餐服务，二是每半年开展一次检查。
责任单位：市民政局、市市场监管局
完成时限：2027年底前
三、任务分工
序号	重点任务	牵头单位	完成时限
1	制定服务质量标准	市民政局	2026年12月底前
四、保障措施
市人民政府成立领导小组，负责组织领导。自本方案印发之日起30日内公布举报电话。本方案自2026年4月1日起施行，有效期3年。
云阳市人民政府办公室
2026年3月18日
`

/** Compiles a text and writes it in the formats of registries; nothing comes of it. */
export async function compileRehearsal(): Promise<void> {
  for (const format of ['yaml', 'json', 'ndjson'] as const) {
    const compile = await makeWorker({
      format,
      pageLanguage: 'zh',
      language: 'en',
      referenceDate: null,
      words: [],
      encoding: undefined,
      limit: BYTE_LIMIT,
      cacheFolder: null,
    })
    const input = { kind: 'text', path: 'rehearsal.txt', text: TEXT } as const
    await compile({ id: 'rehearsal', duplicateOf: null, input })
  }
}
