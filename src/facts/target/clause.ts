import { type Bound, comparatorOf, readBound } from '../../grammar/bound.js'
import type { Figure } from '../../grammar/figure.js'
import { changeFrom } from '../../grammar/parse-quantity.js'
import type { Span } from '../../source/span.js'
import type { Comparator, Target } from '../../tree/nodes.js'
import { type Dismissed, dismissFigure, isClosed, type Reason, type Setting } from './dismiss.js'
import type { Found } from './found.js'
import { afterPurpose, headStart, innerVerbEnd, type Reader, verbEnd } from './head.js'
import { type Item, splitItems } from './items.js'
import { isGoal, tailOf } from './tail.js'

const LEAST = /至少|最少|不少于|不低于/
const WEAK_UNDER = 20
/** The longest name of a thing that a place before it is shared with: 葡萄 红枣 */
const ITEM = 4

/** Figure, bound and metric of one reading. */
interface Reading {
  readonly figure: Figure
  readonly bound: Bound
  readonly clause: Span
  readonly next: Figure | undefined
  readonly cursor: number
}

/** Reads the clauses of a unit in order; verbs and metrics carry on from one figure to the next. */
export class ClauseReader {
  private readonly found: Found[] = []
  private readonly dismissed: Dismissed[] = []
  private readonly reader: Reader
  private readonly setting: Setting
  private readonly before: () => { verb: string; list: boolean } | null
  /** The verb that an enumeration opened with. */
  private verb: string | null = null
  private previous: Found | null = null
  private lastClause: Span | null = null

  constructor(reader: Reader, setting: Setting, before: () => { verb: string; list: boolean } | null) {
    this.reader = reader
    this.setting = setting
    this.before = before
  }

  finish(): { found: Found[]; dismissed: Dismissed[] } {
    const lonely = this.found.filter(({ needsCompany }) => needsCompany)
    const company = lonely.length === 0 || this.found.length > 1 || this.before() !== null
    if (company) return { found: this.found, dismissed: this.dismissed }
    for (const { figure } of lonely) this.dismiss(figure, 'description')
    return { found: this.found.filter(({ needsCompany }) => !needsCompany), dismissed: this.dismissed }
  }

  read(clause: Span, figures: readonly Figure[]): void {
    const count = this.found.length
    let cursor = clause.start
    for (let index = 0; index < figures.length; index++) {
      const figure = figures[index] as Figure
      const bound = readBound(this.reader.folded, cursor, figure, this.reader.words.measures)
      const following = figures[index + 1]
      const base =
        following && changeFrom(this.reader.folded, cursor, figure, following, this.reader.words.measures)
      if (base !== undefined && following) {
        this.target(
          {
            figure: following,
            bound: { ...base.bound, start: base.start },
            clause,
            next: figures[index + 2],
            cursor,
          },
          figure,
        )
        cursor = following.end
        index++
        continue
      }
      const reason = dismissFigure(this.reader, figure, bound, clause, this.setting)
      if (reason !== null) {
        this.dismiss(figure, reason)
        continue
      }
      const group = this.groupOf(figures, index, bound)
      if (group.length > 1 && this.pairs(group, bound, cursor)) {
        index += group.length - 1
        cursor = (group[group.length - 1] as Figure).end
        continue
      }
      const end = this.target({ figure, bound, clause, next: following, cursor }, null)
      if (end !== null) cursor = end
    }
    if (this.found.length === count) {
      this.verb = null
      this.previous = null
    }
    this.lastClause = clause
  }

  private dismiss(figure: Figure, reason: Reason): void {
    this.dismissed.push({ start: figure.start, end: figure.end, reason })
  }

  /** Figures with nothing but 、 and 和 between them: 分别达到65%和55%. */
  private groupOf(figures: readonly Figure[], index: number, bound: Bound): Figure[] {
    const group = [figures[index] as Figure]
    if (!bound.shared && bound.limit === null && bound.change === null) return group
    for (let next = figures[index + 1]; next; next = figures[index + group.length]) {
      const last = group[group.length - 1] as Figure
      if (!/^[、,和与及 ]{1,3}$/.test(this.reader.folded.slice(last.end, next.start))) break
      group.push(next)
    }
    return group
  }

