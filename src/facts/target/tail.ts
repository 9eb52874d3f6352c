import type { Figure } from '../../grammar/figure.js'
import type { Span } from '../../source/span.js'
import type { Reader } from './head.js'

/** 达到95%以上的目标: words that a figure qualifies without making a condition of it. */
const GOALS = /^的(?:目标|水平|任务|要求|标准|规模(?!以)|指标)/
/** 配备1名保健人员(的标准配齐配强) */
const STANDARD = /的(?:标准|要求|比例|规格)(?![化])/
const ASSIGNMENT = /[(（【][^)）】]{0,200}(?:负责|牵头|责任|配合|完成)/

/**
 * What a figure counts where it stands after it: 3家(绿色示范工厂)和1个… It runs to the end of the clause, or to the sign
 * before the words that lead to the next figure.
 */
export function tailOf(
  { folded, words }: Reader,
  figure: Figure,
  clauseEnd: number,
  next: Figure | undefined,
): Span {
  let start = figure.end
  while (start < clauseEnd && folded[start] === ' ') start++
  if (folded[start] === '的') start++
  let end = clauseEnd
  if (next && next.start < clauseEnd && next.start > start) {
    end = next.start
    const sign = lastSign(folded, start, next.start)
    // 1所(床位不少于500张的公办养老机构)
    if (sign === -1 && isAttribute(folded, next)) end = clauseEnd
    else if (sign !== -1) end = sign
    else {
      const verb = words.count.endingAt(folded, next.start)
      if (verb !== undefined && next.start - verb.length > start) end = next.start - verb.length
    }
  }
  end = beforeVerb(words, folded, start, end)
  const standard = STANDARD.exec(folded.slice(start, end))
  if (standard && standard.index > 0) end = start + standard.index
  const assignment = ASSIGNMENT.exec(folded.slice(start, end))
  if (assignment) end = start + assignment.index
  if (end === clauseEnd) end = parallel(folded, start, end)
  while (end > start && ' 、,(和及与并'.includes(folded.charAt(end - 1))) end--
  return { start, end: Math.max(start, end) }
}

/** 床位不少于500张的: what a thing has. */
const isAttribute = (folded: string, { end, kind }: Figure): boolean =>
  folded[end] === '的' && (kind === 'sortal' || kind === 'measure') && !isGoal(folded, end)

/** 建成100个示范村、(覆盖所有乡镇): a further duty, which no 的 makes part of a name. */
function beforeVerb(words: Reader['words'], folded: string, start: number, end: number): number {
  const sign = folded.slice(start, end).lastIndexOf('、') + start
  if (sign <= start) return end
  if (words.done.at(folded, sign + 1) === undefined && !folded.startsWith('覆盖', sign + 1)) return end
  const rest = folded.slice(sign + 1, end)
  return rest.length > 4 && !/[的和]|一体|为主|[基园场项试工]/.test(rest) ? sign : end
}

/** …争创省长质量奖,中国质量奖: a comma in place of 、 where a short phrase with the same last word follows. */
function parallel(folded: string, start: number, end: number): number {
  if (folded[end] !== ',' || end - start < 4) return end
  const next = /^,([^,，;。、\d]{3,10})(?=[,;。]|$)/.exec(folded.slice(end, end + 13))
  return next?.[1]?.endsWith(folded.slice(end - 3, end)) ? end + next[0].length : end
}

/** Whether nothing that the figure could count comes after it. */
export const isClosed = (folded: string, at: number): boolean =>
  /^(?:$|[\s,，;:。、!?()）”]|大关)/.test(folded.slice(at, at + 2))

/** 80%以上的(县…) or 98%以上(的目标): whether a goal word closes the figure. */
export const isGoal = (folded: string, at: number): boolean => GOALS.test(folded.slice(at, at + 5))

function lastSign(folded: string, start: number, end: number): number {
  for (let at = end - 1; at > start; at--) if ('、和及与并'.includes(folded.charAt(at))) return at
  return -1
}
