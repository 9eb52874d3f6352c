import type { DueBasis } from '../../../generated/registry.js'
import { NO_FILTERS } from '../filters.js'
import type { Phrase } from '../phrases.js'
import {
  type BodyRole,
  type PageDeadline,
  type PageDocument,
  type PageTarget,
  type Place,
  quote,
} from '../model.js'
import { h } from './dom.js'
import { type Chosen, type Page } from './page.js'
import { figure } from './words.js'

/** Everything that the registry says of what is chosen. */
export class Inspector {
  readonly element = h('aside', { class: 'inspector', 'aria-live': 'polite' })

  constructor(private readonly page: Page) {
    page.listen((changed) => {
      if (['selected', 'at', 'doc', 'language', 'filters'].some((key) => changed.has(key as never)))
        this.update()
    })
  }

  private update(): void {
    const { page } = this
    const { document, chosen } = page
    this.element.hidden = !chosen
    if (!chosen || !document) return this.element.replaceChildren()
    const close = h(
      'button',
      {
        type: 'button',
        class: 'close',
        'aria-label': page.speak('close'),
        onclick: () => page.change({ selected: '' }),
      },
      '×',
    )
    const others = h(
      'nav',
      { class: 'others' },
      this.button(page.speak('in-text'), () => page.change({ view: 'source' })),
      this.button(page.speak('in-list'), () => page.change({ view: 'obligations' })),
    )
    this.element.replaceChildren(close, others, ...this.content(document, chosen))
    this.element.scrollTop = 0
  }

  private content(document: PageDocument, { kind, index }: Chosen): Node[] {
    switch (kind) {
      case 'obligation':
        return this.obligation(document, index)
      case 'assignment':
        return this.assignment(document, index)
      case 'section':
        return this.section(document, index)
      case 'citation':
        return this.citation(document, index)
      case 'diagnostic':
        return this.diagnostic(document, index)
    }
  }

  private obligation(document: PageDocument, index: number): Node[] {
    const item = document.obligations[index]
    if (!item) return []
    const { speak } = this.page
    const also = item.also.map((type) => h('span', { class: `type ${type} faint` }, speak(type)))
    const hidden = !this.page.shown.some((row) => row.document === document && row.index === index)
    return [
      this.head(item.id, item.at, h('span', { class: `type ${item.type}` }, speak(item.type)), ...also),
      ...(hidden
        ? [
            h(
              'p',
              { class: 'hint' },
              `${speak('hidden-by-filters')} `,
              this.button(speak('clear'), () => this.page.change({ filters: NO_FILTERS })),
            ),
          ]
        : []),
      h('blockquote', { lang: 'zh-CN' }, quote(document, item.at)),
      this.list(
        'assignees',
        item.assignees.map((body) => this.body(document, body, body.assignment)),
      ),
      this.list(
        'targets',
        item.targets.map((target) => this.target(document, target)),
      ),
      this.list(
        'deadlines',
        item.deadlines.map((time) => this.time(document, time)),
      ),
      this.list('due', item.due ? [[h('b', {}, item.due.date), this.basis(item.due.basis)]] : []),
    ]
  }

  private assignment(document: PageDocument, index: number): Node[] {
    const item = document.assignments[index]
    if (!item) return []
    const { speak } = this.page
    const covered = item.covers.map((at) => {
      const id = document.obligations[at]?.id ?? ''
      return this.button(id, () => this.page.choose(document, id))
    })
    return [
      this.head(
        item.id,
        item.at,
        h('span', { class: 'type assignment' }, speak('assignment')),
        h('span', { class: 'faint' }, speak(item.style)),
      ),
      h('blockquote', { lang: 'zh-CN' }, quote(document, item.at)),
      this.list('bodies', [
        ...item.bodies.map((body) => this.body(document, body, -1)),
        ...(item.openEnded ? [[h('span', { class: 'faint' }, speak('open-ended'))]] : []),
      ]),
      this.list(
        'deadlines',
        item.deadlines.map((time) => this.time(document, time)),
      ),
      this.list('covers', covered.length > 0 ? [[h('span', { class: 'links' }, ...covered)]] : []),
    ]
  }

