// Forms of names that no list of words holds.

/** 国有资产监督管理机构: an authority, no mere institution. */
export const AUTHORITY = /(?:管理|监督|监管|执法|监察|督导|检疫|登记)$/
/** 各专项行动牵头部门 · 水行政主管部门: known by their last word. */
export const DEPARTMENT = /部门$/
export const COMPETENT = /主管部门$/
/** 各地区各部门: two bodies without a sign between them */
export const PLACES = /^(?:地区|地方|部门|单位)各/
/** 各区县(自治县)人民政府 · 各市(州、地) */
export const LEVELS = /^[(〔][省市县区州旗盟镇乡师地街道自治团场园级集聚高新经济开发、]{1,12}[)〕]/
/** 交通运输(港口)主管部门 · 农业(畜牧)局: a second field, before the organ word */
export const FIELDS = /^\([\u4e00-\u9fff]{2,10}\)/
/** 各项目牵头单位: units by their part in a task, whatever field stands before them */
export const TASKED = /^(?:牵头|责任|配合|成员|承办|主办|参与|实施|监管|主管)单位$/
/** 各级堤防管理单位 · 各专业应急机构: institutions of a government by what they look after */
const CHARGED =
  /应急(?:救援|处置|指挥|管理|救助)?机构$|(?:堤防|水库|水闸|闸坝|河道|湖泊|江河|海塘|灌区|水利工程|水工程|公路|航道|桥梁|隧道|湿地|林场|保护地|保护区|文物|公园|风景名胜区|公房|市政设施)(?:运行)?管(?:理|护)(?:单位|机构)$/
/** Whether a unit is one of government by its part in a task (各项目牵头单位 · 事件主管单位) or by its charge, whatever stands before it. */
export const isOffice = (text: string, at: number, word: string, collective: boolean): boolean =>
  word === '主管单位' ||
  (collective && (TASKED.test(word) || CHARGED.test(text.slice(Math.max(0, at - 8), at) + word)))
/** 森林经营单位 · 养殖企业: who runs something, and is no body */
export const OPERATOR =
  /^(?:[\u4e00-\u9fff](?<![和及与或的对向由要应须各])){1,8}?(?:经营|生产|建设|施工|使用|养殖|运营|开发|监理|设计|种植|加工)(?:单位|企业|者|主体|户)/
/** 市级 · 县级 */
export const GRADE = /[省市县区州乡镇]级$/
/** The bracket that shortens a level: 设区的市级(以下简称市级) */
const ALIAS = /^[(（](?:以下|下)?[统简]?称[^()（）]{1,12}[)）]/

/** Where the second of two levels begins that share a tail (市级、县级 + 主管部门), from the end of the first, or 0. */
export function gradeJoint(text: string, pos: number): number {
  if (!GRADE.test(text.slice(Math.max(0, pos - 2), pos))) return 0
  const end = pos + (ALIAS.exec(text.slice(pos, pos + 20))?.[0].length ?? 0)
  return text[end] === '、' || text[end] === '和' ? end + 1 : 0
}

/** 设区的市级（以下简称市级） → 设区的市级 */
export const withoutAlias = (name: string): string =>
  name.replace(/[(（](?:以下|下)?[统简]?称[^()（）]*[)）]$/, '')

/** 教育、公安、民政三部门 → 部门 */
export const uncounted = (name: string): string =>
  name.replace(/[两二三四五六七八九十]个?(?=(?:部门|机关)$)/, '')

