import type { Language } from '../diagnostics/message.js'
import { type Listed, listingOf } from '../registry/listing.js'
import { bodiesText, datesText, placeText, sectionText, targetText } from './cells.js'
import { BASES, type Heading, HEADINGS, TYPES } from './words.js'
import type { Writer } from './writer.js'

const COLUMNS = [
  'document',
  'id',
  'section',
  'text',
  'type',
  'target',
  'lead',
  'responsible',
  'support',
  'due',
  'basis',
  'place',
] as const satisfies readonly Heading[]

/** Between several bodies or targets of one cell. A body's name may hold 、 (各市、县、区政府), none holds this. */
const SIGN = '；'

/** What Excel and its kin take for a formula, in any width, behind signs that nobody sees too. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|^[\t\r\n]/u

/** What no program expects in a table, and some stop at; half a character cannot be written at all. */
// oxlint-disable-next-line no-control-regex -- exactly these are meant
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Cs}/gu

/** A table for spreadsheets: UTF-8 with its mark, CRLF, quoted as RFC 4180 says. */
export const csv = (language: Language): Writer => ({
  begin: () => csvHeader(language),
  before: () => '',
  document: (document) => csvLines(listingOf(document), language),
  end: () => '',
})

export const csvHeader = (language: Language): string =>
  `\ufeff${line(COLUMNS.map((name) => HEADINGS[language][name]))}`

export const csvLines = (items: readonly Listed[], language: Language): string =>
  items.map((item) => line(cells(item, language))).join('')

function cells(item: Listed, language: Language): string[] {
  const { document, path, obligation } = item
  const { due, span, targets } = obligation
  return [
    document.title ?? document.id,
    obligation.id,
    sectionText(path),
    obligation.text,
    [obligation.type, ...obligation.also].map((type) => TYPES[language][type]).join(SIGN),
    targets.map((target) => targetText(target, due?.date ?? null, language)).join(SIGN),
    bodiesText(item, 'lead', SIGN, language),
    bodiesText(item, 'responsible', SIGN, language),
    bodiesText(item, 'support', SIGN, language),
    datesText(item, SIGN, language),
    due ? BASES[language][due.basis] : '',
    `${document.source.path} ${placeText(span, language)}`,
  ]
}

const line = (values: readonly string[]): string => `${values.map(field).join(',')}\r\n`

/** A cell that would be a formula gets an apostrophe: 税率下调 stays, =HYPERLINK(…) becomes text. Control characters become U+FFFD. */
export function field(value: string): string {
  const shown = value.replaceAll(CONTROL, '\ufffd')
  const safe = FORMULA.test(value) ? `'${shown}` : shown
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
