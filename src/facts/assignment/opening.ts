import type { Span } from '../../source/span.js'
import type { FactContext } from '../context.js'

const NUMBER =
  /(?:\(?[一二三四五六七八九十百\d]{1,4}\)|第[一二三四五六七八九十百零〇\d]{1,6}[章节条款项编]|[一二三四五六七八九十百]{1,4}、|\d{1,3}(?:[.、](?!\d)|(?:\.\d+)+)|[①-⑳●■◆▪•·*-]|[一二三四五六七八九十]是(?:要)?)\s*/y
const DATE =
  /(?:从|自|到|于|在|至|截至)?(?:“[^”]{2,6}”(?:期间|末|时期)|(?:\d{4}年|每年|今年|明年|当年)(?:\d{1,2}月)?(?:\d{1,2}日|上旬|中旬|下旬)?|\d{1,2}月(?:\d{1,2}日|上旬|中旬|下旬)?)(?:至\d{1,2}月)?(?:年底|底|初|末|起|上半年|下半年|第?[一二三四]季度)?(?:之?前|以前|后)?/y
/** 对…的， is cut off by its comma; 【…】 captions and labels stand before the first clause of an article. */
const CAPTION = /(?:【[^】]{1,30}】|\[[^\]]{1,30}\])\s*/y

/** 项目所在地的县级人民政府 · 其共同的上一级主管部门: where or whose it is, before the name itself */
const SITE =
  /[\u4e00-\u9fff]{0,8}?(?:所在地|发生地|住所地|经营地)的|(?:其(?=[共上同所主])|双方)(?:共同(?:的)?)?(?=[上同所县市省主])/y

/** Where the name of a body begins, behind the words that say where or whose it is. */
export function nameStart(folded: string, at: number): number {
  SITE.lastIndex = at
  return at + (SITE.exec(folded)?.[0].length ?? 0)
}

/** Where the subject of a clause may begin: behind a number, a caption, a time, 同时 … */
export function openingEnd(context: FactContext, clause: Span): number {
  const { folded } = context.source
  const opening = context.lexicon.list('roles.opening')
  const full = context.lexicon.list('organs.full')
  let at = clause.start
  for (let turns = 0; turns < 5; turns++) {
    let next = at
    for (const pattern of [NUMBER, CAPTION, DATE, SITE]) {
      pattern.lastIndex = at
      next = Math.max(next, at + (pattern.exec(folded)?.[0].length ?? 0))
    }
    if (next === at && full.at(folded, at) === undefined) next = at + (opening.at(folded, at)?.length ?? 0)
    while (next < clause.end && /[\s,]/.test(folded[next] as string)) next++
    if (next === at || next >= clause.end) break
    at = next
  }
  return at
}