  private pairs(group: readonly Figure[], bound: Bound, cursor: number): boolean {
    const head = this.head(cursor, bound, true)
    const items = splitItems(this.reader, head, true)
    if (items.length !== group.length) return false
    const after = (group[group.length - 1] as Figure).after
    const verb = this.carriedVerb(head)
    items.forEach((item, index) => {
      const figure = group[index] as Figure
      const meant = {
        ...figure,
        after: figure.after ?? after,
        unit: figure.unit ?? (group[group.length - 1] as Figure).unit,
      }
      const metric = (index > 0 ? verb : '') + this.itemText(item)
      this.add(metric, item.start, figure.end, meant, bound, null, 'pair')
    })
    this.verb = null
    return true
  }

  /** Read one figure; the offset where the next metric may begin, or null where it is no target and closes nothing. */
  private target(reading: Reading, base: Figure | null): number | null {
    const { figure, bound } = reading
    const share =
      figure.kind === 'rate' ||
      figure.kind === 'doubling' ||
      figure.kind === 'ratio' ||
      figure.kind === 'duration' ||
      figure.kind === 'bare'
    const rate = share || bound.change !== null || base !== null || figure.unit === '倍'
    const result = rate ? this.rate(reading, base) : this.count(reading)
    if (typeof result === 'number') return result
    if (result !== null) this.dismiss(figure, result)
    return null
  }

  private head(cursor: number, bound: Bound, rate: boolean): Span {
    const { folded } = this.reader
    let start = headStart(this.reader, cursor, bound.start)
    if (rate) start = headStart(this.reader, afterPurpose(folded, start, bound.start), bound.start)
    let end = bound.start
    const compared =
      /(?:比|较|与|同)(?:[^,，;。、比较]{0,14}(?:相比|年|期|初|末|上年|去年|前))(?:底|末|相比)?$/.exec(
        folded.slice(start, end),
      )
    if (compared && compared.index > 0) end = start + compared.index
    while (
      end > start &&
      ' 、,:占的等'.includes(folded.charAt(end - 1)) &&
      !folded.startsWith('均等', end - 2)
    )
      end--
    // 5A级景区、…、中国质量奖等高端品牌新增5个: after a long list of examples the name of the class is the metric.
    const many = /^(?:[^、]{1,40}、){4,60}[^、]{1,40}等(?=[^部单县市])/.exec(folded.slice(start, end))
    if (many && start + many[0].length < end) start += many[0].length
    return { start, end }
  }

  private rate(reading: Reading, base: Figure | null): number | Reason | null {
    const { figure, bound, cursor } = reading
    const { folded, words } = this.reader
    const head = this.head(cursor, bound, true)
    const explicit =
      bound.limit !== null || bound.change !== null || figure.after !== null || figure.kind === 'doubling'
    const named = words.rateNoun.endingAt(folded, head.end) !== undefined && head.end > head.start
    const closed = isClosed(folded, figure.end) || isGoal(folded, figure.end)
    const empty = head.end <= head.start
    if (
      folded[figure.end] === '的' &&
      !closed &&
      (isClosed(folded, figure.end + 1) || (!empty && (named || bound.limit !== null)))
    ) {
      return 'condition'
    }
    if (empty && (closed || bound.limit === null) && closed) return this.again(figure, bound, base)
    if (
      !closed &&
      bound.change === null &&
      (empty || (!named && (bound.limit === null || bound.limit === '~' || empty)))
    ) {
      return this.quota(reading, head)
    }
    if (empty) return this.again(figure, bound, base)
    if (!explicit && !named && !/占/.test(folded.slice(head.start, figure.start)) && figure.kind !== 'ratio')
      return closed ? 'description' : null
    const items = splitItems(this.reader, head, !bound.shared)
    const usable =
      bound.shared || ((figure.kind === 'rate' || figure.kind === 'doubling') && named)
        ? items
        : [{ ...head, shared: null }]
    for (const item of usable)
      this.add(
        this.itemText(item),
        item.start,
        figure.end,
        figure,
        bound,
        base,
        usable.length > 1 ? 'shared' : 'measure',
      )
    this.verb = null
    return figure.end
  }

