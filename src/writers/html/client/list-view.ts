import type { Row } from '../filters.js'
import { type PageSection, quote } from '../model.js'
import { h } from './dom.js'
import { LazyList } from './lazy-list.js'
import type { Change, Page } from './page.js'
import { figure } from './words.js'

/** A row of the list: an obligation, or the heading above those of a section. */
type Item = { readonly row: Row } | { readonly heading: string; readonly place: string }

const COLUMNS = ['number', 'content', 'assignees', 'targets', 'due'] as const

/** Bodies and targets that a row shows before it says how many more there are (list.css); paper has them all. */
const SHOWN = 6

/** The obligations that fit the filters, under the headings of their sections. */
export class ListView {
  readonly element = h('div', {
    class: 'view',
    id: 'view-obligations',
    'data-view': 'obligations',
    role: 'tabpanel',
  })
  private readonly head = h('div', { class: 'columns', role: 'row' })
  private readonly body = h('div', { class: 'rows', role: 'presentation', onclick: (e) => this.click(e) })
  private readonly list: LazyList<Item>
  private items: readonly Item[] = []
  private places = new Map<Row, number>()
  private chosen: HTMLElement | undefined

  constructor(private readonly page: Page) {
    const table = h('div', { class: 'list', role: 'table' }, this.head, this.body)
    this.element.append(table)
    this.list = new LazyList(this.body, (item) => this.make(item), estimate)
    page.listen((changed) => this.update(changed))
  }

  /** The obligation after (or before) the one that is chosen. */
  step(by: 1 | -1): void {
    const { shown, document, chosen } = this.page
    const at = shown.findIndex(
      (row) => row.document === document && chosen?.kind === 'obligation' && row.index === chosen.index,
    )
    const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by]
    if (next) this.page.choose(next.document, next.obligation.id)
  }

  fillAll(): void {
    this.list.fillAll()
  }

  private update(changed: ReadonlySet<Change>): void {
    const { page } = this
    const fresh = ['doc', 'filters', 'sort', 'language'].some((key) => changed.has(key as Change))
    if (fresh) this.show()
    if (fresh || changed.has('selected') || changed.has('at')) this.light()
    if (changed.has('view') && page.address.view === 'obligations') this.light()
  }

  private show(): void {
    const { page } = this
    const { speak } = page
    this.head.replaceChildren(
      ...COLUMNS.map((name) => h('span', { role: 'columnheader', class: name }, speak(name))),
    )
    this.items = this.itemsOf(page.shown)
    this.places = new Map(this.items.flatMap((item, i) => ('row' in item ? [[item.row, i] as const] : [])))
    this.chosen = undefined
    this.list.set(this.items)
    this.element.scrollTop = 0
    if (this.items.length === 0) {
      const why = page.all.length === 0 ? 'no-obligations' : 'nothing-fits'
      this.body.replaceChildren(h('p', { class: 'empty' }, speak(why)))
    }
  }

  private itemsOf(rows: readonly Row[]): Item[] {
    const { page } = this
    if (page.address.sort !== 'text') return rows.map((row) => ({ row }))
    const items: Item[] = []
    let last = ''
    for (const row of rows) {
      const { document, obligation } = row
      const key = `${row.at}/${obligation.section}`
      if (key !== last) {
        const title = page.several ? [document.title ?? document.id] : []
        const heading = [...title, ...pathOf(document.sections, obligation.section)].join(' › ')
        items.push({ heading: heading || page.speak('before-sections'), place: key })
      }
      last = key
      items.push({ row })
    }
    return items
  }

  private make(item: Item): HTMLElement {
    if (!('row' in item)) {
      return h(
        'div',
        { class: 'group', role: 'row' },
        h('span', { role: 'cell', lang: 'zh-CN' }, item.heading),
      )
    }
    const { document, obligation, index, at } = item.row
    const { speak } = this.page
    const { id, type, also, assignees, targets, due } = obligation
    const types = [type, ...also].map((name, i) =>
      h('span', { class: `type ${name}${i > 0 ? ' faint' : ''}` }, speak(name)),
    )
    const bodies = assignees.map(({ body, role }) =>
      h('li', { class: `role-${role}`, title: speak(role) }, document.bodies[body]?.name ?? ''),
    )
    const figures = targets.map((target) =>
      h('li', {}, h('span', { class: 'metric' }, target.metric), ' ', h('b', {}, figure(target))),
    )
    const row = h(
      'div',
      { class: `row ${type}`, role: 'row', tabindex: -1, 'data-row': `${at}/${index}` },
      h('div', { role: 'cell', class: 'number' }, h('b', { class: 'id' }, id), ...types),
      h('div', { role: 'cell', class: 'content', lang: 'zh-CN' }, quote(document, obligation.at)),
      h('div', { role: 'cell', class: 'assignees', lang: 'zh-CN' }, listOf(bodies)),
      h('div', { role: 'cell', class: 'targets', lang: 'zh-CN' }, listOf(figures)),
      h('div', { role: 'cell', class: 'due' }, due && h('time', { title: due.basis }, due.date)),
    )
    row.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault()
        this.page.choose(document, id)
      }
    })
    return row
  }

  private light(): void {
    const { document, chosen, shown } = this.page
    this.chosen?.classList.remove('chosen')
    this.chosen?.removeAttribute('aria-selected')
    if (this.chosen) this.chosen.tabIndex = -1
    this.chosen = undefined
    const first = this.items.findIndex((item) => 'row' in item)
    const open = first < 0 ? undefined : this.list.row(first)
    if (open) open.tabIndex = 0
    if (chosen?.kind !== 'obligation') return
    const row = shown.find((item) => item.document === document && item.index === chosen.index)
    const place = row && this.places.get(row)
    if (place === undefined) return
    if (open) open.tabIndex = -1
    this.chosen = this.list.row(place)
    if (!this.chosen) return
    this.chosen.classList.add('chosen')
    this.chosen.setAttribute('aria-selected', 'true')
    this.chosen.tabIndex = 0
    bringIntoView(this.chosen)
    if (this.element.contains(window.document.activeElement)) this.chosen.focus({ preventScroll: true })
  }

  private click({ target }: Event): void {
    if (!(target instanceof Element) || !window.getSelection()?.isCollapsed) return
    const place = target.closest('[data-row]')?.getAttribute('data-row')?.split('/').map(Number)
    const document = this.page.documents[place?.[0] ?? -1]
    const obligation = document?.obligations[place?.[1] ?? -1]
    if (document && obligation) this.page.choose(document, obligation.id)
  }
}

