import { SWITCHES } from '../address.js'
import { layOut, type Mark, partsOf, type Piece, type Stretch } from '../marks.js'
import type { PageDocument } from '../model.js'
import { h } from './dom.js'
import { type Change, type Chosen, idOf, type Page } from './page.js'

/** Characters and lines that are laid out together: what is far from the view costs nothing. */
const BLOCK_LENGTH = 3000
const BLOCK_LINES = 40

/** The text on the left, every fact in it marked by its kind and a way to the list. */
export class SourcePane {
  readonly element = h('section', { class: 'source', 'data-view': 'source' })
  private readonly bar = h('div', { class: 'source-bar' })
  private readonly text = h('div', {
    class: 'text',
    lang: 'zh-CN',
    tabindex: 0,
    onclick: (e) => this.click(e),
  })
  private document: PageDocument | null = null
  private readonly obligations = new Map<number, HTMLElement[]>()
  private readonly marks = new Map<string, HTMLElement[]>()
  private lines: HTMLElement[] = []
  private lit: HTMLElement[] = []
  private readonly stretchMarks = new WeakMap<Element, readonly Mark[]>()

  constructor(private readonly page: Page) {
    this.element.append(this.bar, this.text)
    page.listen((changed) => this.update(changed))
  }

  private update(changed: ReadonlySet<Change>): void {
    const { page } = this
    const document = page.document ?? null
    const other = document !== this.document
    if (other) this.show(document)
    if (other || changed.has('language') || changed.has('hidden')) this.showBar()
    if (changed.has('hidden')) {
      for (const kind of SWITCHES)
        this.text.classList.toggle(`no-${kind}`, page.address.hidden.includes(kind))
    }
    if (other || changed.has('filters') || changed.has('doc')) this.dim()
    if (other || changed.has('selected') || changed.has('at')) this.light(page.chosen)
  }

  private show(document: PageDocument | null): void {
    this.document = document
    this.obligations.clear()
    this.marks.clear()
    this.lines = []
    if (!document?.text) {
      const why = document?.without === 'other' ? 'no-text-other' : 'no-text-missing'
      this.text.replaceChildren(h('p', { class: 'empty' }, this.page.speak(why)))
      return
    }
    const blocks: HTMLElement[] = []
    let block: HTMLElement | null = null
    let length = 0
    for (const line of layOut(document)) {
      const number = this.lines.length + 1
      for (const [i, part] of partsOf(line, BLOCK_LENGTH).entries()) {
        if (!block || length > BLOCK_LENGTH || block.childElementCount >= BLOCK_LINES) {
          block = h('div', { class: 'lines' })
          blocks.push(block)
          length = 0
        }
        const element = this.line(document.text, part, i === 0 ? number : null)
        if (i === 0) this.lines.push(element)
        block.append(element)
        length += element.textContent?.length ?? 0
        block.style.containIntrinsicBlockSize = `auto ${Math.ceil(length / 36) * 30 + block.childElementCount * 14}px`
      }
    }
    this.text.replaceChildren(...blocks)
    this.text.scrollTop = 0
  }

  /** The part of a line that goes on has no number. */
  private line(text: string, stretches: readonly Stretch[], number: number | null): HTMLElement {
    const element = h('p', { class: 'line', 'data-line': number })
    for (const stretch of stretches) element.append(this.stretch(text, stretch))
    if (element.textContent?.trim() === '') element.classList.add('blank')
    return element
  }

  private stretch(text: string, { obligation, pieces }: Stretch): Node {
    const nodes = pieces.map((piece) => this.piece(text, piece))
    const type = this.document?.obligations[obligation]?.type
    if (type === undefined) {
      const fragment = document.createDocumentFragment()
      fragment.append(...nodes)
      return fragment
    }
    const element = h('span', { class: `obligation ${type}`, 'data-obligation': obligation })
    element.append(...nodes)
    push(this.obligations, obligation, element)
    return element
  }

  private piece(text: string, { start, end, marks }: Piece): Node {
    const words = text.slice(start, end)
    if (marks.length === 0) return document.createTextNode(words)
    const element = h(
      'span',
      { class: [...new Set(marks.flatMap(classesOf(this.document)))].join(' ') },
      words,
    )
    this.stretchMarks.set(element, marks)
    for (const mark of marks) push(this.marks, `${mark.kind}:${mark.index}`, element)
    return element
  }

