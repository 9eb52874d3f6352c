import { type BodyCount, countBodies } from '../counts.js'
import { ROLES } from '../filters.js'
import { h, svg } from './dom.js'
import type { Change, Page } from './page.js'
import { PictureView } from './picture-view.js'

const ROW = 26
const FIRST = 40

/** Counts by body as a picture of bars; each bar is a filter. */
export class BodiesView extends PictureView {
  private everything = false

  constructor(page: Page) {
    super(page, 'bodies')
  }

  protected contents(): Node[] {
    const { speak } = this.page
    const counts = countBodies(this.page.fitting({ body: '', role: '' }))
    const shown = this.everything ? counts : counts.slice(0, FIRST)
    const roles = ROLES.map((role) => h('span', { class: `key ${role}` }, speak(role)))
    const more = counts.length > shown.length
    return [
      h('h2', {}, speak('bodies-title')),
      h('p', { class: 'hint' }, speak('bodies-note'), h('span', { class: 'keys' }, ...roles)),
      counts.length === 0 ? h('p', { class: 'empty' }, speak('no-bodies')) : this.picture(shown),
      ...(more
        ? [
            h(
              'button',
              { type: 'button', class: 'more', onclick: () => this.showAll() },
              speak('show-all', { n: counts.length }),
            ),
          ]
        : []),
    ]
  }

  private showAll(): void {
    this.everything = true
    this.draw(true)
  }

  protected override update(changed: ReadonlySet<Change>): void {
    if (changed.has('doc')) this.everything = false
    super.update(changed)
  }

  private picture(counts: readonly BodyCount[]): SVGElement {
    const width = Math.max(280, this.width - 40)
    const names = Math.min(260, Math.max(110, width * 0.36))
    const most = counts[0]?.total ?? 1
    const scale = (width - names - 50) / most
    const rows = counts.map((count, i) => this.bar(count, i * ROW, names, scale))
    const height = counts.length * ROW
    const label = this.page.speak('bodies-title')
    return svg(
      'svg',
      { class: 'bars', width, height, viewBox: `0 0 ${width} ${height}`, 'aria-label': label },
      ...rows,
    )
  }

  private bar(count: BodyCount, y: number, names: number, scale: number): SVGElement {
    const { page } = this
    const { speak } = page
    const chosen = page.address.filters.body === `=${count.name}`
    let x = names + 10
    const parts = ROLES.flatMap((role) => {
      if (count[role] === 0) return []
      const width = Math.max(1, count[role] * scale)
      const part = svg('rect', { class: role, x, y: y + 5, width, height: ROW - 10, rx: 2 })
      x += width
      return [part]
    })
    const said = ROLES.filter((role) => count[role] > 0).map((role) => `${speak(role)} ${count[role]}`)
    const title = [[count.name, ...count.others].join(' / '), said.join(', ')].join('\n')
    const choose = (): void =>
      page.change({ ...LIST, filters: { ...page.address.filters, body: `=${count.name}` } })
    return svg(
      'g',
      {
        class: chosen ? 'bar chosen' : 'bar',
        ...this.button(title, choose),
      },
      svg('title', {}, title),
      svg('rect', { class: 'back', x: 0, y, width: this.width, height: ROW }),
      svg(
        'text',
        { class: 'name', x: names, y: y + ROW / 2, 'text-anchor': 'end' },
        cut(count.name, names / 13.5),
      ),
      ...parts,
      svg('text', { class: 'number', x: x + 6, y: y + ROW / 2 }, String(count.total)),
    )
  }
}

const LIST = { view: 'obligations', selected: '' } as const

/** As many signs as fit. */
const cut = (name: string, length: number): string =>
  name.length <= length ? name : `${name.slice(0, Math.max(1, Math.floor(length) - 1))}…`
