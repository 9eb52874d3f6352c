import { h } from './dom.js'

const BLOCK = 40

interface Block<T> {
  readonly element: HTMLElement
  readonly items: readonly T[]
  rows: HTMLElement[] | null
}

/**
 * A long list that is made block by block as it comes near the view: a registry of 20,000 obligations opens as fast
 * as one of 20. `estimate` is the height of a row in pixels before it was made.
 */
export class LazyList<T> {
  private blocks: Block<T>[] = []
  private readonly waiting = new Map<Element, Block<T>>()
  private readonly observer: IntersectionObserver

  constructor(
    private readonly root: HTMLElement,
    private readonly make: (item: T, index: number) => HTMLElement,
    private readonly estimate: (item: T) => number,
  ) {
    this.observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          const block = this.waiting.get(target)
          if (isIntersecting && block) this.fill(block)
        }
      },
      { rootMargin: '1200px 0px' },
    )
  }

  set(items: readonly T[]): void {
    this.observer.disconnect()
    this.waiting.clear()
    this.blocks = []
    for (let i = 0; i < items.length; i += BLOCK) {
      const element = h('div', { class: 'block', role: 'rowgroup' })
      const block = { element, items: items.slice(i, i + BLOCK), rows: null }
      element.style.height = `${block.items.reduce((sum, item) => sum + this.estimate(item), 0)}px`
      this.blocks.push(block)
      this.waiting.set(element, block)
    }
    this.root.replaceChildren(...this.blocks.map(({ element }) => element))
    if (this.blocks[0]) this.fill(this.blocks[0])
    for (const { element } of this.blocks) this.observer.observe(element)
  }

  /** The row of an item, made if need be. */
  row(index: number): HTMLElement | undefined {
    const block = this.blocks[Math.floor(index / BLOCK)]
    return block && this.fill(block)[index % BLOCK]
  }

  /** Every row, for the printer. */
  fillAll(): void {
    for (const block of this.blocks) this.fill(block)
  }

  private fill(block: Block<T>): HTMLElement[] {
    if (block.rows) return block.rows
    const first = this.blocks.indexOf(block) * BLOCK
    block.rows = block.items.map((item, i) => this.make(item, first + i))
    block.element.style.height = ''
    block.element.append(...block.rows)
    this.observer.unobserve(block.element)
    this.waiting.delete(block.element)
    return block.rows
  }
}
