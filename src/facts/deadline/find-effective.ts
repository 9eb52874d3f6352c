import { addDays, afterYears, iso, parseIso } from '../../grammar/calendar.js'
import { readAmount, readTime } from '../../grammar/parse-time.js'
import { resolveTime } from '../../grammar/resolve-time.js'
import type { TimeNode } from '../../grammar/time-nodes.js'
import type { Span } from '../../source/span.js'
import type { FactContext } from '../context.js'
import { UNIT_CUES } from '../unit-cues.js'

/** From when and until when a document is in force, as ISO dates. */
export interface Effective {
  readonly on: string | null
  readonly until: string | null
}

const SELF = 'times.self'
const CUE = UNIT_CUES.pattern(/施行|实施|执行|生效|试行|有效/)
// 自2019年1月1日起 · 自印发之日起30日后 · 从发布之日起 · 自即日起
const FROM = /[自从于](?! ?\d{0,3}[个工])/g
const FROM_ISSUE =
  /^[自从](?:[^,;。:、()]{0,8})(?:印发|发布|公布|颁布|下发|发文|签发)之日起(?:满)?(\d{1,3})?(?:(?:个工作)?日后)?/
// 有效期5年 · 有效期至2025年12月31日 · 试行期2年 · 执行至2025年底
const UNTIL =
  /(?:有效期限?|有效时间|试行期限?|实施期限?|执行期限?|施行期限?|暂定)(?:限|为|暂定|:|是)*|有效至|(?:执行|实施|施行)(?=至)/g

/**
 * 本办法自2019年1月1日起施行,有效期5年 → on 2019-01-01, until 2023-12-31. Null where the text says neither of the
 * document itself; a law that it names (《…法》自…起施行) is not it.
 */
export function findEffective(
  context: FactContext,
  span: Span,
  cues = UNIT_CUES.in(context.source.folded, span.start, span.end),
): Effective | null {
  if (!CUE.may(cues)) return null
  const text = context.source.folded.slice(span.start, span.end)
  if (!CUE.test(cues, text) || !speaksOfItself(context, text)) return null
  const on = startOf(context, text)
  const until = endOf(context, text, on)
  return on === null && until === null ? null : { on, until }
}

/** 本办法自…起施行 · 自发布之日起施行 */
function speaksOfItself({ lexicon }: FactContext, text: string): boolean {
  const self = lexicon.list(SELF)
  for (let at = text.indexOf('本'); at >= 0; at = text.indexOf('本', at + 1))
    if (self.at(text, at)) return true
  return /^(?:[第\d一二三四五六七八九十百条、.() ]*|有效期.*)(?:自|从|有效期)/.test(text.slice(0, 40))
}

function startOf(context: FactContext, text: string): string | null {
  const own = parseIso(context.referenceDate)
  FROM.lastIndex = 0
  for (let match = FROM.exec(text); match; match = FROM.exec(text)) {
    const rest = text.slice(match.index, match.index + 60)
    const issue = FROM_ISSUE.exec(rest)
    if (issue && inForce(context, rest.slice(issue[0].length))) {
      return own && iso(issue[1] ? addDays(own, Number(issue[1])) : own)
    }
    const node = readTime(text, match.index, context.lexicon)
    if (!node || !inForce(context, text.slice(node.end, node.end + 20))) continue
    const date = dateOf(context, node)
    if (date) return date
  }
  return null
}

/** 起施行 follows within a few signs. */
function inForce({ lexicon }: FactContext, rest: string): boolean {
  const words = lexicon.list('times.enters-into-force')
  const from = /^[ ,起]*(?:正式|试|开始|全面|在全[国省市县区])*/.exec(rest)?.[0].length ?? 0
  return words.at(rest, from) !== undefined
}

function dateOf({ referenceDate }: FactContext, node: TimeNode): string | null {
  const { value } = resolveTime(node, { referenceDate, year: null, month: null })
  return value.from ?? value.until
}

function endOf(context: FactContext, text: string, on: string | null): string | null {
  UNTIL.lastIndex = 0
  for (let match = UNTIL.exec(text); match; match = UNTIL.exec(text)) {
    let at = match.index + match[0].length
    while (text[at] === ' ') at++
    const node = readTime(text, at, context.lexicon)
    if (node?.type === 'instant' || node?.type === 'stretch') return dateEnd(context, node)
    const years = readAmount(text, at, '年')
    if (years === null) continue
    const from = parseIso(on)
    return from && iso(afterYears(from, years))
  }
  const stretch = /[自从]/.exec(text)
  const node = stretch && readTime(text, stretch.index, context.lexicon)
  return node?.type === 'stretch' && inForce(context, text.slice(node.end, node.end + 20))
    ? dateEnd(context, node)
    : null
}

const dateEnd = ({ referenceDate }: FactContext, node: TimeNode): string | null =>
  resolveTime(node, { referenceDate, year: null, month: null }).value.until