function listOf(items: readonly HTMLElement[]): HTMLElement | null {
  if (items.length === 0) return null
  const more = items.length - SHOWN
  return h('ul', {}, ...items, more > 0 && h('li', { class: 'more' }, `+${more}`))
}

/** A section's heading below those above it: 二、主要任务 › (一)完善设施. */
function pathOf(sections: readonly PageSection[], index: number): string[] {
  const path: string[] = []
  let level = Infinity
  for (let i = index; i >= 0 && level > 1; i--) {
    const section = sections[i]
    if (!section || section.level >= level) continue
    level = section.level
    path.unshift(`${section.number}${section.heading ?? ''}`)
  }
  return path
}

function estimate(item: Item): number {
  if (!('row' in item)) return 30
  const { obligation } = item.row
  const lines = Math.min(5, Math.ceil((obligation.at.end - obligation.at.start) / 22))
  return (
    18 + 21 * Math.max(2, lines, Math.min(SHOWN + 1, obligation.assignees.length), obligation.targets.length)
  )
}

/** Below the heads that stick, and only where it is not in view. */
function bringIntoView(row: HTMLElement): void {
  const frame = row.closest('.view')?.getBoundingClientRect()
  const { top, bottom, height } = row.getBoundingClientRect()
  if (frame && height > 0 && top >= frame.top + 60 && bottom <= Math.min(frame.bottom, window.innerHeight))
    return
  row.scrollIntoView({ block: 'center' })
  requestAnimationFrame(() => row.scrollIntoView({ block: 'center' }))
}
