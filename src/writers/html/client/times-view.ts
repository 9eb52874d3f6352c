import { countDates, type DateCount, periodsOf, type Timed, undated } from '../counts.js'
import { TYPES } from '../filters.js'
import { quote } from '../model.js'
import { timeScale } from '../time-scale.js'
import { h, svg } from './dom.js'
import type { Page } from './page.js'
import { PictureView } from './picture-view.js'

const HEIGHT = 190
const AXIS = 150
const PAD = 16
const PERIOD = 20
/** Signs that are shown of the words of a period. */
const LABEL = 13

/** Deadlines along a time line and day by day; each is a filter. */
export class TimesView extends PictureView {
  constructor(page: Page) {
    super(page, 'times')
  }

  protected contents(): Node[] {
    const { speak } = this.page
    const rows = this.page.fitting({ after: '', before: '' })
    const days = countDates(rows)
    const others = undated(rows)
    return [
      h('h2', {}, speak('times-title')),
      h('p', { class: 'hint' }, speak('times-note')),
      ...(days.length === 0
        ? [h('p', { class: 'empty' }, speak('no-times'))]
        : [
            this.picture(days, periodsOf(rows)),
            h('ul', { class: 'days' }, ...days.map((day) => this.day(day, days))),
          ]),
      ...(others.length === 0
        ? []
        : [
            h('h2', {}, speak('undated')),
            h('ul', { class: 'undated' }, ...others.map((item) => this.undated(item))),
          ]),
    ]
  }

  private picture(days: readonly DateCount[], periods: ReturnType<typeof periodsOf>): SVGElement {
    const width = Math.max(280, this.width - 40)
    const ends = periods.flatMap(({ deadline }) => [deadline.start ?? '', deadline.end ?? ''])
    const { x, ticks } = timeScale([...days.map(({ date }) => date), ...ends], width - 2 * PAD)
    const place = (date: string): number => PAD + x(date)
    const height = HEIGHT + periods.length * PERIOD
    const axis = ticks.flatMap((tick) => [
      svg('line', { class: 'grid', x1: PAD + tick.x, x2: PAD + tick.x, y1: 20, y2: height - 6 }),
      svg('text', { class: 'tick', x: PAD + tick.x + 3, y: AXIS + 16 }, tick.label),
    ])
    const most = Math.max(...days.map(({ rows }) => rows.length))
    const taken: number[] = []
    const stems = [...days]
      .sort((a, b) => b.rows.length - a.rows.length)
      .map((day) => {
        const at = place(day.date)
        const free = taken.every((other) => Math.abs(other - at) >= 84)
        if (free) taken.push(at)
        return this.stem(day, at, Math.sqrt(day.rows.length / most), free, width)
      })
    return svg(
      'svg',
      {
        class: 'time-line',
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        'aria-label': this.page.speak('times-title'),
      },
      ...axis,
      svg('line', { class: 'axis', x1: 0, x2: width, y1: AXIS, y2: AXIS }),
      ...stems,
      ...periods.map((period, i) => this.period(period, HEIGHT + i * PERIOD - 8, place, width)),
    )
  }

  private stem(
    { date, rows }: DateCount,
    x: number,
    size: number,
    labelled: boolean,
    width: number,
  ): SVGElement {
    const top = AXIS - 22 - size * 78
    const { after, before } = this.page.address.filters
    const chosen = after === date && before === date
    const title = `${date}: ${rows.length}`
    const anchor = x < 50 ? 'start' : x > width - 50 ? 'end' : 'middle'
    const shift = anchor === 'start' ? -8 : anchor === 'end' ? 8 : 0
    return svg(
      'g',
      {
        class: chosen ? 'stem chosen' : 'stem',
        'data-date': date,
        ...this.button(title, () => this.choose(date)),
      },
      svg('title', {}, title),
      svg('line', { x1: x, x2: x, y1: AXIS, y2: top }),
      svg('circle', { cx: x, cy: top, r: 5 + size * 8 }),
      svg(
        'text',
        { class: 'count', x, y: top, 'text-anchor': 'middle' },
        size > 0.35 ? String(rows.length) : '',
      ),
      labelled && svg('text', { x: x + shift, y: top - 20, 'text-anchor': anchor }, date),
    )
  }

  private period(
    { row, deadline, count }: Timed & { readonly count: number },
    y: number,
    place: (date: string) => number,
    width: number,
  ): SVGElement {
    const from = place(deadline.start ?? '')
    const to = place(deadline.end ?? '')
    const title = `${deadline.start} – ${deadline.end}: ${quote(row.document, deadline.at)} (${count})`
    const words = quote(row.document, deadline.at)
    return svg(
      'g',
      { class: 'period', ...this.button(title, () => this.page.choose(row.document, row.obligation.id)) },
      svg('title', {}, title),
      svg('rect', { x: from, y, width: Math.max(4, to - from), height: 14, rx: 4 }),
      svg('text', { ...besides(from, to, width), y: y + 7 }, words.slice(0, LABEL)),
    )
  }

  private day({ date, rows }: DateCount, days: readonly DateCount[]): HTMLElement {
    const most = Math.max(...days.map((day) => day.rows.length))
    const { after, before } = this.page.address.filters
    const bar = svg('svg', { class: 'day-bar', width: '100%', height: 12, 'aria-hidden': 'true' })
    let x = 0
    for (const type of TYPES) {
      const count = rows.filter(({ obligation }) => obligation.type === type).length
      if (count === 0) continue
      const width = (count / most) * 100
      bar.append(svg('rect', { class: type, x: `${x}%`, y: 0, width: `${width}%`, height: 12 }))
      x += width
    }
    return h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          'aria-pressed': String(after === date && before === date),
          onclick: () => this.choose(date),
        },
        h('time', {}, date),
        bar,
        h('b', {}, String(rows.length)),
      ),
    )
  }

  private undated({ row, deadline }: Timed): HTMLElement {
    const { page } = this
    const { document, obligation } = row
    const rule = [deadline.rrule, deadline.duration].filter(Boolean).join(' ')
    return h(
      'li',
      {},
      h(
        'button',
        { type: 'button', onclick: () => page.choose(document, obligation.id) },
        h('b', { class: 'id' }, obligation.id),
        h('span', { lang: 'zh-CN' }, quote(document, deadline.at)),
        h('span', { class: 'faint' }, `${page.speak(deadline.kind)} ${rule}`),
      ),
    )
  }

  private choose(date: string): void {
    const { page } = this
    const filters = { ...page.address.filters, after: date, before: date }
    page.change({ view: 'obligations', selected: '', filters })
  }
}

/** Behind the bar of a period, else before it, else in it: where the most room is. */
function besides(from: number, to: number, width: number): Record<string, string | number> {
  const room = LABEL * 12 + 6
  if (to + room < width) return { x: to + 6 }
  if (from > room) return { x: from - 6, 'text-anchor': 'end' }
  return { x: (from + to) / 2, 'text-anchor': 'middle', class: 'within' }
}