  private showBar(): void {
    const { page, document } = this
    const { speak } = page
    const sections = h(
      'select',
      { 'aria-label': speak('go-to-section'), onchange: () => this.go(Number(sections.value)) },
      h('option', { value: -1 }, speak('go-to-section')),
      ...(document?.sections ?? []).map(({ number, heading, level }, index) =>
        h('option', { value: index }, `${'\u3000'.repeat(level - 1)}${number}${heading ?? ''}`),
      ),
    )
    const switches = SWITCHES.map((kind) =>
      h(
        'button',
        {
          type: 'button',
          class: `switch ${kind}`,
          'aria-pressed': String(!page.address.hidden.includes(kind)),
          onclick: () => this.toggle(kind),
        },
        speak(kind),
      ),
    )
    this.bar.replaceChildren(
      sections,
      h('div', { class: 'switches', role: 'group', 'aria-label': speak('marks') }, ...switches),
    )
  }

  private toggle(kind: (typeof SWITCHES)[number]): void {
    const { hidden } = this.page.address
    this.page.change({ hidden: hidden.includes(kind) ? hidden.filter((k) => k !== kind) : [...hidden, kind] })
  }

  private go(section: number): void {
    const { document } = this
    if (document?.sections[section]) this.page.choose(document, document.sections[section].id)
  }

  /** Obligations that the filters leave out are marked faintly. */
  private dim(): void {
    const { page } = this
    const at = this.document ? page.documents.indexOf(this.document) : -1
    const shown = new Set(page.shown.filter((row) => row.at === at).map(({ index }) => index))
    for (const [index, elements] of this.obligations) {
      for (const element of elements) element.classList.toggle('out', page.filtered && !shown.has(index))
    }
  }

  /** Marks what is chosen, and what it covers, and brings it into view. */
  private light(chosen: Chosen | null): void {
    for (const element of this.lit) element.classList.remove('chosen', 'covered')
    this.lit = []
    if (!chosen || !this.document) return
    const elements = this.elementsOf(chosen)
    for (const element of elements) this.put(element, 'chosen')
    if (chosen.kind === 'assignment') {
      for (const index of this.document.assignments[chosen.index]?.covers ?? [])
        for (const element of this.obligations.get(index) ?? []) this.put(element, 'covered')
    }
    const line = this.lineOf(chosen)
    scrollTo(elements[0] ?? line)
  }

  private put(element: HTMLElement, name: string): void {
    element.classList.add(name)
    this.lit.push(element)
  }

  private elementsOf({ kind, index }: Chosen): readonly HTMLElement[] {
    return (kind === 'obligation' ? this.obligations.get(index) : this.marks.get(`${kind}:${index}`)) ?? []
  }

  private lineOf({ kind, index }: Chosen): HTMLElement | undefined {
    const at = this.document?.[`${kind}s`][index]?.at
    return at ? this.lines[at.line - 1] : undefined
  }

  /** The shortest mark under the pointer, else the obligation around it. */
  private click({ target }: Event): void {
    const { document, page } = this
    if (!document || !(target instanceof Element) || !window.getSelection()?.isCollapsed) return
    const shown = (this.stretchMarks.get(target) ?? []).find(
      ({ kind }) => kind === 'section' || !this.isHidden(kind),
    )
    const obligation = target.closest('.obligation')?.getAttribute('data-obligation')
    const around: Chosen | null =
      typeof obligation === 'string' ? { kind: 'obligation', index: Number(obligation) } : null
    const chosen = shown && shown.holder !== 'document' ? chosenBy(shown) : null
    const choice = chosen ?? around
    page.choose(document, choice ? idOf(document, choice) : '')
  }

  private readonly isHidden = (kind: string): boolean =>
    (this.page.address.hidden as readonly string[]).includes(kind)
}

/** A target or time stands for what holds it. */
const chosenBy = ({ kind, holder, index }: Mark): Chosen =>
  ({ kind: kind === 'target' || kind === 'deadline' ? holder : kind, index }) as Chosen

const classesOf =
  (document: PageDocument | null) =>
  ({ kind, index }: Mark): string[] => {
    if (kind === 'assignment') return [kind, document?.assignments[index]?.style ?? '']
    if (kind === 'diagnostic') return [kind, document?.diagnostics[index]?.severity ?? '']
    if (kind === 'section') return [kind, `level-${Math.min(document?.sections[index]?.level ?? 1, 4)}`]
    return [kind]
  }

function push<K>(map: Map<K, HTMLElement[]>, key: K, element: HTMLElement): void {
  const list = map.get(key)
  if (list) list.push(element)
  else map.set(key, [element])
}

/** Blocks that were never laid out have guessed heights, so the place is looked up again once they have. */
function scrollTo(element: HTMLElement | undefined): void {
  if (!element) return
  const go = (): void => element.scrollIntoView({ block: 'center' })
  if (isInView(element)) return
  go()
  requestAnimationFrame(() => {
    go()
    requestAnimationFrame(go)
  })
}

function isInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  const frame = element.closest('.text')?.getBoundingClientRect()
  return (
    frame !== undefined &&
    top >= frame.top &&
    bottom <= Math.min(frame.bottom, window.innerHeight) &&
    bottom > top
  )
}
