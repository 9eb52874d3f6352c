import type { SourceText } from '../source/source-text.js'
import type { Span } from '../source/span.js'
import type { MarkerSpan } from '../tree/nodes.js'

/** What stands behind a section's number on its line. */
export interface Heading {
  /** The title without number and closing punctuation; null where the item has none. */
  readonly title: Span | null
  /** How many of the line's units belong to the title (label H): 0 or 1. */
  readonly units: 0 | 1
}

const NO_TITLE: Heading = { title: null, units: 0 }
const STATUTE = new Set<string>(['part', 'chapter', 'division'])
/** 要 应 可 须 as verbs, not inside 主要 重要 应用 应急 可持续 … */
const MODAL =
  /(?<![主重需必纲摘概紧首扼撮机次])要(?![素点求件闻害塞领害约义务旨道])|(?<![供适响效对反相感回呼答顺])应(?![用急对答变届诊聘邀援]|力)|(?<![许认宁尚])可(?!视(?!情|需|[^,、]{1,6}(?:情|需要|实际))|[持靠再信控追行能及溯操复见观比])|应当|必须|不得|严禁|须/

/**
 * The title sentence of a numbered item.
 *
 * A title is a line of its own (一、总体要求), or a first sentence without 要/应/可 that more text follows
 * ((一)指导思想。以…). An item that is one sentence, title and duty at once, has none; 第X条 has at most a caption.
 */
export function readHeading(
  source: SourceText,
  marker: MarkerSpan,
  units: readonly Span[],
  textFollows: boolean,
  inList: boolean,
): Heading {
  const first = units[0]
  if (!first) return NO_TITLE
  const { folded } = source
  const body = source.trim(marker.end, first.end)
  if (body.start >= body.end) return units.length > 1 || textFollows ? { title: null, units: 1 } : NO_TITLE
  if (marker.kind === 'article')
    return caption(source, body, textFollows && units.length === 1, units.length > 1)
  if (STATUTE.has(marker.kind)) return { title: body, units: 1 }
  const closed = /[。；;:!?]$/.test(folded.slice(body.start, body.end))
  const title = closed ? source.trim(body.start, body.end - 1) : body
  const text = folded.slice(title.start, title.end)
  const more = units.slice(1).some((unit) => !isBracket(folded, unit)) || textFollows
  if (!more || (inList && closed) || /[；;]$/.test(folded.slice(first.start, first.end))) return NO_TITLE
  if (!looksLikeTitle(text, closed)) return NO_TITLE
  return { title, units: 1 }
}

/** What a rule says and a title does not: 自…起按…办法参加社会保险 · 允许…,具体按…执行 */
const RULE =
  /^本(?:公告|通知|通告|办法|意见|规定|细则|决定|方案)|^(?:允许|除|凡|经(?!营|济)|对于?.+的)|[自从].+[起后]|免[征缴收]|视同|参照|按(?:照)?.{2,}(?:办法|规定|标准|比例)|给予|予以|享受|继续执行|负有[^,]{0,10}(?:责任|义务)|(?:办公室|小组|指挥部)设[在于]/

/** 市财政局为灾区提供资金: a sentence with a body for its subject */
const SUBJECT =
  /^(?:(?!加强|强化|明确|压实|落实|完善|健全)[\u4e00-\u9fff]){2,16}(?:局|委|部|厅|政府|办公室|委员会|部门|单位|机构)(?:为[^,]+(?:提供|办理)|负责(?!制|人(?![民口才力防居])|同志|任)|牵头|会同|及时|按照|依法|对[^,]+(?:进行|开展|实施|给予|予以))/

/** A bracket behind it (动员阶段(2023年9月15日前)) does not make a title a duty. */
function looksLikeTitle(printed: string, closed: boolean): boolean {
  const text = printed.replace(/\([^()]*\)/g, '')
  if (text.length > 60) return false
  if (
    closed &&
    (MODAL.test(text) ||
      /[\d.]+[%‰]|\d{4}年[^)]*前|^到?\d{4}年|\d[万亿]?[个家项次人亩件座套台条公户名课元场张所辆吨只头株处例支款间栋平宗艘列口眼]|的,|至少|不少于|不低于|^每[年月季学周]|^[两三四五六七八九十\d]+年内|(?:减|缩|降低|提高|提升|增长)一半|翻[一两]番/.test(
        text,
      ))
  )
    return false
  if (closed && ((text.length > 14 && RULE.test(text)) || SUBJECT.test(text))) return false
  const commas = text.split(/[,;:]/).length - 1
  if (!closed) return commas <= 3
  return text.length <= 30 ? commas <= 2 : text.length <= 50 && commas <= 1
}

/** 第三条【适用范围】 · 第三条(适用范围) · 第三条 适用范围, a line of its own above the text · 第三条 申报。申报单位填写… · 第三条 市财政局的主要职责: */
function caption(source: SourceText, body: Span, alone: boolean, more: boolean): Heading {
  const text = source.folded.slice(body.start, body.end)
  const match = /^[【([]([^】)\]]{2,20})[】)\]]/.exec(text)
  if (match)
    return {
      title: { start: body.start + 1, end: body.start + match[0].length - 1 },
      units: alone && match[0].length === text.length ? 1 : 0,
    }
  if (MODAL.test(text)) return NO_TITLE
  const duties = /^[^,。；;:]{2,24}(?:职责|任务)(?=:$)/.exec(text)
  if (alone && duties) return { title: { start: body.start, end: body.end - 1 }, units: 1 }
  if (alone && text.length <= 24 && !/[。；;:!?,]/.test(text)) return { title: body, units: 1 }
  return more && /^[\u4e00-\u9fff]{2,6}。$/.test(text) && !/^[鼓支倡引禁严]/.test(text)
    ? { title: source.trim(body.start, body.end - 1), units: 1 }
    : NO_TITLE
}

const isBracket = (folded: string, unit: Span): boolean =>
  /[(【[]/.test(folded[unit.start] ?? '') &&
  /[)】\]]$/.test(folded.slice(unit.start, unit.end).replace(/[。；;]$/, ''))
