import { type Bound, comparatorOf } from '../../grammar/bound.js'
import type { Figure } from '../../grammar/figure.js'
import type { Span } from '../../source/span.js'
import type { Target } from '../../tree/nodes.js'
import type { Dismissed, Reason } from './dismiss.js'
import type { Found } from './found.js'
import { afterPurpose, beforeTime, headStart, type Reader, spanAfter, verbEnd } from './head.js'
import type { InheritedVerb } from './inherit.js'
import type { Item } from './items.js'
import type { Setting } from './setting.js'

/** One figure with what surrounds it. */
export interface Reading {
  readonly figure: Figure
  readonly bound: Bound
  readonly clause: Span
  /** The figure after it in the clause. */
  readonly next: Figure | undefined
  /** Where the words that belong to it begin at the earliest. */
  readonly cursor: number
}

/** What is known besides the reading itself when a target is written down. */
interface Details {
  readonly base?: Figure | null
  readonly subject?: string
  readonly needsCompany?: boolean
  /** Where the time ends that it is paired with. */
  readonly at?: number
}

/** What carries on from one figure of a unit to the next: the verb of an enumeration, the last metric. */
export class State {
  readonly found: Found[] = []
  readonly dismissed: Dismissed[] = []
  /** The verb that an enumeration opened with: 培育…3项、…10项. */
  verb: string | null = null
  /** The place that an enumeration opened with: 示范基地葡萄8万亩、红枣2万亩. */
  container: string | null = null
  previous: Found | null = null
  lastClause: Span | null = null
  /** What the clause before is about, where it says nothing of it: 26条(黑臭水体), */
  topic: Span | null = null
  /** 每10万人口 · 每座: what the figures of the clause are counted by. */
  perHead = ''

  constructor(
    readonly reader: Reader,
    readonly setting: Setting,
    /** The verb of the part of the line before the unit, where ； cut an enumeration. */
    readonly before: () => InheritedVerb | null,
    /** What a part of the line before the unit measured in the unit of the figure. */
    readonly metricBefore: (figure: Figure) => string | null,
  ) {}

  dismiss(figure: Figure, reason: Reason): void {
    this.dismissed.push({ start: figure.start, end: figure.end, reason })
  }

  /** The words of the metric before a figure. */
  head(cursor: number, bound: Bound, rate: boolean): Span {
    const { folded } = this.reader
    const close = beforeTime(this.reader, bound.start)
    let start = headStart(this.reader, cursor, close)
    if (rate) start = headStart(this.reader, afterPurpose(folded, start, close), close)
    let end = close
    const compared = COMPARED.exec(folded.slice(start, end))
    if (compared) end = start + compared.index
    while (end > start && isLoose(folded, end)) end--
    // 成交额(实现)翻番
    if (end - start > 4 && folded.startsWith('实现', end - 2)) end -= 2
    return { start: afterExamples(folded, start, end), end }
  }

  /** 每10万人口执业医师达到8人、(注册护士)达到12人: what the first was counted by, '' where nothing carries on. */
  each(head: Span, cursor: number): string {
    const { folded } = this.reader
    const place = /^全[国省市县区州](?=每)/.test(folded.slice(head.start, head.start + 3)) ? 2 : 0
    if (folded[head.start + place] === '每') {
      const from = head.start + place
      this.perHead = PER_HEAD.exec(folded.slice(from, Math.min(head.end, from + 16)))?.[0] ?? ''
      return ''
    }
    return this.perHead !== '' && folded.slice(cursor, head.start).includes('、') ? this.perHead : ''
  }

  /** The verb that a head opens with, or ''. */
  verbOf(head: Span): string {
    return this.words(head.start, verbEnd(this.reader, head.start, head.end))
  }

  /** The words of an item, those that it shares at the end. */
  itemText(item: Item): string {
    return (
      this.words(item.start, item.end) + (item.shared ? this.words(item.shared.start, item.shared.end) : '')
    )
  }

  /** The text between two offsets without times and 至少. */
  words(start: number, end: number): string {
    const { text, times } = this.reader
    let out = ''
    let at = start
    for (let index = spanAfter(times, start); index < times.length; index++) {
      const time = times[index] as Span
      if (time.start >= end) break
      if (time.start < at || time.end > end) continue
      out += text.slice(at, time.start)
      at = time.end
    }
    return (out + text.slice(at, Math.max(at, end))).replace(/(?:至少|最少|不少于)(?![\d０-９])/g, '').trim()
  }

  add(rule: string, metric: string, span: Span, figure: Figure, bound: Bound, details: Details = {}): void {
    const { comparator, bound: limit } = comparatorOf(figure, bound)
    const { value } = figure
    const nought = value === 0 && figure.unit === null
    const target: Target = {
      type: 'target',
      start: span.start,
      end: span.end,
      metric,
      comparator: nought ? '=' : comparator,
      value,
      unit: nought && /(?:率|比例|比重|占比)$/.test(metric) ? '%' : this.printedUnit(figure),
      bound: limit,
      from: details.base && typeof details.base.value === 'number' ? details.base.value : null,
      to: details.base && typeof value === 'number' ? value : null,
      at: details.at ?? figure.start,
      rule: `target.${rule}`,
    }
    this.previous = {
      target,
      figure,
      subject: details.subject ?? metric,
      headEnd: bound.start,
      needsCompany: details.needsCompany ?? false,
    }
    this.found.push(this.previous)
  }

  /** 套（间） keeps its brackets as printed. */
  private printedUnit({ unit, valueEnd }: Figure): string | null {
    return unit?.includes('(') ? this.reader.text.slice(valueEnd - unit.length, valueEnd) : unit
  }
}

const PER_HEAD =
  /^每(?:(?:[\d.]+|[百千万亿]+)[百千万亿]*(?:名|个|户|位)?(?:(?:常住|户籍|城镇|农村|老年)?(?:人口|居民|老年人|劳动力|就业人员|人))?|[座家所名处条辆台户班](?=.{2}))/

/** 能耗(比2020年)下降… · (与上年相比)… */
const COMPARED = /(?:[比较与同][^,，;。、比较与同]{0,14}(?:相比|年底|年末|年初|年|期|初|末|上年|去年|前))$/

/** Signs and words that stand between metric and figure and belong to neither: …等20项 */
function isLoose(folded: string, end: number): boolean {
  const last = folded.charAt(end - 1)
  return ' 、,:占的'.includes(last) || (last === '等' && !'均平同高中初'.includes(folded.charAt(end - 2)))
}

/** An enumeration of this many things before 等 only gives examples. */
const EXAMPLES = 4

/** 5A级景区、…、中国质量奖等(高端品牌)新增5个: after a long list of examples the name of the class is the metric. */
function afterExamples(folded: string, start: number, end: number): number {
  const close = start + folded.slice(start, end - 1).lastIndexOf('等')
  if (close <= start || '部单县市级'.includes(folded.charAt(close + 1))) return start
  const examples = folded.slice(start, close)
  // 蔬菜、水果等产品中农药、…等药物的合格率: of one thing in another
  if (examples.includes('等')) return start
  if (examples.split('、').length <= EXAMPLES || folded.slice(close, end).includes('、')) return start
  return close + 1
}
