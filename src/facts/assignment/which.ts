/** 省级人民政府 + 确定的部门 · 负有监督管理职责的部门 · 的派出机构: what follows a body and names another. */
export const CHOSEN =
  /^(?:(?:确定|指定|授权|规定|委托|设立|(?:负责|负有|承担|履行)[\u4e00-\u9fff]{2,18})的[\u4e00-\u9fff]{0,6}?(?:部门|机构|单位|组织|机关)|的?派出(?:机构|机关))/
/** 有防洪任务的县级人民政府 · 本办法第五条规定的负责… · 负有监督管理职责的部门 · 原发证的机关 · 排名第一的牵头单位: a clause that says which of them is meant. */
const WHICH =
  /(?:本(?:法|条例|办法|规定|细则)(?:第[一二三四五六七八九十百零]{1,6}[条款]){0,2}(?:规定|确定|所列)的)?(?:(?:排名|[排列]在?)(?:第一|首位|第一位|前面)的)?(?:(?:[有无](?!关)|原|具有|具备|负有|负责|作出|承担|受理|颁发|实施|设有|未设)[^,。;:、的应要须可不]{1,16}的)?(?=[\u4e00-\u9fff])/y
const WHICH_SIGN = /[有原无具负作承受颁实设未本排列]/

/** The length of such a clause at an offset, or 0. */
export function whichLength(text: string, pos: number): number {
  if (!WHICH_SIGN.test(text[pos] ?? '')) return 0
  WHICH.lastIndex = pos
  return WHICH.exec(text)?.[0].length ?? 0
}
