import type { SourceText } from '../../source/source-text.js'
import type { NameWords } from './words.js'

const SHORT = /^以下(?:统一)?(?:简称|统称|称)(?:为)?[:"“”'‘’]*([^"“”'‘’()《》、,;。]{2,20})["“”'‘’]*\)/
const MAX = 40

/**
 * Short names that the text itself explains, with the full name:
 * 市政府成立全市营商环境工作领导小组(以下简称领导小组) → 领导小组 is 全市营商环境工作领导小组. Null where two are explained alike.
 */
export function explainedNames({ folded }: SourceText, words: NameWords): Map<string, string | null> {
  const names = new Map<string, string | null>()
  for (let at = folded.indexOf('(以下'); at >= 0; at = folded.indexOf('(以下', at + 1)) {
    const short = SHORT.exec(folded.slice(at + 1, at + 1 + MAX))?.[1]
    if (short === undefined) continue
    const start = nameStart(folded, at, words)
    const full = folded.slice(start, at)
    if (full.length <= short.length || full.at(-1) !== short.at(-1) || !isOpening(folded, start, words))
      continue
    const known = names.get(short)
    names.set(short, known === undefined || known === full ? full : null)
  }
  return names
}

/** Where the name that ends at `end` begins: behind a sign, or behind a verb or preposition (成立 由 在). */
export function nameStart(folded: string, end: number, words: NameWords): number {
  const stop = Math.max(0, end - MAX)
  let quoted = false
  for (let pos = end; pos > stop; pos--) {
    const sign = folded[pos - 1] as string
    if (sign === '”') quoted = true
    else if (sign === '“') quoted = false
    else if (!quoted && (!/[\u3400-\u9fff\da-zA-Z·]/.test(sign) || isBefore(folded, pos, words))) return pos
  }
  return stop
}

/** 成立 and 经, but not the 经 of 经济. */
function isBefore(folded: string, pos: number, words: NameWords): boolean {
  const word = words.before.endingAt(folded, pos)
  return word !== undefined && (words.field.at(folded, pos - 1)?.length ?? 0) < 2
}

const PLACE = /^[\u3400-\u9fff]{2,7}[省市县区州盟旗]/

/** Whether a full name can begin here: with a level, a region or 各级, or behind 成立. */
export const isOpening = (folded: string, start: number, words: NameWords): boolean =>
  words.setup.endingAt(folded, start) !== undefined ||
  words.level.at(folded, start) !== undefined ||
  words.determiner.at(folded, start) !== undefined ||
  PLACE.test(folded.slice(start, start + 8))
