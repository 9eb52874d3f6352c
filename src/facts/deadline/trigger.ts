import type { Surroundings } from './surroundings.js'

/** What a length of time runs from, and where its quote then begins. */
export interface Trigger {
  readonly runsFrom: string
  readonly start: number
}

// 在险情、灾情消除后 · 自接到投诉、举报起
const LED = /([自从于在])([^,;。:()自从于在]{2,24}(?:[后前]|起))[的 ]?(?:在 ?)?$/
// 竣工验收后 · 受理之日起 · 事发
const UNLED = /(?:^|[,;。:、()]|应当|应|须|要|可)([^,;。:、()自从于在]{1,20}?(?:[后前]|起))[的 ]?(?:在 ?)?$/
// 在事发30分钟内 · 接报1小时内
const SUDDEN = /(?:在|于)?(?:事发|接报|接警|案发|灾发)$/
const ARTICLE = /^第[^ ]{1,6}条 +/
// 在有效期届满 · 许可证有效期届满, before 30日前
const COUNTED_BACK = /(?:^|[,;。:、()]|应当|应|须|要|可|([自从于在]))([^,;。:、()自从于在]{2,20})$/

/**
 * What stands right before a length of time and says what it runs from: 在收到资金后 · 竣工验收后 · 受理之日起 · 届满.
 * The quote begins at its 自/在/于, else at the event (小型水库大坝|竣工验收后5年内); of a phrase that names no event
 * only the length is quoted.
 */
export function triggerOf(around: Surroundings, start: number, countedBack: boolean): Trigger | null {
  const before = around.before(start).replace(ARTICLE, '')
  const sudden = SUDDEN.exec(before)?.[0]
  if (sudden) return { runsFrom: sudden.slice(-2), start: start - sudden.length }
  const led = (countedBack ? COUNTED_BACK : LED).exec(before)
  const lead = led?.[1]
  const phrase = led?.[2] ?? (countedBack ? undefined : UNLED.exec(before)?.[1])
  if (phrase === undefined) return null
  const from = around.folded.lastIndexOf(phrase, start)
  const runsFrom = phrase.endsWith('起') ? phrase.slice(0, -1) : phrase
  if (lead) return { runsFrom, start: from - 1 }
  const event = wholeOrEvent(around, phrase)
  return { runsFrom, start: event === null ? start : from + event }
}

/** Where the quote begins in the phrase: with all of a short one, else with its event. */
function wholeOrEvent({ words }: Surroundings, phrase: string): number | null {
  if (phrase.startsWith('本') || phrase.endsWith('之日起')) return 0
  if (phrase.length < 8) return 0
  for (let at = 0; at < phrase.length; at++) if (words.events.at(phrase, at)) return at
  return null
}
