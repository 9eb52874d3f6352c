import { compileText } from '../../src/compile.js'
import type { Registry } from '../../src/generated/registry.js'
import { registryHead } from '../../src/registry/head.js'
import { htmlPage } from '../../src/writers/html.js'
import type { Language } from '../../src/diagnostics/message.js'

/** Full-width punctuation, brackets with roles, a period, a recurring time, a prohibition, an encouragement. */
export const CARE = [
  '临江市养老服务提升行动方案',
  '临政办发〔2023〕21号',
  '',
  '各县（区）人民政府，市政府各部门：',
  '为贯彻落实《国务院办公厅关于推进养老服务发展的意见》（国办发〔2019〕5号），制定本方案。',
  '一、总体目标',
  '到2025年，社区养老服务覆盖率达到95%以上，养老机构护理型床位占比不低于55%。',
  '二、主要任务',
  '（一）完善设施。2023年6月底前，完成老旧小区养老设施摸底。2023—2025年，新建社区养老服务站60个。（市民政局牵头，市财政局、市住房城乡建设局配合）',
  '（二）加强监管。每年12月底前开展一次安全检查。严禁挪用养老服务资金。（责任单位：市民政局、市审计局）',
  '（三）社会参与。鼓励社会力量举办养老机构。市民政局要会同市卫生健康委建立医养结合台账。',
  '',
  '临江市人民政府办公室',
  '2023年1月16日',
  '',
].join('\n')

/** The same in ASCII punctuation, with label lines and a note to make (the numbering jumps). */
export const WATER = [
  '青石县节水型社会建设工作计划',
  '',
  '一、任务',
  '1.推进农业节水. 到2024年,新增高效节水灌溉面积1.2万亩,农田灌溉水利用系数提高到0.58以上。',
  '责任单位:县水利局、县农业农村局',
  '完成时限:2024年10月底',
  '3.强化工业节水。重点用水企业水平衡测试全部完成。(县工业和信息化局负责)',
  '二、保障措施',
  '各乡镇要把节水工作列入年度计划。各用水单位不得擅自停用计量设施。',
  '',
].join('\n')

/** What would be markup, script, a comment or a broken string if anybody took it for that. */
export const HOSTILE = [
  '关于"><img src=x onerror=window.hacked=1>的工作方案</title><script>window.hacked=2</script>',
  '一、<b>任务</b><!--<script>',
  "（一）推进<svg onload=window.hacked=3>建设。严禁'; window.hacked=4; //使用&lt;标签&gt;。（市</script><script>window.hacked=5</script>局负责）",
  '（二）到2025年，覆盖率达到90%以上\u2028\u2029\u202e反向文字\u0000\ud800。（${window.hacked=6}局、市`局负责）',
].join('\n')

export interface Given {
  readonly registry: Registry
  readonly texts: Map<string, string>
}

/** The registry of texts by the names of their files. */
export function given(files: Readonly<Record<string, string>>): Given {
  const documents = Object.entries(files).map(([path, text]) => compileText(text, { path }))
  const texts = new Map(documents.map(({ id }, i) => [id, Object.values(files)[i] ?? '']))
  return { registry: { ...registryHead(), documents }, texts }
}

export function pageOf(files: Readonly<Record<string, string>>, language: Language = 'en'): string {
  const { registry, texts } = given(files)
  return htmlPage(registry, texts, language)
}