  /** 80%以上县(市、区)创建成为… · 工程质量100%达到国家标准: the metric goes on after the figure. */
  private quota(reading: Reading, head: Span): number | Reason | null {
    const { figure, bound, clause, next } = reading
    const { folded, words } = this.reader
    const tail = tailOf(this.reader, figure, clause.end, next)
    if (tail.end - tail.start < 2) return null
    if (/^[股权]/.test(folded.slice(tail.start, tail.start + 1))) return 'description'
    if (
      /^按/.test(folded.slice(head.start, head.start + 1)) ||
      words.benefit.at(folded, tail.start) !== undefined
    )
      return 'benefit'
    const metric = this.words(head.start, head.end) + this.words(tail.start, tail.end)
    this.add(
      metric,
      head.start < head.end ? head.start : figure.start,
      tail.end,
      figure,
      bound,
      null,
      'quota',
    )
    return tail.end
  }

  /** 提高15个百分点,达到95%以上: the same metric once more. */
  private again(figure: Figure, bound: Bound, base: Figure | null): number | Reason | null {
    const { folded, words } = this.reader
    const { previous, lastClause } = this
    if (previous && (bound.limit !== null || bound.change !== null || figure.after !== null)) {
      this.add(previous.target.metric, previous.target.start, figure.end, figure, bound, base, 'again')
      return figure.end
    }
    if (lastClause && words.rateNoun.endingAt(folded, lastClause.end) !== undefined) {
      const start = headStart(this.reader, lastClause.start, lastClause.end)
      if (start >= lastClause.end) return null
      this.add(this.words(start, lastClause.end), start, figure.end, figure, bound, base, 'measure')
      return figure.end
    }
    return null
  }

  private count(reading: Reading): number | Reason | null {
    const { figure, bound, clause, next, cursor } = reading
    const { folded, words } = this.reader
    const head = this.head(cursor, bound, false)
    const inner = LEAST.exec(folded.slice(cursor, head.end))
    const least = bound.limit === null && inner !== null
    const explicit =
      figure.after !== null || least || (bound.limit !== null && bound.limit !== '=' && bound.limit !== '~')
    const opens = verbEnd(this.reader, head.start, head.end)
    const adjacent = words.count.endingAt(folded, head.end)
    const beside = adjacent !== undefined && head.end - adjacent.length >= head.start
    const empty = head.end <= head.start
    const verbAt =
      opens > head.start ? opens : innerVerbEnd(this.reader, head.start, head.end, this.verb !== null)
    const closed =
      isClosed(folded, figure.end) ||
      isGoal(folded, figure.end) ||
      '和及与并'.includes(folded.charAt(figure.end))
    const counting = !closed && (beside || empty) && folded[figure.end] !== '的'
    if (!closed && !counting && !(bound.limit !== null && bound.limit !== '='))
      return this.undescribed(figure, verbAt !== undefined && !beside)
    if (!closed && folded[figure.end] === '的') return 'condition'
    if (counting && figure.kind === 'money') return 'description'
    if (
      counting &&
      figure.kind === 'measure' &&
      (figure.after !== null || !beside || this.describes(reading))
    )
      return 'description'
    if (figure.small && !explicit) return 'name'
    if (typeof figure.value === 'number' && figure.value === 0) return 'description'
    if (empty && !counting) return this.again(figure, bound, null)
    const verb = verbAt === undefined && bound.limit === null ? this.verb : null
    if (empty && verb === null && !explicit) return 'description'
    const bare = !explicit && verbAt === undefined && verb === null
    if (bare && (!closed || this.isPlace(head) || head.end - head.start < 2)) return 'description'
    if (!explicit && counting && this.isWeak(head, adjacent, figure)) return 'description'
    const from =
      bare || (verbAt === undefined && verb === null && bound.limit === null) ? this.before() : null
    const tail = counting ? tailOf(this.reader, figure, clause.end, next) : null
    if (tail && tail.end - tail.start < 1) return 'description'
    const carried = (verb === null ? '' : this.containerBefore(head)) || (verb ?? from?.verb ?? '')
    const limit = least ? { ...bound, limit: '>=' as const } : bound
    const items = bound.shared && !tail ? splitItems(this.reader, head, false) : [{ ...head, shared: null }]
    const lead = verbAt === undefined ? carried : this.words(head.start, verbAt)
    items.forEach((item, index) => {
      const own = this.itemText(item)
      const text = index === 0 && verbAt !== undefined ? own : lead + own
      const metric = text + (tail ? this.words(tail.start, tail.end) : '')
      const subject = metric.startsWith(lead) ? metric.slice(lead.length) : metric
      const start = empty ? (bound.wordStart < figure.start ? bound.wordStart : figure.start) : item.start
      this.add(
        this.whole(metric, subject),
        start,
        tail ? tail.end : figure.end,
        figure,
        limit,
        null,
        tail ? 'counted' : 'count',
        subject,
        bare && from === null,
      )
    })
    if (verbAt !== undefined && (bound.limit === null || beside)) this.verb = this.words(head.start, verbAt)
    else if (bound.limit !== null) this.verb = null
    else if (from) this.verb = from.verb === '' ? null : from.verb
    return tail ? tail.end : figure.end
  }

