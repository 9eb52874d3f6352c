import { UNIT_CUES } from '../unit-cues.js'
import type { LabelContext } from './label.js'

/** What the headings around a unit say about it. */
export type SectionMood = 'preamble' | 'explanatory' | 'general' | 'goals' | 'none'

const PURPOSE = UNIT_CUES.pattern(
  /(?:制定|编制|制订|提出|出台|形成|拟定|修订)(?:了)?(?:本(?:实施|工作|行动|专项|暂行|管理|若干|指导|试行|总体|具体)?(?:方案|办法|意见|规定|规划|计划|细则|条例|措施|纲要|要点|规则|通知|制度|指南|预案|标准|指引|清单|决定|政策|规范|章程)|如下|以下|下列)|特制定|(?:通知|通告|公告|意见|方案|规定|决定|要求|报告|安排)如下[:。]?$|^现(?:就|将|对|提出|结合).{0,60}(?:如下|以下).{0,8}[:。]?$/,
)
const DEFINITION = UNIT_CUES.pattern(
  /^(?:本|前款|上述|第.{1,4}条).{0,20}(?:所称|所指|称).{0,60}(?:是指|指|包括)|是指|^.{0,30}适用(?:于)?本(?:办法|规定|细则|条例|方案|意见|规则)|[,;]不?适用(?:于)?本(?:办法|规定|细则|条例|方案|意见|规则|法|规范|准则|章程)(?:的[^,]{0,12})?[。;]?$|^(?:本|上述|以上|前述).{1,16}(?:适用于|所称)|(?:执行|实施|政策)期限(?:为|截至|截止|[至到])|自.{0,24}(?:起|之日)(?:满?[\d一二三四五六七八九十]+个?[日月年]后)?(?:施行|实施|执行|生效)|有效期(?:为|至)?[\d一二三四五六七八九十两]|同时废止|^(?:(?:但|因|法律|国家)[^。;]{2,60}|[^,]{2,40})除外[。;]?$|(?:从其|依照其|按照其|适用其)规定(?=[。;]?$)|(?:^|[,;])适用(?:有关|国家|相关|其他)[^,应]{2,30}规定[。;]?$|用语的?含义/,
)
/** 本意见由市教育局负责解释,自发布之日起施行。 */
const EXPLAINS = /由[^,;。]{2,40}负责解释/
/** Items of a list of conditions or cases, and rules that place a thing in a class. */
const CLASSIFICATION = [
  /的[；;。]?$/,
  /规定的其他/,
  /^其他.{2,30}的?情形/,
  /视为/,
  /的,[^,]{1,14}(?:是|为)[^,]{0,10}(?:责任人|义务人|责任主体)[。;]?$/,
  /^[^,]{0,40}(?:范围|标准|名录|目录|期限|额度|比例)(?:按照?|依照|根据)[^,]{2,40}(?:确定|执行)[。;]?$/,
  /^(?:第.{1,5}条 *)?[^,。;:]{0,8}(?:支持|申报|申请|奖励|补[助贴]|适用|认定|资助|准入|报名|参评|评选|扶持|享受)[^,。;:]{0,6}(?:范围|对象|条件|材料|标准|类别|等级)(?:为|包括|如下)?:$/,
  /^(?:出现|发生|有|符合|具备|达到)(?:下列|以下|如下)[^,。;]{0,12}之一[的者]?(?:时)?,?(?:即)?(?:为|属于|认定为|定为)/,
  /属于[^,]{1,20}[;。:]?$/,
  /^(?:第.{1,5}条 *)?[^,要应]{2,16}包括/,
  /^(?:主要|具体|一般)?不?包[括含][^:]+$/,
  /分为/,
  /具有同等/,
  /(?<!可以?)(?:参照|依照|按照?)(?:本|有关|国家|相关|其).{0,40}执行[。;]?$/,
  /(?<!可以?)(?:参照|依照|按照?)(?:本|有关|国家|相关|其).{0,40}办理[。;]?$/,
  /^[^,]{0,6}(?:对象|等次|类型|期限)为|^其中,.{2,30}的为/,
  /(?:遵循|坚持)[^“]{2,60}原则|(?:实行|贯彻|体现).{2,60}的原则[。;]?$/,
  /^特此[^,]{2,4}[。.]?$/,
  /指导思想是/,
  /^(?=.*月)(?:第.{1,6}条 *)?(?:[^,]{0,12}\d{1,2}[月日][^,]{0,8}为[^,]{2,16}[月日周节期][,。;]?){1,4}$/,
  /实行[“"]?谁/,
].map((pattern) => UNIT_CUES.pattern(pattern))
const IMPORTANCE = UNIT_CUES.pattern(
  /(?:具有|有着).{0,20}(?:意义|作用|价值)|是.{1,60}的(?:重要|关键|核心|基础|必然|内在|迫切|有效|必由|主要|根本|具体|客观|战略|热切|殷切|共同|应有|题中|期盼|大事|要务)[^,]{0,16}(?:[。;,]|$)|正处[于在].{2,40}(?:阶段|时期|关口|[键机]期)|任务(?:十分|依然|仍然|非常|更加)?(?:艰巨|繁重)(?=[。;,]|$)|^.{2,40}归.{2,60}所有/,
)
/** 监督检查应当遵循…的原则。 */
const PRINCIPLE = UNIT_CUES.pattern(
  /^(?:第.{1,5}条 *)?[^,。;]{2,20}(?:应当?|必须)(?:遵循|坚持|贯彻|实行)[^。;]{2,80}原则[。;]?$/,
)
/** 联系人:…,联系电话:… */
const CONTACT = UNIT_CUES.pattern(
  /^[(]?(?:[^,:。]{0,8}(?:联系人|联系方式|联系电话|咨询电话|举报电话|监督电话)|电话|传真|邮箱|电子邮箱|通讯地址|邮政编码):/,
)
const BACKGROUND =
  /^(?:近年来|近些年|目前|当前|但|然而|与此同时,?.{0,20}(?:存在|仍)|长期以来|多年来|截至|党的.{2,6}以来|“?十[一二三四五]五”?(?:以来|期间,.{0,80}了)|随着|改革开放以来|\d{4}年以来)/
const PAST = UNIT_CUES.pattern(
  /(?:已经?|仍然?|还)(?:成为|取得|形成|建成|存在|达到|有|是|面临)|取得了|实现了|形成了|建立了|存在.{0,60}(?:问题|不足|差距|短板|困难)|印发《|作出(?:了)?.{0,6}部署/,
)
/** Among principles: who is charged with a work, and what a school or firm must never do */
const CHARGES =
  /[^,;。]{2,},?由[^,;。]{2,30}负责(?:组织)?(?:实施|办理|落实)[。;]?$|[,;]不得[^。;]{4,}[,;]严禁/
const GUIDING =
  /^(?:.{0,6}(?:坚持)?以(?:习近平|邓小平|马克思|毛泽东|科学发展观|党的)|(?:全面|深入|认真|坚决|学习|坚持|高举|坚定).{0,14}(?:贯彻|落实|学习|践行).{0,20}(?:习近平|党的|精神|思想|战略|发展理念|要求|决策部署|方针)|高举|坚持(?!问题整改)|牢固树立|紧紧围绕|认真落实党|遵循|统筹推进“|立足新发展|完整.{0,4}准确)/
const GOAL = /^(?:力争)?(?:到|至)?\d{4}年|力争到\d{4}年/

const classifies = (text: string, cues: number): boolean =>
  CLASSIFICATION.some((pattern) => pattern.test(cues, text))

/**
 * Body text that binds nobody: purpose and legal basis, definition, background, guiding ideology, principles.
 * A sentence in which a body is told to act, or a goal with its year, binds wherever it stands.
 */
export function bindsNobody(text: string, context: LabelContext): boolean {
  const { cues } = context
  const goal = context.times.some((time) => time.goal)
  if (PURPOSE.test(cues, text)) return true
  if (
    DEFINITION.test(cues, text) &&
    !(context.hasSubject && EXPLAINS.test(text)) &&
    !/应当|必须|不得/.test(text)
  )
    return true
  if (CONTACT.test(cues, text) || PRINCIPLE.test(cues, text)) return true
  if (
    !context.hasSubject &&
    context.listed !== 'duty' &&
    classifies(text, cues) &&
    !/应当|必须|不得|(?<![主重需必])要(?![求点素件道闻])/.test(text)
  )
    return true
  const nobody = !context.hasSubject && context.targets.length === 0
  if (nobody && IMPORTANCE.test(cues, text)) return true
  switch (context.mood) {
    case 'preamble':
      return !context.hasSubject && !(goal && GOAL.test(text))
    case 'explanatory':
      if (CHARGES.test(text) && !GUIDING.test(text)) return false
      return !(GOAL.test(text) || (goal && text.search(GOAL) >= 0)) || text.length > 200
    case 'general':
      if (goal && GOAL.test(text) && !/习近平/.test(text)) return false
      if (GUIDING.test(text)) return true
      return context.opening && !(context.hasSubject || /不得|严禁/.test(text))
    default:
      if (/^(?:以习近平|高举中国特色)/.test(text)) return true
      return PAST.may(cues) && BACKGROUND.test(text) && PAST.test(cues, text) && !context.hasSubject && !goal
  }
}