/** A bracket that explains what a body is called or does from here on. */
export const NOTE = /^\((?:以下|下称|简称|按|依|列|排|设在|设于|挂靠)/
export const JOINT = /[、和与及]|以及/y
/** 各区县、示范区管委会: the tail belongs to the zone alone. */
export const ZONE = /^管(?:理)?委/

/** The local branch of a national body: 国家统计局 + 某某调查队 */
export const BRANCH =
  /^(?![与和及以对向将在同为由可应要须不设挂])驻?[\u3400-\u9fff]{2,6}?(?:调查总?队|监管(?:分局|局|办)|监督局|监察局|税务局|管理局|分局|支局|中心支行|分行|支行|专员办|特派办|特派员办事处|办事处)/

/** 市、县两级 · 县、乡、村三级 */
const TOGETHER =
  /^[省市县区州乡镇村](?:级|\([^()]{1,6}\))?(?:、?[省市县区州旗乡镇村](?:级|\([^()]{1,6}\))?){1,3}[两二三四五]级(?!以上|财政)/

/** 县级以上人民政府 + 牲畜屠宰管理部门: whatever it deals with. */
export const DEPARTMENT_OF =
  /^(?!的)(?:[\u4e00-\u9fff](?<![和及与或的对向由])){1,10}?(?:主管|管理|监管|监督|行政|执法)部门/

/** Organ words that name a body without anything before them: 街道办事处 · 市委 · 居民委员会 */
export const NAMED =
  /^(?:[省市县区州镇乡].*|[村居].*|街道.*|.*办事处|.*法院|检察院|海关|.*税务局|.*工会|妇联|团委|科协|残联|文联|工商联|供销社|[纪监]委|政法委|编办|行署|[安食减].*[委办]|双拥办|(?:牵头|责任|主管|承办|配合|参与|监管|执法|行政执法|综合执法|审批|行政审批|登记|许可|成员|职能|行政|行业主管|业务主管|行政主管)(?:部门|机关|单位))$/

/** 公安、民政等部门 */
export const FIELD_TAIL =
  /^等(?:[0-9一二三四五六七八九十]+个?)?(?:有关|相关)?(?:行政|主管|职能|管理|监管|行政主管)?(?:部门|机关)(?:和单位|单位)?/

/** What a centre does, where it is one of the government's */
const CENTRE =
  /服务|管理|保障|信息|事务|促进|应急|救助|指挥|调度|交易|监测|登记|治理|执法|考试|发展|推广|数据|审批|经办/

/** 区政务服务 + 中心: the field has taken the first half of 服务中心. */
export const isCentre = (text: string, pos: number): boolean =>
  text[pos + 1] === '心' && CENTRE.test(text.slice(pos - 2, pos))

/** 中央在甘有关单位 · 省属驻泰单位 */
export const SEATED = /^[驻在][\u3400-\u9fff]{1,2}?(?=有关|相关|各|单位|部门|机构)/

/** 有关县(市、区)要… · 产粮大县要… · 任务集中的区县应…: places that a duty makes bodies of */
const KIND_OF_PLACE =
  /^(?:各?(?:有关|相关)|其他|试点|示范|[\u4e00-\u9fff]{2,6}(?:\([\u4e00-\u9fff]\))?[大强](?=[省市县区镇乡])|[\u4e00-\u9fff]{2,14}的(?=[省市县区州镇乡街旗地])|各(?=直辖|省会|副省|计划)|[\u4e00-\u9fff]{2,10}(?=城市))(?:城市|(?:直辖市|省会城市|副省级城市|计划单列市)(?:(?:、|和|及)(?:直辖市|省会城市|副省级城市|计划单列市))*|[省市县区州镇乡旗](?:\([省市县区州旗乡镇街道自治、]{1,8}\))?|县市区|市县|区县|县区|省份|市州|旗县|乡镇|镇街|地级(?:以上)?城?市|地区|地方)(?=要(?!求)|应当|必须|须|应[^急用])/

/** 某某自治州要… · 某某新区应当… · 某某县必须…: a region under its own name, where a duty makes its government of it */
const NAMED_REGION =
  /^(?:[\u4e00-\u9fff](?<![和及与或的对向由要应须全我各本该其这每某多等为是在有])){2,8}?(?:自治[区州县旗]|新区|[市县州盟旗](?<!城市|超市|夜市|集市|股市|上市|门市|早市|都市|神州)|(?<=市(?:[\u4e00-\u9fff]){2,3})区)(?=(?:也|还|均|都)?(?:要(?!求|素)|应当|必须|须|应[^急用对届]))/

/** The length of such a place at an offset, or 0. */
export const kindOfPlace = (text: string, pos: number): number => {
  const ahead = text.slice(pos, pos + 40)
  return (KIND_OF_PLACE.exec(ahead) ?? NAMED_REGION.exec(ahead))?.[0].length ?? 0
}

/** The length of 县、乡、村三级 at an offset, or 0. */
export const levelsTogether = (text: string, pos: number): number =>
  '省市县区州乡镇村'.includes(text[pos] ?? ' ')
    ? (TOGETHER.exec(text.slice(pos, pos + 20))?.[0].length ?? 0)
    : 0

const LEVEL =
  /^(?:[省市县区州乡镇旗]|区县|县区|市县|乡镇|镇街)(?:[(（〔][省市县区州旗乡镇街道、]{1,8}[)）〕])?$/

/** 市和区县（市）设立…: two levels of government act under their bare names. */
export const areLevels = (bodies: readonly { readonly name: string }[]): boolean =>
  bodies.length > 1 && bodies.every(({ name }) => LEVEL.test(name))
