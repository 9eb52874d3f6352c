import { VIEWS } from '../address.js'
import { h } from './dom.js'
import type { Change, Page } from './page.js'

/** The views by name; the text is one of them only where there is no room beside it. */
export class Tabs {
  readonly element = h('nav', {
    class: 'tabs',
    role: 'tablist',
    onkeydown: (e) => this.key(e as KeyboardEvent),
  })

  constructor(private readonly page: Page) {
    page.listen((changed) => this.update(changed))
  }

  private update(changed: ReadonlySet<Change>): void {
    if (!['doc', 'view', 'language'].some((key) => changed.has(key as Change))) return
    const { page } = this
    const focused = this.element.contains(document.activeElement)
    this.element.setAttribute('aria-label', page.speak('views'))
    const notes = (page.several ? page.documents : [page.document]).reduce(
      (sum, item) => sum + (item?.diagnostics.filter(({ severity }) => severity !== 'info').length ?? 0),
      0,
    )
    this.element.replaceChildren(
      ...VIEWS.map((view) => {
        const chosen = view === page.address.view
        return h(
          'button',
          {
            type: 'button',
            role: 'tab',
            class: `tab tab-${view}`,
            'data-tab': view,
            'aria-controls': view === 'source' ? null : `view-${view}`,
            'aria-selected': String(chosen),
            tabindex: chosen ? 0 : -1,
            onclick: () => page.change({ view }),
          },
          page.speak(view),
          view === 'notes' && notes > 0 && h('b', { class: 'badge' }, String(notes)),
        )
      }),
    )
    if (focused) this.element.querySelector<HTMLElement>('[aria-selected=true]')?.focus()
  }

  private key({ key }: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[key]
    if (by === undefined) return
    const shown = VIEWS.filter(
      (view) => this.element.querySelector<HTMLElement>(`.tab-${view}`)?.offsetParent,
    )
    const at = shown.indexOf(this.page.address.view)
    const view = shown[(at + by + shown.length) % shown.length]
    if (view) this.page.change({ view })
  }
}
