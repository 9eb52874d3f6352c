import type { PageDocument } from '../model.js'
import type { Speak } from '../phrases.js'
import { h } from './dom.js'
import type { Change, Page } from './page.js'

/** The document's name and dates, the choice of document, and what concerns the whole page. */
export class HeadBar {
  readonly element = h('header', { class: 'page-head' })

  constructor(
    private readonly page: Page,
    private readonly help: () => void,
  ) {
    page.listen((changed) => this.update(changed))
  }

  nextTheme(): void {
    const { page } = this
    const dark = window.document.documentElement.dataset['theme'] === 'dark'
    page.change({ theme: dark ? 'light' : 'dark' })
  }

  /** The document before or after the one shown. */
  step(by: 1 | -1): void {
    const { page } = this
    const at = page.document ? page.documents.indexOf(page.document) : 0
    const next = page.documents[at + by]
    if (next) page.change({ doc: next.id, selected: '' })
  }

  private update(changed: ReadonlySet<Change>): void {
    if (!['doc', 'at', 'language'].some((key) => changed.has(key as Change))) return
    const { page } = this
    const { speak, document } = page
    window.document.title = `${document?.title ?? document?.id ?? ''} · ${speak('page')}`
    const tool = (name: string, label: string, title: string, onclick: () => void): HTMLElement =>
      h('button', { type: 'button', class: `tool tool-${name}`, title, 'aria-label': title, onclick }, label)
    this.element.replaceChildren(
      h(
        'div',
        { class: 'names' },
        h('h1', { lang: 'zh-CN' }, document?.title ?? document?.id ?? speak('untitled')),
        h(
          'p',
          { class: 'meta' },
          ...(document ? facts(document, speak) : []).map((fact) => h('span', {}, fact)),
        ),
      ),
      h(
        'div',
        { class: 'tools' },
        page.documents.length > 1 && this.documents(),
        tool('language', speak('other-language'), speak('other-language-title'), () =>
          page.change({ language: page.language === 'zh' ? 'en' : 'zh' }),
        ),
        tool('theme', '◐', speak('theme'), () => this.nextTheme()),
        tool('print', speak('print'), speak('print'), () => window.print()),
        tool('help', '?', speak('help'), this.help),
      ),
    )
  }

  private documents(): HTMLElement {
    const { page } = this
    const { speak } = page
    const current = page.several ? '*' : page.document?.id
    const option = (value: string, label: string): HTMLElement =>
      h('option', { value, selected: value === current }, label)
    const select = h(
      'select',
      {
        class: 'document',
        'aria-label': speak('document'),
        onchange: () => page.change({ doc: select.value, at: '', selected: '' }),
      },
      option('*', speak('all-documents', { n: page.documents.length })),
      ...page.documents.map(({ id, title }) => option(id, title ?? id)),
    )
    return select
  }
}

/** 吐政办〔2018〕13号 · issued 2018-11-01 · … */
function facts(document: PageDocument, speak: Speak): string[] {
  const { effective, coverage } = document
  const dated = (label: string, date: string | null): string => (date ? `${label} ${date}` : '')
  const force = [dated(speak('in-force'), effective.on), dated(speak('until-day'), effective.until)]
  return [
    document.documentNumber ?? '',
    document.issuers.join('、'),
    dated(speak('issued'), document.issuedOn),
    dated(speak('published'), document.publishedOn),
    ...force,
    coverage.cues > 0
      ? speak('coverage', { n: coverage.cues - coverage.cuesUnread, all: coverage.cues })
      : '',
    document.path,
  ].filter(Boolean)
}