  private undescribed(figure: Figure, verb: boolean): Reason | null {
    return verb || figure.after !== null ? 'condition' : 'description'
  }

  /** 培育10亿元企业20家 · 建设日处理5万吨污水处理厂2座: the measure only describes what the next figure counts. */
  private describes({ figure, clause, next }: Reading): boolean {
    if (!next || next.start >= clause.end) return false
    return !/[、,和及与并]/.test(this.reader.folded.slice(figure.end, next.start))
  }

  private isPlace(head: Span): boolean {
    return this.reader.words.preposition.at(this.reader.folded, head.start) !== undefined
  }

  /** 实施8项重点任务 · 推进5个开发区…: as likely a number of things already named. */
  private isWeak(head: Span, adjacent: string | undefined, figure: Figure): boolean {
    if (adjacent === undefined || typeof figure.value !== 'number' || figure.value >= WEAK_UNDER) return false
    return this.reader.words.weak.has(adjacent) && head.start <= head.end
  }

  /** 新建标准化生产示范基地葡萄8万亩、红枣2万亩: the place goes with the items as the verb does. */
  private containerBefore(head: Span): string {
    const { folded, words } = this.reader
    const previous = this.previous?.target
    if (!previous || head.end - head.start > ITEM || head.end <= head.start) return ''
    const end = this.previous?.headEnd ?? previous.start
    for (let at = end - 1; at >= end - ITEM && at > previous.start; at--) {
      if (words.container.endingAt(folded, at) !== undefined) return this.words(previous.start, at)
    }
    return ''
  }

  private carriedVerb(head: Span): string {
    const end = verbEnd(this.reader, head.start, head.end)
    return this.words(head.start, end)
  }

  /** 总数达到83.9万亩: a total of what was counted before. */
  private whole(metric: string, subject: string): string {
    const previous = this.previous
    return previous && this.reader.words.total.has(subject) && previous.subject !== ''
      ? previous.subject + metric
      : metric
  }

  private itemText(item: Item): string {
    return (
      this.words(item.start, item.end) + (item.shared ? this.words(item.shared.start, item.shared.end) : '')
    )
  }

  /** The text between two offsets without times and 至少. */
  private words(start: number, end: number): string {
    const { text, times } = this.reader
    let out = ''
    let at = start
    for (const time of times) {
      if (time.start < at || time.end > end) continue
      out += text.slice(at, time.start)
      at = time.end
    }
    return (out + text.slice(at, end)).replace(/至少|最少|不少于/g, '').trim()
  }

  private add(
    metric: string,
    start: number,
    end: number,
    figure: Figure,
    bound: Bound,
    base: Figure | null,
    rule: string,
    subject = '',
    needsCompany = false,
  ): void {
    const { comparator, bound: limit } = comparatorOf(figure, bound)
    const value = figure.value
    const target: Target = {
      type: 'target',
      start,
      end,
      metric,
      comparator: meant(comparator, figure),
      value,
      unit: figure.value === 0 && figure.unit === null && metric.endsWith('率') ? '%' : figure.unit,
      bound: limit,
      from: base && typeof base.value === 'number' ? base.value : null,
      to: base && typeof value === 'number' ? value : null,
      rule: `target.${rule}`,
    }
    const found: Found = {
      target,
      figure,
      subject: subject === '' ? metric : subject,
      headEnd: bound.start,
      needsCompany,
    }
    this.found.push(found)
    this.previous = found
  }
}

const meant = (comparator: Comparator, figure: Figure): Comparator =>
  figure.value === 0 && figure.unit === null ? '=' : comparator
