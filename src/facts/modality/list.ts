/** What a lead-in sentence makes of the items under it. */
export type ListKind = 'prohibition' | 'permission' | 'duty' | 'things'

const LEADS_IN = /(?:下列|以下|如下)/
const PROHIBITION = /(?:不得|禁止|严禁|不准).{0,24}(?:下列|以下)|(?:下列|以下).{0,16}(?:不得|禁止|严禁)/
const PERMISSION = /(?:可以?|享有|有权).{0,24}(?:下列|以下)/
const THINGS =
  /(?:下列|以下|如下).{0,14}(?:条件|材料|情形|区域|范围|文件|资料|内容|信息|情况|因素|对象|场所|地点|类别|种类|证明|行为之一|地区|路段|水域|时段|方面|要素|原则|指标|费用|事项之一)|(?:载明|写明|注明|列明|标明|标注|明示|公示|公布|公开|告知|说明|提供|包括|记载).{0,6}(?:下列|以下).{0,6}事项|分为(?:下列|以下|如下)?[^,。]{0,4}[类种级档]:$|包括:$|(?:支持|申报|申请|奖励|补[助贴]|适用|认定|资助|准入|报名|参评|评选|扶持|享受)[^,。]{0,6}(?:范围|对象|条件|材料)为?:$/
/** 不得有下列行为: what is listed is forbidden; 有下列情形之一的,不得… and 禁止在下列区域… list when and where. */
const ACTS = /(?:下列|以下).{0,8}(?:行为|活动|做法|方式|物品|情况发生)(?!之一的?[,，])/
/** 三、禁止行为: a heading or label of what is forbidden */
export const FORBIDDEN = /^[^,。]{0,8}(?:禁止|严禁)(?:的)?(?:行为|事项|活动|情形)(?:包括|如下|有)?:?$/
const DUTY = /(?:下列|以下|如下).{0,10}(?:规定|要求|职责|义务|措施|任务|工作|责任|程序|步骤|方式|事项)/

/**
 * The kind of list that a sentence ending in ： opens, or null where it opens none of these:
 *
 *   任何单位和个人不得有下列行为: · 可以采取下列措施: · 应当提交下列材料: · 应当遵守下列规定:
 */
export function listKind(leadIn: string): ListKind | null {
  if (!leadIn.endsWith(':')) return null
  if ((PROHIBITION.test(leadIn) && ACTS.test(leadIn)) || FORBIDDEN.test(leadIn)) return 'prohibition'
  if (THINGS.test(leadIn)) return 'things'
  if (!LEADS_IN.test(leadIn)) return null
  if (PERMISSION.test(leadIn)) return 'permission'
  return DUTY.test(leadIn) ? 'duty' : null
}
