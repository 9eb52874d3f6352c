import type { PageDiagnostic, PageDocument } from '../model.js'
import { h } from './dom.js'
import type { Change, Page } from './page.js'

/** What the registry notes about its documents, worst first. */
export class NotesView {
  readonly element = h('div', { class: 'view', id: 'view-notes', 'data-view': 'notes', role: 'tabpanel' })

  constructor(private readonly page: Page) {
    page.listen((changed) => this.update(changed))
  }

  private update(changed: ReadonlySet<Change>): void {
    const { page } = this
    if (changed.has('doc') || changed.has('language')) this.show()
    if (!changed.has('selected') && !changed.has('at')) return
    for (const item of this.element.querySelectorAll('button')) {
      const chosen =
        page.document?.id === item.dataset['document'] && page.address.selected === item.dataset['note']
      item.classList.toggle('chosen', chosen)
    }
  }

  private show(): void {
    const { page } = this
    const documents = page.several ? page.documents : [page.document].filter((item) => item !== undefined)
    const notes = documents.flatMap((document) =>
      document.diagnostics.map((note, index) => ({ document, note, index })),
    )
    const order = ['error', 'warning', 'info']
    notes.sort((a, b) => order.indexOf(a.note.severity) - order.indexOf(b.note.severity))
    this.element.replaceChildren(
      notes.length === 0
        ? h('p', { class: 'empty' }, page.speak('no-notes'))
        : h('ul', { class: 'notes' }, ...notes.map((item) => this.note(item))),
    )
  }

  private note(item: {
    readonly document: PageDocument
    readonly note: PageDiagnostic
    readonly index: number
  }): HTMLElement {
    const { page } = this
    const { document, note, index } = item
    const place = note.at
      ? page.speak('place', { line: note.at.line, column: note.at.column })
      : page.speak('no-place')
    const id = `diagnostic:${index}`
    return h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          'data-document': document.id,
          'data-note': id,
          onclick: () => page.choose(document, id),
        },
        h('span', { class: `type ${note.severity}` }, page.speak(note.severity)),
        h('span', { class: 'message' }, note[page.language]),
        h(
          'span',
          { class: 'faint' },
          [...(page.several ? [document.title ?? document.id] : []), place].join(' · '),
        ),
        h('code', {}, note.code),
      ),
    )
  }
}
