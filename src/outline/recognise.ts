import type { Lexicon } from '../grammar/index.js'
import type { Line } from './line.js'

/** What a line looks like by itself; what it is, its place decides. */
export type LineShape =
  | 'numbered'
  | 'prose'
  | 'assignment'
  | 'promulgation'
  | 'date'
  | 'number'
  | 'addressee'
  | 'title'
  | 'organ'
  | 'attachment'
  | 'note'
  | 'furniture'
  | 'short'
  | 'head' // of a table of duties
  | 'row'

const DATE =
  /^[(]?(?:\d{4}|[一二三四五六七八九〇零OО○0]{4}) *年 *[\d一二三四五六七八九十]{1,3} *月 *[\d一二三四五六七八九十]{1,3} *日[)]?$/
const NUMBER =
  /^[(]?[\u4e00-\u9fffA-Za-z]{1,16} ?[〔[(【]\d{4}[〕\])】] ?第? ?\d{1,5} ?号[)]?$|^[\u4e00-\u9fff]{2,20}令 ?\(?第? ?[\d一二三四五六七八九十百]+ ?号\)?$|^(?:[\u4e00-\u9fff ]{2,40}(?:公告|通告|令))? ?\(?\d{4} ?年 ?第? ?\d+ ?号\)?$/
const NOTE =
  /^[(【[](?:此件|此文|本文|信息公开|公开属性|主动公开|依申请|联系人|附件)[^。]*[)】\]]$|^(?:此件|公开方式|抄送|抄报|分送|主题词)|^[\u4e00-\u9fff]{2,30} ?\d{4}年\d{1,2}月\d{1,2}日 ?印发$/
/** (2007年2月1日…会议通过 2007年3月16日…令第12号公布 根据…修订) */
const HISTORY =
  /^\(\d{4}年\d{1,2}月\d{1,2}日[^。]{2,400}(?:通过|公布|发布|颁布|批准|修订|修正|施行)[^。]{0,12}\)$/
const ATTACHMENT = /^附 ?[件表录图][\d一二三四五六七八九十]* ?[:.、]?|^附 ?[:]/

/** Recognise a line by its shape and the words that only such lines use. */
export function shapeOf(line: Line, lexicon: Lexicon): LineShape {
  const { folded } = line
  if (DATE.test(folded)) return 'date'
  if (NUMBER.test(folded)) return 'number'
  if (!line.marker && isAssignment(folded, lexicon)) return 'assignment'
  if (NOTE.test(folded) || HISTORY.test(folded)) return 'note'
  if (ATTACHMENT.test(folded) && folded.length <= 60 && !folded.includes('。')) return 'attachment'
  if (line.marker) return 'numbered'
  if (isPromulgation(folded, lexicon)) return 'promulgation'
  if (isAddressee(folded, lexicon)) return 'addressee'
  if (isFurniture(folded, lexicon)) return 'furniture'
  if (isProse(folded)) return 'prose'
  if (isTitle(folded, lexicon)) return 'title'
  if (isOrgan(folded, lexicon)) return 'organ'
  return 'short'
}

const LABELS = ['labellead', 'labelsupport', 'labelresponsible', 'labeltime'] as const

