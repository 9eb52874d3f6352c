import type { Lexicon } from '../grammar/index.js'
import { isDay, iso } from '../grammar/calendar.js'
import { chineseNumber } from '../grammar/chinese-number.js'
import type { SourceText } from '../source/source-text.js'
import type { Span } from '../source/span.js'
import type { FrontMatter } from '../tree/nodes.js'
import type { PlacedLine } from './body.js'
import { findDocumentNumbers } from './document-number.js'
import { readFields } from './fields.js'
import { coveredTitle, readTitle, titleLines } from './title.js'

const DATE =
  /(\d{4}|[一二三四五六七八九〇零OО○0]{4}) *[年/.-] *(\d{1,2}|[一二三四五六七八九十]{1,3}) *[月/.-] *(\d{1,2}|[一二三四五六七八九十]{1,3})(?: *日)?(?!\d)/

/**
 * The seven document fields, from the index table, the title lines, the addressees and the signature.
 *
 * Where sources differ: the signature and the title name the issuer better than a site's own field; the policy's own
 * title goes before that of the notice that covers it; 成文日期 goes before the date under the signature.
 */
export function readFrontMatter(
  source: SourceText,
  placed: readonly PlacedLine[],
  lexicon: Lexicon,
): FrontMatter {
  const page = placed.filter(({ part }) => part === 'page')
  const firstBody = placed.findIndex(({ part }) => part !== 'page')
  const head = firstBody < 0 ? placed : placed.slice(0, firstBody)
  const fields = new Map<string, Span>()
  const dated = new Set<PlacedLine>()
  for (const [at, placedLine] of head.entries()) {
    for (const { name, value } of readFields(source, placedLine.line, head[at + 1]?.line, lexicon)) {
      if (name !== 'publishedOn' && DATE.test(source.folded.slice(value.start, value.end)))
        dated.add(placedLine)
      const usable = value.start < value.end && fits(name, source.folded.slice(value.start, value.end))
      if (usable && !fields.has(name)) fields.set(name, value)
    }
  }
  const text = (span: Span | undefined): string | null => (span ? source.slice(span) : null)
  const titles = titleLines(source, head)
  const fieldTitle = text(fields.get('title'))
  const title = readTitle(source, head, fieldTitle)
  const signature = readSignature(source, placed, lexicon) ?? readImprint(source, placed, lexicon)
  const published =
    dateIn(source, fields.get('publishedOn')) ?? pageDate(head.filter((line) => !dated.has(line)))
  const indexed = fields.get('documentNumber')
  const promulgated = readPromulgation(source, head)
  const addressee = head.find(({ shape }) => shape === 'addressee')?.line
  return {
    title: (title && coveredTitle(source, placed.slice(head.length), title)) ?? title,
    documentNumber: documentNumber(source, indexed, head) ?? promulgated?.number ?? null,
    issuers: issuers(
      source,
      head,
      signature,
      [fieldTitle, ...titles],
      { field: fields.get('issuer'), promulgator: promulgated?.issuer },
      lexicon,
    ),
    addressees: addressee ? source.slice(source.trim(addressee.start, addressee.end - 1)) : null,
    issuedOn:
      dateIn(source, fields.get('issuedOn')) ??
      signature.date ??
      standaloneDate(head, page) ??
      promulgated?.date ??
      null,
    publishedOn: published,
    indexNumber: text(fields.get('indexNumber')),
  }
}

const fits = (name: string, folded: string): boolean => {
  if (name === 'issuedOn' || name === 'publishedOn') return DATE.test(folded)
  if (name === 'indexNumber') return /^[\w./() -]*\d[\w./() -]*$/.test(folded)
  if (name === 'documentNumber') return /\d+ ?号/.test(folded)
  return true
}

function documentNumber(
  source: SourceText,
  field: Span | undefined,
  head: readonly PlacedLine[],
): string | null {
  if (field) {
    const found = findDocumentNumbers(source.folded, field.start, field.end)[0]
    return source.slice(found ?? field)
  }
  const order = orderNumber(head)
  if (order) return order
  const own = head.find(({ shape }) => shape === 'number')?.line
  if (own)
    return source
      .slice(own)
      .replace(/^[(（]|[)）]$/g, (sign, at: number) => (at === 0 || own.folded.startsWith('(') ? '' : sign))
  for (const { line, shape } of head) {
    if (shape === 'promulgation' || shape === 'prose') continue
    const found = findDocumentNumbers(source.folded, line.start, line.end)[0]
    if (found) return source.slice(found)
  }
  return null
}

/** 某市人民政府令 / 第338号 · 某部令 / 2019年第5号: the number of an order over two lines. */
function orderNumber(head: readonly PlacedLine[]): string | null {
  const at = head.findIndex(({ line }) =>
    /^[(]?(?:\d{4} ?年 ?)?第 ?[\d一二三四五六七八九十百]{1,6} ?号[)]?$/.test(line.folded),
  )
  const above = head[at - 1]?.line.folded
  return above && /(?:令|公告)$/.test(above) ? `${above}${head[at]?.line.folded}` : null
}

interface Signature {
  readonly names: readonly string[]
  readonly date: string | null
}

/** The bodies that sign, one or several lines of them, and the date under them. */
function readSignature(
  source: SourceText,
  placed: readonly PlacedLine[],
  lexicon: Lexicon,
): Signature | null {
  for (let at = 1; at < placed.length; at++) {
    const { line, shape, part } = placed[at] as PlacedLine
    if (part !== 'page' || shape !== 'date') continue
    const names: string[] = []
    for (
      let before = at - 1;
      before >= 0 && placed[before]?.shape === 'organ' && placed[before]?.part === 'page';
      before--
    ) {
      names.unshift(...splitNames(source.slice((placed[before] as PlacedLine).line), lexicon))
    }
    if (names.length > 0) return { names, date: isoDate(line.folded) }
  }
  return null
}