  private section(document: PageDocument, index: number): Node[] {
    const item = document.sections[index]
    if (!item) return []
    return [
      this.head(item.id, item.at, h('span', { class: 'type plain' }, this.page.speak('section'))),
      h('blockquote', { lang: 'zh-CN' }, `${item.number}${item.heading ?? ''}`),
      this.list(
        'deadlines',
        item.deadlines.map((time) => this.time(document, time)),
      ),
    ]
  }

  private citation(document: PageDocument, index: number): Node[] {
    const item = document.citations[index]
    if (!item) return []
    const { speak } = this.page
    return [
      this.head('', item.at, h('span', { class: 'type citation' }, speak('citation')), speak(item.role)),
      h('blockquote', { lang: 'zh-CN' }, item.title, item.documentNumber && ` ${item.documentNumber}`),
    ]
  }

  private diagnostic(document: PageDocument, index: number): Node[] {
    const item = document.diagnostics[index]
    if (!item) return []
    const { speak, language } = this.page
    return [
      this.head('', item.at, h('span', { class: `type ${item.severity}` }, speak(item.severity)), item.code),
      h('blockquote', {}, item[language]),
    ]
  }

  private head(id: string, at: Place | null, ...labels: readonly (Node | string)[]): HTMLElement {
    const { speak } = this.page
    const page = at?.page === undefined ? '' : `${speak('page_number', { n: at.page })} `
    const place = at ? `${page}${speak('place', { line: at.line, column: at.column })}` : ''
    return h(
      'header',
      {},
      id !== '' && h('b', { class: 'id' }, id),
      ...labels,
      h('span', { class: 'place' }, place),
    )
  }

  private list(title: Phrase, items: readonly (readonly (Node | string)[])[]): HTMLElement {
    return h(
      'div',
      { class: 'field', hidden: items.length === 0 },
      h('h3', {}, this.page.speak(title)),
      h('ul', {}, ...items.map((item) => h('li', {}, ...item))),
    )
  }

  private body(document: PageDocument, { body, role }: BodyRole, assignment: number): Node[] {
    const { page } = this
    const names = document.bodies[body]
    const through = document.assignments[assignment]
    if (!names) return []
    const { name, canonical, current } = names
    const since = current?.since ? ` (${page.speak('since', { date: current.since })})` : ''
    const today = current && page.speak('today', { name: `${current.name}${since}` })
    return [
      h('span', { class: `role ${role}` }, page.speak(role)),
      this.button(name, () => page.filter({ body: `=${name}` })),
      ...(canonical && canonical !== name ? [h('span', { class: 'faint' }, canonical)] : []),
      ...(today ? [h('span', { class: 'faint', title: current.basis }, today)] : []),
      ...(through
        ? [
            this.button(
              `${page.speak('through')} ${through.id}`,
              () => page.choose(document, through.id),
              'faint',
            ),
          ]
        : []),
    ]
  }

  private target(document: PageDocument, target: PageTarget): Node[] {
    return [
      h('span', { class: 'metric', lang: 'zh-CN' }, target.metric),
      h('b', {}, figure(target)),
      ...(target.due ? [h('span', {}, target.due)] : []),
      ...(target.dueBasis ? [this.basis(target.dueBasis)] : []),
      h('q', { class: 'faint', lang: 'zh-CN' }, quote(document, target.at)),
    ]
  }

  private time(document: PageDocument, time: PageDeadline): Node[] {
    const { speak } = this.page
    const span = [time.start, time.end].filter(Boolean).join(' – ')
    const value = [span, time.rrule, time.duration].filter(Boolean).join(' ')
    return [
      h('span', { class: 'role' }, speak(time.kind)),
      h('b', {}, value),
      ...(time.dayType ? [h('span', {}, speak('working'))] : []),
      ...(time.from ? [h('span', {}, `${speak('from')}: ${time.from}`)] : []),
      h('q', { class: 'faint', lang: 'zh-CN' }, quote(document, time.at)),
    ]
  }

  private basis(basis: DueBasis): HTMLElement {
    const own = ['assignment', 'section', 'document'].includes(basis)
    return h('span', { class: 'faint' }, this.page.speak((own ? `basis-${basis}` : basis) as Phrase))
  }

  private button(label: string, onclick: () => void, kind = ''): HTMLElement {
    return h('button', { type: 'button', class: `link ${kind}`, onclick }, label)
  }
}
