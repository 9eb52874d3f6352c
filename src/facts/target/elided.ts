import type { WordList } from '../../grammar/index.js'
import type { Span } from '../../source/span.js'
import type { Reader } from './head.js'
import type { State } from './state.js'

/** The words that a metric leaves out, and where they begin if the quote is to hold them. */
export interface Elided {
  readonly words: string
  readonly start: number | null
}

/** A metric this long says enough by itself. */
const SHORT = 8

/** What must be left of the metric before, in the same clause and in the next. */
const NEAR = 2
const FAR = 4

/**
 * What a metric leaves out that names only work or a quality: 完成率 · 畅通率 · 保存期限. It was said in the topic before
 * it (26条黑臭水体,完成率…), in the metric before it, or as the object of the verb (保存交易记录,保存期限…).
 */
export function elided(state: State, head: Span, clause: Span): Elided | null {
  const { reader, previous, topic } = state
  if (head.end - head.start > SHORT || head.end <= head.start) return null
  const period = objectOf(state, head)
  if (period) return period
  if (bareFrom(reader, head) !== head.start) return null
  if (topic) return { words: state.words(topic.start, topic.end), start: null }
  if (!previous) return null
  const { metric, start } = previous.target
  const bare = bareFrom({ ...reader, folded: metric }, { start: 0, end: metric.length })
  const least = start >= clause.start ? NEAR : FAR
  return bare !== null && bare >= least ? { words: metric.slice(0, bare), start: null } : null
}

/** Where the share's name begins with up to `most` words of work and quality before it; null where it is no share. */
export function bareFrom(
  { folded, words }: Reader,
  { start, end }: Span,
  list: WordList = words.quality,
  most = Number.POSITIVE_INFINITY,
): number | null {
  const noun = words.rateNoun.endingAt(folded, end)
  if (noun === undefined) return null
  let at = end - noun.length
  for (
    let word = list.endingAt(folded, at), count = 0;
    word !== undefined && at - word.length >= start && count < most;
    word = list.endingAt(folded, at), count++
  ) {
    at -= word.length
  }
  return at < end - noun.length ? at : null
}

const PERIODS: ReadonlySet<string> = new Set(['时间', '期限', '时限', '年限', '时长'])

/** 留存(数据调用日志),留存时间不少于6个月 */
function objectOf(state: State, head: Span): Elided | null {
  const { reader, lastClause } = state
  if (!lastClause || state.previous) return null
  const { folded } = reader
  const noun = reader.words.timeNoun.endingAt(folded, head.end)
  if (noun === undefined || !PERIODS.has(noun) || head.end - noun.length - head.start !== 2) return null
  const verb = folded.slice(head.start, head.start + 2)
  const at = folded.slice(lastClause.start, lastClause.end).lastIndexOf(verb)
  if (at === -1 || reader.words.directive.endingAt(folded, lastClause.start + at) !== undefined) return null
  let start = lastClause.start + at + 2
  // 审批制度改革,审批时间…: a noun
  if (/^(?:制度|流程|环节|事项|改革|程序|服务|系统|平台|工作|机制|权)/.test(folded.slice(start, start + 2)))
    return null
  if ('好了下'.includes(folded.charAt(start))) start++
  const length = lastClause.end - start
  return length >= 2 && length <= 20 ? { words: state.words(start, lastClause.end), start } : null
}