/** 责任单位:市教育局 · 【完成时限】2025年底 · (市教育局负责), a line of its own. */
function isAssignment(folded: string, lexicon: Lexicon): boolean {
  if (/运行维护|网站|备案|标识码|邮编|版权|技术支持|ICP备|主办单位.*承办单位|承办单位.*主办单位/.test(folded))
    return false
  if (/^[(【[].{0,300}(?:负责|牵头|配合|落实|按职责分工)[^。]{0,20}[)】\]][。；;]?$/.test(folded)) return true
  const at = /^[(【[*·-]?/.exec(folded)?.[0].length ?? 0
  return LABELS.some((list) => {
    const word = lexicon.list(`roles.${list}`).at(folded, at)
    return word !== undefined && word.length >= 4 && /^ *[】\]]? *[:】]/.test(folded.slice(at + word.length))
  })
}

const isProse = (folded: string): boolean =>
  /[。；;!]$/.test(folded) ||
  folded.includes('。') ||
  (folded.endsWith(':') && folded.length > 12) ||
  (folded.length > 40 && /[,、]/.test(folded) && !/[|>]| {2}/.test(folded))

/** 新华社北京6月12日电 近日,…印发了《…》 · 《…》全文如下。 */
const NEWS = /^新华社[\u4e00-\u9fff]{2,8}\d{1,2}月\d{1,2}日电|^[^。;]{0,80}全文如下[。:]$/

function isPromulgation(folded: string, lexicon: Lexicon): boolean {
  if (folded.length > 400) return false
  if (NEWS.test(folded)) return true
  const words = lexicon.list('outline.promulgation').words
  for (const word of words)
    if (folded.includes(word)) return /[。.]$|你们|印发|公布|发布/.test(folded) && !folded.includes('如下:')
  return false
}

/** 各省、自治区、直辖市人民政府,国务院各部委、各直属机构: */
function isAddressee(folded: string, lexicon: Lexicon): boolean {
  if (!folded.endsWith(':') || folded.length > 300 || folded.length < 4 || /[。;]|如下|以下/.test(folded))
    return false
  const name = folded
    .slice(0, -1)
    .trimEnd()
    .replace(/\([^()]*\)$/, '')
  if (!lexicon.list('outline.addressee').endingAt(name, name.length)) return false
  return (
    /[各有属]|[、,]/.test(folded) || lexicon.list('outline.signer').endingAt(name, name.length) !== undefined
  )
}

/** Navigation, share buttons, footers: known by the words that only the page around a document uses. */
function isFurniture(folded: string, lexicon: Lexicon): boolean {
  if (/[。；;]$/.test(folded) && !/copyright|ICP|版权所有/i.test(folded)) return false
  if (
    /^\/\/|copyright|©|All Rights|ICP备|网安备|网站标识码|版权所有|>>|»|^\[字号|^【[^】]{1,8}】$/i.test(
      folded,
    )
  )
    return true
  const words = lexicon.list('outline.furniture')
  if (folded.length <= 12 && (words.at(folded, 0) || words.endingAt(folded, folded.length))) return true
  let seen = 0
  for (let at = 0; at < folded.length && at < 200; at++) {
    const word = words.at(folded, at)
    if (!word) continue
    if (++seen === 2) return !folded.includes('。')
    at += word.length - 1
  }
  return seen === 1 && folded.length <= 40 && /[:|>]/.test(folded) && !folded.includes('。')
}

/** 泰安市质量提升行动实施方案 · 关于印发…的通知 · …管理办法(试行) · …行动计划(2021-2025年) */
function isTitle(folded: string, lexicon: Lexicon): boolean {
  if (folded.length < 4 || folded.length > 90 || /[。；;:?!]/.test(folded) || /^[(]/.test(folded))
    return false
  const name = stripTail(folded)
  return name.length >= 4 && lexicon.list('outline.documentKind').endingAt(name, name.length) !== undefined
}

/** A title without the brackets that may follow it: (试行) (2021-2025年) (新党发(2018)6号) */
export function stripTail(folded: string): string {
  let name = folded.trim()
  for (let i = 0; i < 3 && name.endsWith(')'); i++) {
    let depth = 0
    let at = name.length - 1
    for (; at >= 0; at--) {
      if (name[at] === ')') depth++
      else if (name[at] === '(' && --depth === 0) break
    }
    if (at <= 0) break
    name = name.slice(0, at).trim()
  }
  return name.replace(/[》"”]$/, '')
}

/** The name of one or more bodies and nothing else, as under a signature. */
function isOrgan(folded: string, lexicon: Lexicon): boolean {
  if (folded.length < 3 || folded.length > 60 || /[。；;:,!?《》%\d]/.test(folded)) return false
  const printed = /^\S(?: +\S)+$/.test(folded) ? folded.replace(/ /g, '') : folded // 财 政 部
  return printed
    .split(/[ 、]+/)
    .every(
      (name) => name.length >= 2 && lexicon.list('outline.signer').endingAt(name, name.length) !== undefined,
    )
}
