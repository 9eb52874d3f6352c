import { SORTS } from '../address.js'
import { type Filters, HAS, NO_FILTERS, ROLES, TYPES } from '../filters.js'
import { countBodies } from '../counts.js'
import { h, settled } from './dom.js'
import type { Change, Page } from './page.js'

/** Names offered while a body is typed. */
const OFFERED = 500

/** What is asked of the list. */
export class FilterBar {
  readonly element = h('form', {
    class: 'filters',
    role: 'search',
    onsubmit: (event) => event.preventDefault(),
  })
  private readonly text = h('input', {
    type: 'search',
    name: 'text',
    class: 'text-filter',
    autocomplete: 'off',
  })
  private readonly body = h('input', { type: 'search', name: 'body', list: 'bodies', autocomplete: 'off' })
  private readonly names = h('datalist', { id: 'bodies' })
  private readonly role = h('select', { name: 'role' })
  private readonly after = h('input', { type: 'date', name: 'after' })
  private readonly before = h('input', { type: 'date', name: 'before' })
  private readonly has = h('select', { name: 'has' })
  private readonly sort = h('select', { name: 'sort' })
  private readonly types = h('div', { class: 'types', role: 'group' })
  private readonly count = h('output', { class: 'count' })
  /** Opens the other filters where there is little room. */
  private readonly more = h('button', {
    type: 'button',
    class: 'more-filters',
    'aria-expanded': 'false',
    onclick: () => this.open(),
  })
  private readonly clear = h('button', {
    type: 'button',
    class: 'clear',
    onclick: () => this.page.change({ filters: NO_FILTERS }),
  })

  constructor(private readonly page: Page) {
    const typed = settled(() => page.filter({ text: this.text.value, body: this.body.value }), 120)
    this.text.addEventListener('input', typed)
    this.body.addEventListener('input', typed)
    const chosen = (): void =>
      page.filter({
        role: this.role.value as Filters['role'],
        after: this.after.value,
        before: this.before.value,
        has: this.has.value as Filters['has'],
      })
    for (const field of [this.role, this.after, this.before, this.has])
      field.addEventListener('change', chosen)
    this.sort.addEventListener('change', () =>
      page.change({ sort: this.sort.value as (typeof SORTS)[number] }),
    )
    page.listen((changed) => this.update(changed))
  }

  focus(): void {
    this.text.focus()
    this.text.select()
  }

  private open(): void {
    const open = this.element.classList.toggle('open')
    this.more.setAttribute('aria-expanded', String(open))
  }

  private update(changed: ReadonlySet<Change>): void {
    const { page } = this
    if (changed.has('language') || this.element.childElementCount === 0) this.build()
    if (changed.has('doc')) this.offer()
    const { filters, sort } = page.address
    put(this.text, filters.text)
    put(this.body, filters.body)
    put(this.role, filters.role)
    put(this.after, filters.after)
    put(this.before, filters.before)
    put(this.has, filters.has)
    put(this.sort, sort)
    if (changed.has('filters') || changed.has('doc') || changed.has('language')) this.tell()
  }

  private build(): void {
    const { speak } = this.page
    options(this.role, [['', speak('any-role')], ...ROLES.map((role) => [role, speak(role)] as const)])
    options(this.has, [['', speak('has-any')], ...HAS.map((has) => [has, speak(`has-${has}`)] as const)])
    options(
      this.sort,
      SORTS.map((sort) => [sort, speak(`sort-${sort}`)] as const),
    )
    this.text.placeholder = `${speak('search')}  /`
    this.body.placeholder = `${speak('body')}  ${speak('body-hint')}`
    for (const [field, label] of [
      [this.text, speak('search')],
      [this.body, speak('body')],
      [this.role, speak('role')],
      [this.after, speak('due-from')],
      [this.before, `${speak('due')} ${speak('due-to')}`],
      [this.has, speak('has')],
      [this.sort, speak('sort')],
      [this.types, speak('type')],
    ] as const) {
      field.setAttribute('aria-label', label)
    }
    this.clear.textContent = speak('clear')
    this.more.textContent = speak('filters')
    this.element.replaceChildren(
      h('div', { class: 'filter-line' }, this.text, this.more),
      h('div', { class: 'filter-line further' }, this.body, this.names, this.role),
      h(
        'div',
        { class: 'filter-line further' },
        h('span', { class: 'dates' }, speak('due-from'), this.after, speak('due-to'), this.before),
        this.has,
        this.sort,
      ),
      h('div', { class: 'filter-line types-line' }, this.types, this.count, this.clear),
    )
  }

  private offer(): void {
    const names = countBodies(this.page.all).slice(0, OFFERED)
    this.names.replaceChildren(...names.map(({ name }) => h('option', { value: name })))
  }

  private tell(): void {
    const { page } = this
    const { speak } = page
    const { types } = page.address.filters
    const rows = page.fitting({ types: [] })
    this.types.replaceChildren(
      ...TYPES.map((type) => {
        const count = rows.filter(
          ({ obligation }) => obligation.type === type || obligation.also.includes(type),
        )
        const toggle = (): void =>
          page.filter({ types: types.includes(type) ? types.filter((t) => t !== type) : [...types, type] })
        return h(
          'button',
          {
            type: 'button',
            class: `type ${type}`,
            'data-type': type,
            'aria-pressed': String(types.includes(type)),
            disabled: count.length === 0 && !types.includes(type),
            onclick: toggle,
          },
          `${speak(type)} `,
          h('b', {}, String(count.length)),
        )
      }),
    )
    const all = page.all.length
    const n = page.shown.length
    this.count.textContent = speak(page.filtered ? 'shown' : 'shown-all', { n, all })
    this.clear.hidden = !page.filtered
    this.more.classList.toggle('set', page.filtered)
  }
}

function options(select: HTMLSelectElement, items: readonly (readonly [string, string])[]): void {
  select.replaceChildren(...items.map(([value, label]) => h('option', { value }, label)))
}

/** A field that holds the value keeps its cursor. */
function put(field: HTMLInputElement | HTMLSelectElement, value: string): void {
  if (field.value !== value) field.value = value
  field.classList.toggle('set', value !== '' && field.name !== 'sort')
}
