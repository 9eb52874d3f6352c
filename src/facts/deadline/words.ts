import type { Lexicon, WordList } from '../../grammar/index.js'

/** The word lists of grammars/lexicon/times.yaml that decide what a time is there for, and the gate made of them. */
export interface DeadlineWords {
  readonly aim: WordList
  readonly scope: WordList
  readonly onward: WordList
  readonly directive: WordList
  /** Verbs that a count is done by: 2025年(新开工)项目30个 */
  readonly count: WordList
  readonly naming: WordList
  readonly openEnded: WordList
  readonly titles: WordList
  readonly comparing: WordList
  readonly reaching: WordList
  readonly listing: WordList
  readonly doing: WordList
  readonly bareLength: WordList
  readonly events: WordList
  readonly ahead: WordList
  readonly stages: WordList
  readonly benefits: WordList
  readonly self: WordList
  readonly inForce: WordList
  readonly noDurationBefore: WordList
  readonly noDurationAfter: WordList
  /** ,国务院印发《…》 after a time */
  readonly issues: RegExp
  /** ,省委主要领导强调 after a time */
  readonly reports: RegExp
  /** 市政府常务会议通过 after a day */
  readonly adopts: RegExp
  /** Where a time may begin: a cheap look before the grammar is run. */
  readonly gate: RegExp
  /** The same where a text holds an event, 春节前. */
  readonly eventGate: RegExp
  /** 春节前 · 主汛期来临之前 */
  readonly event: RegExp
}

const made = new WeakMap<Lexicon, DeadlineWords>()

export function deadlineWords(lexicon: Lexicon): DeadlineWords {
  let words = made.get(lexicon)
  if (!words) {
    const list = (name: string): WordList => lexicon.list(`times.${name}`)
    words = {
      aim: list('aim'),
      scope: list('scope'),
      onward: list('onward'),
      directive: lexicon.list('verbs.directive'),
      count: lexicon.list('measures.count'),
      naming: list('naming'),
      openEnded: list('open-ended'),
      titles: list('titles'),
      comparing: list('comparing'),
      reaching: list('reaching'),
      listing: list('listing'),
      doing: list('doing'),
      bareLength: list('bare-length'),
      events: list('events'),
      ahead: list('ahead'),
      stages: list('stages'),
      benefits: list('benefits'),
      self: list('self'),
      inForce: list('enters-into-force'),
      noDurationBefore: list('no-duration-before'),
      noDurationAfter: list('no-duration-after'),
      issues: new RegExp(`^,?[^;。]{0,24}(?:${anyOf(list('issued'))})了?《`),
      reports: new RegExp(`^,?[^;。]{0,24}(?:${anyOf(list('reported'))})`),
      adopts: new RegExp(`^[^,;。()]{0,20}(?:${anyOf(list('adopted'))})(?:[,;。)]|$)`),
      gate: gateOf(list, false),
      eventGate: gateOf(list, true),
      event: new RegExp(eventOf(list)),
    }
    made.set(lexicon, words)
  }
  return words
}

const NUMERAL = '〇零○◯一二两三四五六七八九十百'
/** What else the patterns of the gate begin with. */
const FIRST = `自从"'“‘「『年月全上下首前第季按每即半双次翌当本今未此利用经通`

/** The words as alternatives of a pattern, the longest first. */
const anyOf = (...lists: readonly WordList[]): string =>
  lists
    .flatMap(({ words }) => [...words])
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('|')

/** An event and what follows it: 主汛期来临(前) */
const eventOf = (list: (name: string) => WordList): string =>
  `(?:${anyOf(list('yearly-events'))})(?:来临|到来|开始|结束)?(?=[之以]?前)`

function gateOf(list: (name: string) => WordList, events: boolean): RegExp {
  const any = (...names: string[]): string => anyOf(...names.map(list))
  const counted =
    '(?:年|月|日|号|天|周|星期|季|小时|分钟|工作日|自然日|日历日|学年|个 ?(?:半|工作日|自然日|日历日|月|小时|季度|学期|星期))'
  const number = `(?<!\\d)\\d{1,4}|(?<![${NUMERAL}])[${NUMERAL}]{1,5}`
  const cores = [
    `(?:${number}) *(?:[-~至到、]-? *(?:\\d{1,4}|[${NUMERAL}]{1,4}) *)?${counted}`,
    '(?<!\\d)\\d{4}[./-]\\d',
    any('this-year', 'next-year', 'year-after-next', 'last-year'),
    `["'“‘「『]?(?:${any('plans')})`,
    '一(?:季度?|[年月周日天])(?=一)|双月|[年月][底末]|全年|年[内终]|[上下]半年|[首前][三3]?季|第[一二三四1-4]季|季度?[末底]|按[年月季周半]|每[年季月周日天半个隔旬学工小星几双\\d 一二两三四五六七八九十]|即日|半[年个小]|[次下翌当本]月|当[日天]',
    `(?:今后|未来|此后|利用|用|经过|通过) *[\\d${NUMERAL}]`,
    '(?<=[自从在于])[^,;:。()!?《》\\n\\r]{2,40}?之日[起后内]',
    ...(events ? [eventOf(list)] : []),
  ]
  const names = ['reach', 'this-year', 'next-year', 'year-after-next', 'last-year', 'plans']
  const words = [...names, ...(events ? ['yearly-events'] : [])].flatMap((name) =>
    [...list(name).words].map((word) => word.charAt(0)),
  )
  const first = [...new Set([...words, ...NUMERAL, ...FIRST])].join('').replace(/[\\\]^-]/g, '\\$&')
  // Most characters begin no time: one look ahead (or back, for …之日) spares them all the rest.
  const begins = `(?:(?=[${first}\\d])|(?<=[自从在于]))`
  return new RegExp(`${begins}(?:(?:${any('reach')}|自|从) *)?(?:${cores.join('|')})`, 'g')
}
