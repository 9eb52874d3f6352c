import { createHash } from 'node:crypto'
import ICAL from 'ical.js'
import { printable } from '../diagnostics/width.js'
import type { Language } from '../diagnostics/message.js'
import type { Registry } from '../generated/registry.js'
import type { Listed } from '../registry/listing.js'
import { bodiesText, dueText, placeText, sectionText, targetText } from './cells.js'
import { type CalendarEntry, entriesOf } from './ics-entries.js'
import { HEADINGS, ROLES, TYPES } from './words.js'
import { itemsOf, type WholeWriter } from './writer.js'

// The library counts a folded line without the space before it, so a limit of 75 would give lines of 76 octets.
ICAL.foldLength = 74

/** Columns of a summary: what a calendar shows in one line. */
const SUMMARY = 60

/**
 * A calendar of RFC 5545: a to-do for each date by which something is to be done, an all-day event for each period and
 * each recurrence. A time without a date (自印发之日起30日内) is a to-do without one. Nothing comes from the clock: an
 * entry is stamped with its document's date of issue.
 */
export const ics: WholeWriter = {
  async whole(registry, options = {}) {
    const { language = 'zh' } = options
    const calendar = new ICAL.Component('vcalendar')
    calendar.addPropertyWithValue('version', '2.0')
    calendar.addPropertyWithValue('prodid', `-//qparse//registry//${language.toUpperCase()}`)
    calendar.addPropertyWithValue('method', 'PUBLISH')
    calendar.addPropertyWithValue('x-wr-calname', nameOf(registry, language))
    for (const item of itemsOf(registry, options)) {
      for (const entry of entriesOf(item)) calendar.addSubcomponent(component(item, entry, language))
    }
    return `${calendar.toString()}\r\n`
  },
}

const nameOf = ({ documents }: Registry, language: Language): string => {
  const [only] = documents
  return only && documents.length === 1 ? clean(only.title ?? only.id) : HEADINGS[language].tasks
}

function component(item: Listed, entry: CalendarEntry, language: Language): ICAL.Component {
  const { document, obligation } = item
  const made = new ICAL.Component(entry.kind === 'todo' ? 'vtodo' : 'vevent')
  const add = (name: string, value: string | ICAL.Time | ICAL.Recur): unknown =>
    made.addPropertyWithValue(name, value)
  const day = (date: string): ICAL.Time => ICAL.Time.fromDateString(date)
  add('uid', uid(item, entry))
  add('dtstamp', ICAL.Time.fromDateTimeString(`${document.issuedOn ?? '1970-01-01'}T00:00:00Z`))
  if (entry.start !== null) add('dtstart', day(entry.start))
  if (entry.kind === 'todo') {
    if (entry.end !== null) add('due', day(entry.end))
    add('status', 'NEEDS-ACTION')
  } else {
    if (entry.end !== null) add('dtend', dayAfter(entry.end))
    add('transp', 'TRANSPARENT')
  }
  if (entry.rrule !== null) add('rrule', ICAL.Recur.fromString(entry.rrule))
  add('summary', summary(item, language))
  add('description', description(item, language))
  const categories = new ICAL.Property('categories')
  categories.setValues([obligation.type, ...obligation.also].map((type) => TYPES[language][type]))
  made.addProperty(categories)
  return made
}

/** The last day of an event is the one before its DTEND. */
function dayAfter(date: string): ICAL.Time {
  const time = ICAL.Time.fromDateString(date)
  time.adjust(1, 0, 0, 0)
  return time
}

/** The same entry of the same text has the same name in every calendar, so that an import replaces what it knows. */
function uid({ document, obligation }: Listed, { kind, start, end, rrule }: CalendarEntry): string {
  const key = [document.source.sha256 ?? document.id, obligation.id, kind, start, end, rrule].join('\0')
  return `${createHash('sha256').update(key).digest('hex').slice(0, 32)}@qparse`
}

const clean = (text: string): string => printable(text).trim()

/** 市民政局: 加快建设社区养老服务站。 */
function summary(item: Listed, language: Language): string {
  const lead = bodiesText(item, 'lead', '、', language) || bodiesText(item, 'responsible', '、', language)
  const text = clean(item.obligation.text)
  const short = text.length > SUMMARY ? `${text.slice(0, SUMMARY).replace(/[\uD800-\uDBFF]$/, '')}…` : text
  return lead === '' ? short : `${clean(lead)}: ${short}`
}

/** Everything else, a line each: 任务内容, 目标, 牵头单位 … */
function description(item: Listed, language: Language): string {
  const { document, obligation, path } = item
  const words = HEADINGS[language]
  const due = obligation.due?.date ?? null
  const lines: [string, string][] = [
    [words.text, obligation.text],
    [words.target, obligation.targets.map((target) => targetText(target, due, language)).join('；')],
    ...(['lead', 'responsible', 'support'] as const).map((role): [string, string] => [
      ROLES[language][role],
      bodiesText(item, role, '、', language),
    ]),
    [words.due, dueText(item, '；', language)],
    [words.document, [document.title ?? document.id, document.documentNumber].filter(Boolean).join(' ')],
    [words.section, sectionText(path)],
    [words.place, `${document.source.path} ${placeText(obligation.span, language)} (${obligation.id})`],
  ]
  return lines
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${clean(value)}`)
    .join('\n')
}
