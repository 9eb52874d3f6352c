import { type HtmlElement, isElement } from './html-tree.js'
import { type Weight, wordsOf } from './html-words.js'

const FURNITURE_TAGS = new Set(['nav', 'footer', 'aside', 'dialog'])
/** Parts of class names and ids that only the page around an article has; dqwz is 当前位置, xgyd 相关阅读, ewm 二维码. */
const FURNITURE_NAMES = new Set(
  'nav navbar navigation menu menubar submenu topnav mainnav breadcrumb breadcrumbs crumb crumbs dqwz weizhi share sharing bdshare bdsharebuttonbox bshare jiathis sharebox footer foot bottombar copyright sidebar aside related relate relation recommend recommended xgyd xgwz xgbd xglj hot hotnews pagination pager prevnext prev next toolbar tools tool print fontsize qrcode ewm erweima search searchbox login banner ad ads advert friendlink friendlinks yqlj sitemap weather comment comments toplink gotop totop backtop feedback'.split(
    ' ',
  ),
)
const HEADER_NAMES = new Set(['header', 'head', 'top', 'topbar'])
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i
/** What stands beside an article and never in one. */
const FURNITURE_TEXT =
  /版权所有|ICP备|网安备|网站标识码|网站地图|联系我们|上一篇|下一篇|上一条|下一条|相关(?:链接|阅读|稿件|新闻|报道|文章|解读|文件[:：])|分享到|扫一扫|微信|打印(?:本页|此页|文本|页面)|关闭(?:窗口|本页)|设为首页|加入收藏|返回顶部|浏览(?:次数|量)|您(?:现在|当前)?的?(?:所在)?位置|^当前位置|友情链接|技术支持|主办单位[:：].{0,30}承办|Copyright/i
/** Labels of the index table above a document. */
export const INDEX_TEXT =
  /索\s*引\s*号|发文机[关构]|发文字号|发文单位|成文日期|发文日期|发布日期|公开日期|生成日期|发布机构|文\s*号|主题分类|主题词|公文种类|有\s*效\s*性|信息分类|信息名称|公开方式|体裁分类|生效日期|发布时间|统一编号/

/** Words of a class name or an id: `mainNav-box` → main, nav, box. */
const partsOf = ({ attributes }: HtmlElement): string[] =>
  `${attributes['class'] ?? ''} ${attributes['id'] ?? ''} ${attributes['role'] ?? ''}`
    .slice(0, 300)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_\-:]+/)

/** Not to be seen by readers: styled away. */
export const isHidden = ({ attributes, name }: HtmlElement): boolean =>
  name === 'head' || 'hidden' in attributes || HIDDEN.test(attributes['style'] ?? '')

/** Whether tag, class name or id say that this belongs to the page and not to the document. */
export function isNamedFurniture(element: HtmlElement): boolean {
  if (FURNITURE_TAGS.has(element.name)) return true
  const parts = partsOf(element)
  return parts.some((part) => FURNITURE_NAMES.has(part.replace(/\d+$/, '')))
}

const isNamedHeader = (element: HtmlElement): boolean =>
  element.name === 'header' || partsOf(element).some((part) => HEADER_NAMES.has(part))

/** A list of links, or what its words say to be furniture. */
export function isFurniture(element: HtmlElement, weight: Weight): boolean {
  const { text, links, anchors, marks } = weight
  const words = wordsOf(element, 200)
  if (words.startsWith('附件') && anchors <= 20) return false
  if (anchors >= 3 && links > 2 * text) return true
  if (anchors >= 2 && links > text && marks === 0) return true
  return marks <= 2 && text + links < 300 && FURNITURE_TEXT.test(words)
}

/** What may stand above an article and belongs to the document: its title, its index table, its date. */
export function isFrontMatter(element: HtmlElement, weight: Weight): boolean {
  if (isNamedFurniture(element) || isFurniture(element, weight)) return false
  const words = wordsOf(element, 3000)
  if (words === '') return false
  if (INDEX_TEXT.test(words) && weight.links < weight.text) return true
  if (hasTitle(element) || NUMBERED.test(words)) return true
  if (isNamedHeader(element)) return false
  if (weight.marks >= 2 && weight.links * 5 < weight.text) return true
  return /^[(（]?[\u4e00-\u9fff]{1,12}[〔［[(（【]\d{4}[〕］\])）】]\d+号[)）]?$|^[(（]?\d{4}年\d{1,2}月\d{1,2}日/.test(
    words,
  )
}

/** 三、保障措施 · （一）加强领导 · 第五条: what no page around an article has. */
const NUMBERED =
  /^(?:第[一二三四五六七八九十百零\d]{1,5}[编章节条]|[（(]?[一二三四五六七八九十]{1,3}(?:、|[)）])|[（(]\d{1,2}[)）]|\d{1,2}[.．、](?!\d))[\u4e00-\u9fff]/

const TITLE_NAMES = new Set([
  'title',
  'biaoti',
  'bt',
  'tit',
  'headline',
  'subject',
  'doctitle',
  'arttitle',
  'articletitle',
])

function hasTitle(element: HtmlElement): boolean {
  if (/^h[1-3]$/.test(element.name) || partsOf(element).some((part) => TITLE_NAMES.has(part))) return true
  return element.children.some((node) => isElement(node) && !isNamedFurniture(node) && hasTitle(node))
}

/** What may stand under an article and belongs to the document: more of its text, its signature, its attachments. */
export function isBackMatter(element: HtmlElement, weight: Weight): boolean {
  if (isNamedFurniture(element) || isFurniture(element, weight)) return false
  const words = wordsOf(element, 400)
  if (words === '') return false
  if (/^附\s*[件表：:]|^[(（]此件|\d{4}年\d{1,2}月\d{1,2}日$|^二[〇○零]/.test(words)) return true
  if (NUMBERED.test(words) && weight.links * 5 < weight.text) return true
  return weight.marks >= 2 && weight.links * 5 < weight.text && !FURNITURE_TEXT.test(words)
}
