import { fold } from '../source/fold.js'
import type { SourceText } from '../source/source-text.js'
import type { PlacedLine } from './body.js'
import { stripTail } from './recognise.js'

const squeeze = (text: string): string => text.replace(/[\s\u3000]+/g, '')

/** Every title-like line before the body, split titles joined. */
export function titleLines(source: SourceText, head: readonly PlacedLine[]): string[] {
  return head.flatMap((_, at) => {
    const range = titleAt(head, at)
    return range ? [joined(source, head, range)] : []
  })
}

/**
 * The policy's own title: the last title before the body, over as many lines as it takes.
 * The index table's title stands in where no line is one, or where the line found is only its end.
 */
export function readTitle(
  source: SourceText,
  head: readonly PlacedLine[],
  fieldTitle: string | null,
): string | null {
  const issued = issuedUnderItsName(source, head)
  if (issued !== null) return issued
  for (let at = head.length - 1; at >= 0; at--) {
    const range = titleAt(head, at)
    if (!range) continue
    const title = withoutNumber(joined(source, head, range))
    if (
      fieldTitle &&
      squeeze(fieldTitle).endsWith(squeeze(title)) &&
      isSplitOf(source, head, range, fieldTitle)
    )
      return fieldTitle
    return title
  }
  return fieldTitle
}

/** 现将《…民生实事》印发给你们 … 民生实事: a line of its own that the notice before it names, whatever its last word. */
function issuedUnderItsName(source: SourceText, head: readonly PlacedLine[]): string | null {
  const names = new Set<string>()
  let title: string | null = null
  for (const { line, shape } of head) {
    if (shape === 'short' && names.has(squeeze(line.folded))) title = source.slice(line)
    for (const [, name = ''] of line.folded.matchAll(/《([^《》]{4,60})》/g)) names.add(squeeze(name))
  }
  return title
}

/** 关于印发某方案的通知 with a text of its own: the title of what it covers, where that follows it. */
export function coveredTitle(
  source: SourceText,
  after: readonly PlacedLine[],
  notice: string,
): string | null {
  const covered = /印发(.{4,80})的通知$/.exec(bare(fold(notice)))?.[1]
  if (covered === undefined) return null
  const own = after.find(({ line, part }) => part === 'page' && bare(line.folded) === covered)
  return own ? source.slice(own.line) : null
}

const bare = (text: string): string => squeeze(text).replace(/[《》〈〉<>]/g, '')

interface Range {
  readonly from: number
  readonly to: number
}

function titleAt(head: readonly PlacedLine[], at: number): Range | null {
  const { shape } = head[at] as PlacedLine
  if (shape !== 'title') return null
  let to = at
  if (
    /^\([^()]{2,30}\)$/.test(head[at + 1]?.line.folded ?? '') &&
    !/年\d+月/.test(head[at + 1]?.line.folded ?? '')
  )
    to++
  const from = firstFragment(head, at)
  return { from, to }
}

/** Where a split title begins: 国务院办公厅关于加快发展 / 体育竞赛表演产业的指导意见 */
function firstFragment(head: readonly PlacedLine[], at: number): number {
  const opens = /关于|印发|转发/
  const here = head[at]?.line.folded ?? ''
  if (/^.{0,30}(?:关于|印发|转发)/.test(here)) {
    let from = at
    while (head[from - 1]?.shape === 'organ') from--
    return from
  }
  // 某市 / 2024年度食品安全工作责任清单
  if (/^[\u4e00-\u9fff]{2,11}(?:省|市|区|县|旗|州|盟)$/.test(head[at - 1]?.line.folded ?? '')) return at - 1
  if (stripTail(here).length <= 8 && /^(?:short|title)$/.test(head[at - 1]?.shape ?? '')) return at - 1
  for (let from = at - 1; from >= 0 && from >= at - 3; from--) {
    const above = head[from] as PlacedLine
    const { folded } = above.line
    if (above.shape !== 'short' || folded.length > 60 || /[:。|>]| {3}|\d{4}[-/]\d/.test(folded)) break
    if (opens.test(folded))
      return from > 0 && firstFragment(head, from) < from ? firstFragment(head, from) : from
  }
  return at
}

function isSplitOf(source: SourceText, head: readonly PlacedLine[], range: Range, whole: string): boolean {
  let text = joined(source, head, range)
  for (let from = range.from; from >= 0 && squeeze(text).length < squeeze(whole).length;) {
    from--
    const above = head[from]
    if (!above) return false
    text = source.slice(above.line) + text
  }
  return squeeze(text) === squeeze(whole)
}

const joined = (source: SourceText, head: readonly PlacedLine[], { from, to }: Range): string =>
  head
    .slice(from, to + 1)
    .map(({ line }) => source.slice(line))
    .join('')

/** …实施意见(新党发(2018)6号) → …实施意见 · 《…意见》 → …意见 */
const withoutNumber = (title: string): string =>
  (/^(?:[^《》]*印发)?《([^《》]*)》$/.exec(title)?.[1] ?? title).replace(
    /[（(][^（()）]{1,16}[（(〔[]\d{4}[）)〕\]]\d+号[）)]$/,
    '',
  )
