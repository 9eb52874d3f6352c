import { VIEWS } from '../address.js'
import type { PageDocument } from '../model.js'
import type { Phrase } from '../phrases.js'
import { BodiesView } from './bodies-view.js'
import { h } from './dom.js'
import { FilterBar } from './filter-bar.js'
import { HeadBar } from './head-bar.js'
import { Inspector } from './inspector.js'
import { onKeys } from './keys.js'
import { ListView } from './list-view.js'
import { NotesView } from './notes-view.js'
import { Page } from './page.js'
import { SourcePane } from './source-pane.js'
import { Tabs } from './tabs.js'
import { TimesView } from './times-view.js'

const read = (element: Element): unknown => JSON.parse(element.textContent ?? '')

function start(): void {
  const head = document.getElementById('registry')
  if (!head) return
  const { language } = read(head) as { language: 'en' | 'zh' }
  const documents = [...document.querySelectorAll('script.document')].map(
    (item) => read(item) as PageDocument,
  )
  const page = new Page(documents, language)
  const help = h('dialog', { class: 'help' })
  const bar = new HeadBar(page, () => help.showModal())
  const source = new SourcePane(page)
  const tabs = new Tabs(page)
  const filters = new FilterBar(page)
  const list = new ListView(page)
  const bodies = new BodiesView(page)
  const times = new TimesView(page)
  const notes = new NotesView(page)
  const inspector = new Inspector(page)
  const views = [list, bodies, times, notes].map(({ element }) => element)
  const right = h('main', { class: 'right' }, tabs.element, filters.element, ...views, inspector.element)
  document.body.append(bar.element, h('div', { class: 'panes' }, source.element, right), help)

  page.listen((changed) => {
    const { view } = page.address
    const root = document.documentElement
    root.lang = page.language === 'zh' ? 'zh-CN' : 'en'
    root.dataset['theme'] = theme(page)
    for (const name of VIEWS) document.body.classList.toggle(`view-${name}`, name === view)
    if (changed.has('language') || help.childElementCount === 0) fillHelp(help, page)
    bodies.draw()
    times.draw()
  })
  page.read()
  window.addEventListener('hashchange', () => page.read())
  const root = document.documentElement
  DARK.addEventListener('change', () => (root.dataset['theme'] = theme(page)))
  window.addEventListener('beforeprint', () => {
    root.dataset['theme'] = 'light'
    list.fillAll()
    bodies.draw(true)
    times.draw(true)
  })
  window.addEventListener('afterprint', () => (root.dataset['theme'] = theme(page)))
  onKeys(page, { list, filters, bar, help })
}

const DARK = window.matchMedia('(prefers-color-scheme: dark)')

const theme = (page: Page): string => page.address.theme || (DARK.matches ? 'dark' : 'light')

const KEYS: readonly (readonly [string, Phrase])[] = [
  ['/', 'key-search'],
  ['j  k  ↓  ↑', 'key-next'],
  ['1 – 5', 'key-view'],
  ['[  ]', 'key-document'],
  ['t', 'key-theme'],
  ['Esc', 'key-close'],
  ['?', 'key-help'],
]

function fillHelp(help: HTMLDialogElement, { speak }: Page): void {
  const rows = KEYS.flatMap(([keys, phrase]) => [
    h('dt', {}, ...keys.split('  ').map((key) => h('kbd', {}, key))),
    h('dd', {}, speak(phrase)),
  ])
  help.replaceChildren(
    h('h2', {}, speak('help')),
    h('dl', {}, ...rows),
    h('p', { class: 'hint' }, speak('key-address')),
    h('button', { type: 'button', onclick: () => help.close() }, speak('close')),
  )
}

start()
