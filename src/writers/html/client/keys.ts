import { VIEWS } from '../address.js'
import type { FilterBar } from './filter-bar.js'
import type { HeadBar } from './head-bar.js'
import type { ListView } from './list-view.js'
import type { Page } from './page.js'

interface Parts {
  readonly list: ListView
  readonly filters: FilterBar
  readonly bar: HeadBar
  readonly help: HTMLDialogElement
}

/** The keys that work wherever nothing is being typed. */
export function onKeys(page: Page, { list, filters, bar, help }: Parts): void {
  const next = (): void => list.step(1)
  const previous = (): void => list.step(-1)
  const keys: Readonly<Record<string, () => void>> = {
    j: next,
    ArrowDown: next,
    k: previous,
    ArrowUp: previous,
    '/': () => {
      page.change({ view: 'obligations' })
      filters.focus()
    },
    '[': () => bar.step(-1),
    ']': () => bar.step(1),
    t: () => bar.nextTheme(),
    '?': () => help.showModal(),
    Escape: () => page.change({ selected: '' }),
    ...Object.fromEntries(VIEWS.map((view, i) => [String(i + 1), () => page.change({ view })])),
  }
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) return
    const { target } = event
    if (target instanceof HTMLElement && isField(target)) {
      if (event.key === 'Escape') target.blur()
      return
    }
    const arrow = event.key.startsWith('Arrow')
    if (
      arrow &&
      target instanceof Element &&
      !target.closest('.list, .inspector') &&
      target !== document.body
    )
      return
    const work = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined
    if (!work) return
    event.preventDefault()
    work()
  })
}

const isField = (element: HTMLElement): boolean => /^(?:INPUT|SELECT|TEXTAREA)$/.test(element.tagName)
