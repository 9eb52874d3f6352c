import { fill, type Language } from '../diagnostics/message.js'
import { printable } from '../diagnostics/width.js'
import type { RegistryDocument } from '../generated/registry.js'
import { type Listed, listingOf } from '../registry/listing.js'
import { bodiesText, dueText, sectionText, targetText } from './cells.js'
import { type Heading, HEADINGS, ROLES, TYPES } from './words.js'
import type { Writer } from './writer.js'

const COLUMNS = [
  'id',
  'section',
  'text',
  'type',
  'target',
  'body',
  'due',
] as const satisfies readonly Heading[]

/** A page with a table for each document. */
export const markdown = (language: Language): Writer => ({
  begin: () => '',
  before: (index) => (index === 0 ? '' : '\n'),
  document: (document) => page(document, language),
  end: () => '',
})

function page(document: RegistryDocument, language: Language): string {
  const words = HEADINGS[language]
  const facts = [
    [words.issuers, document.issuers.join('、')],
    [words.documentNumber, document.documentNumber],
    [words.issuedOn, document.issuedOn],
  ].flatMap(([name, value]) => (value ? [`- ${name}: ${escaped(value)}\n`] : []))
  const head = `# ${escaped(document.title ?? document.id)}\n\n`
  const list = facts.length > 0 ? `${facts.join('')}\n` : ''
  return head + list + markdownTable(listingOf(document), language)
}

/** A heading for a part of a list: ## 市教育局 (12) */
export const markdownHeading = (text: string, count: number, language: Language): string =>
  `## ${escaped(text)} (${fill(HEADINGS[language].obligations, { count })})\n\n`

/** The obligations as a table of GFM. */
export function markdownTable(items: readonly Listed[], language: Language): string {
  const words = HEADINGS[language]
  if (items.length === 0) return `${words.none}\n`
  const rows = [
    row(COLUMNS.map((name) => words[name])),
    row(COLUMNS.map(() => '---')),
    ...items.map((item) => row(cells(item, language))),
  ]
  return rows.join('')
}

function cells(item: Listed, language: Language): string[] {
  const { path, obligation } = item
  const due = obligation.due?.date ?? null
  const bodies = (['lead', 'responsible', 'support'] as const).flatMap((role) => {
    const names = bodiesText(item, role, '、', language)
    return names === '' ? [] : [escaped(`${ROLES[language][role]}: ${names}`)]
  })
  return [
    escaped(obligation.id),
    escaped(sectionText(path)),
    escaped(obligation.text),
    [obligation.type, ...obligation.also].map((type) => TYPES[language][type]).join('、'),
    obligation.targets.map((target) => escaped(targetText(target, due, language))).join('<br>'),
    bodies.join('<br>'),
    escaped(dueText(item, '；', language)),
  ]
}

const row = (values: readonly string[]): string => `| ${values.join(' | ')} |\n`

/** Text that stays text: no sign of it is one of Markdown, and a line break does not end the row. */
const escaped = (text: string): string =>
  printable(text)
    .replace(/[\\`*_[\]<>|~&#]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim()
