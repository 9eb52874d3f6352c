import { h } from './dom.js'
import type { Change, Page } from './page.js'

/** Width of the picture on paper, where it may never have been seen. */
const PAPER = 720

const REDRAWS: readonly Change[] = ['doc', 'filters', 'language', 'view']

/** A view whose picture is as wide as there is room; drawn only when it is seen. */
export abstract class PictureView {
  readonly element: HTMLElement
  protected width = 0
  private stale = true

  constructor(
    protected readonly page: Page,
    name: 'bodies' | 'times',
  ) {
    this.element = h('div', { class: 'view', id: `view-${name}`, 'data-view': name, role: 'tabpanel' })
    page.listen((changed) => this.update(changed))
    new ResizeObserver(() => this.draw()).observe(this.element)
  }

  draw(force = false): void {
    const { offsetWidth, clientWidth } = this.element
    if (!force && (offsetWidth === 0 || (!this.stale && this.width === clientWidth))) return
    this.stale = false
    this.width = clientWidth || PAPER
    this.element.replaceChildren(...this.contents())
  }

  protected abstract contents(): Node[]

  protected update(changed: ReadonlySet<Change>): void {
    if (!REDRAWS.some((key) => changed.has(key))) return
    if (!changed.has('view')) this.stale = true
    this.draw()
  }

  /** What makes a part of a picture a button. */
  protected button(
    title: string,
    work: () => void,
  ): Record<string, string | number | ((event: Event) => void)> {
    return {
      role: 'button',
      tabindex: 0,
      'aria-label': title,
      onclick: work,
      onkeydown: (event) => {
        if ((event as KeyboardEvent).key === 'Enter') work()
      },
    }
  }
}
