import { compileText, type Obligation, type Registry } from '../../src/index.js'
import { registryHead } from '../../src/registry/head.js'

const PLAN = [
  '云台市托育服务提升三年行动方案',
  '云政发〔2024〕12号',
  '各县（区）人民政府，市政府各部门：',
  '一、重点任务',
  '（一）扩大供给。到2026年底，新增托位3.2万个，普惠托位占比达到60%以上。支持企业、园区和社区联合办托。（市卫生健康委牵头，市财政局、市民政局等部门配合）',
  '（二）加强监管。每年6月底和12月底各开展一次安全检查。严禁使用"三无"产品,=一律-查封。（责任单位：市市场监管局、各县（市、区）政府）',
  '（三）降低成本。2024年5月至2025年4月开展收费清理。托位空置率下降5至8个百分点。自本方案印发之日起30日内公布收费清单。（市发展改革委负责）',
  '二、保障措施',
  '各县（区）政府要建立工作专班，每季度通报进展。',
  '云台市人民政府',
  '2024年3月18日',
].join('\n')

const RULES = [
  '云台市水库管理办法',
  '第一条 水库管理单位应当每年汛期前完成检查。',
  '第二条 禁止在水库保护范围内采石、取土。',
  '第三条 市水利局可以委托第三方开展评估。',
].join('\n')

const registry: Registry = {
  ...registryHead(),
  documents: [
    compileText(PLAN, { path: 'plans/tuoyu.txt' }),
    compileText(RULES, { path: 'plans/shuiku.txt' }),
  ],
}

/** Two documents: a plan with bodies, figures and times of every kind, and rules in articles without a date. */
export const example = (): Registry => structuredClone(registry)

/** Every obligation of the example. */
export const obligations = (): Obligation[] => registry.documents.flatMap((document) => document.obligations)

/** One obligation, with other words in place of its own. */
export function saying(text: string): Registry {
  const [document] = registry.documents
  const [obligation] = obligations()
  return { ...registry, documents: [{ ...document!, obligations: [{ ...obligation!, text }] }] }
}