const IMPRINT = /^(?:(.{3,40}?) +)?\d{4}年\d{1,2}月\d{1,2}日印发$/

/** 某市人民政府办公室  2023年8月30日印发, on one line or two: where nobody signs, who printed it and when. */
function readImprint(source: SourceText, placed: readonly PlacedLine[], lexicon: Lexicon): Signature {
  const at = placed.findLastIndex(({ line, part }) => part === 'page' && IMPRINT.test(line.folded))
  const imprint = placed[at]
  if (!imprint) return { names: [], date: null }
  const { line } = imprint
  const name = IMPRINT.exec(line.folded)?.[1]
  const above = placed[at - 1]
  const date = isoDate(line.folded)
  if (name !== undefined)
    return { names: splitNames(source.text.slice(line.start, line.start + name.length), lexicon), date }
  return { names: above?.shape === 'organ' ? splitNames(source.slice(above.line), lexicon) : [], date }
}

/** 中共泰安市委 泰安市人民政府 → two; 发展改革委、财政部 → two. */
function splitNames(text: string, lexicon: Lexicon): string[] {
  const ends = lexicon.list('outline.signer')
  const parts = text.split(/[\s\u3000、,，]+/).filter(Boolean)
  const whole = parts.every((part) => part.length >= 3 && ends.endingAt(part, part.length))
  return whole ? parts : [parts.join('')]
}

function issuers(
  source: SourceText,
  head: readonly PlacedLine[],
  signature: Signature,
  titles: readonly (string | null)[],
  { field, promulgator }: { field: Span | undefined; promulgator: string | undefined },
  lexicon: Lexicon,
): string[] {
  if (signature.names.length > 0) return [...signature.names]
  let best: string[] = []
  for (const title of titles) {
    const prefix = /^(.{3,60}?)(?:关于|印发(?=《|$))/.exec(title ?? '')?.[1]?.trim()
    if (!prefix || !lexicon.list('outline.signer').endingAt(prefix, prefix.length)) continue
    const names = splitNames(prefix, lexicon)
    if (names.length > best.length) best = names
  }
  if (best.length > 0) return best
  if (field) return splitNames(source.slice(field), lexicon)
  const order = head
    .map(({ line }) => /^(.{3,30})令(?:\(?第.{1,6}号\)?)?$/.exec(line.folded)?.[1])
    .find(Boolean)
  if (order && lexicon.list('outline.signer').endingAt(order, order.length)) return [order]
  if (promulgator !== undefined) return [promulgator]
  const printer = head.find(({ line }) => /^.{3,60}印发$/.test(line.folded))
  if (printer) return splitNames(source.slice(printer.line).replace(/印发$/, '').trim(), lexicon)
  const lone = head.filter(({ shape }) => shape === 'organ')
  return lone.length === 1 ? splitNames(source.slice((lone[0] as PlacedLine).line), lexicon) : []
}

/** (2007年3月16日某市人民政府令第12号公布) · 2018年6月29日 中华人民共和国国务院令第700号公布 */
const PROMULGATED =
  /(\d{4}年\d{1,2}月\d{1,2}日) *(?:([\u4e00-\u9fff]{2,20}?)令 ?\(?第? ?\d+ ?号\)?|([\u4e00-\u9fff]{2,20}?)) *(?:公布|发布|颁布)/

interface Promulgation {
  readonly issuer: string | undefined
  readonly number: string | null
  readonly date: string | null
}

/** The line under the title of a law or rule that says when, by whom and by which order it was made known. */
function readPromulgation(source: SourceText, head: readonly PlacedLine[]): Promulgation | null {
  for (const { line } of head) {
    if (!/^[(\d]/.test(line.folded) || line.folded.endsWith('。')) continue
    const match = PROMULGATED.exec(line.folded)
    if (!match) continue
    const [whole, date, orderer, publisher] = match
    const start = line.start + match.index
    const text = source.slice({ start, end: start + whole.length })
    const number = orderer === undefined ? null : text.slice((date as string).length).trim()
    return {
      issuer: orderer ?? publisher,
      number: number && number.replace(/ *(?:公布|发布|颁布)$/, ''),
      date: isoDate(date as string),
    }
  }
  return null
}

/** (2018年3月19日) under the title, or a date line behind the body. */
function standaloneDate(head: readonly PlacedLine[], page: readonly PlacedLine[]): string | null {
  const own = [...head, ...page].find(({ shape, line }) => shape === 'date' && /年/.test(line.folded))
  return own ? isoDate(own.line.folded) : null
}

/** 来源   2018/11/28   0 · 2018-03-20 · 发布时间:2019-09-10 11:11 */
function pageDate(head: readonly PlacedLine[]): string | null {
  for (const { line } of head) {
    const match = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(line.folded)
    if (match && line.folded.length < 60) return isoDate(match[0])
  }
  return null
}

const dateIn = (source: SourceText, span: Span | undefined): string | null =>
  span ? isoDate(source.folded.slice(span.start, span.end)) : null

function isoDate(folded: string): string | null {
  const match = DATE.exec(folded)
  if (!match) return null
  const [year, month, day] = [match[1], match[2], match[3]].map((part) => numeral(part as string))
  if (!year || month == null || day == null || !isDay({ year, month, day })) return null
  return iso({ year, month, day })
}

const numeral = (text: string): number | null =>
  /^\d+$/.test(text) ? Number(text) : chineseNumber(text.replace(/[OО○0]/g, '〇'))
