import type { Cell, Row } from 'write-excel-file/node'
import type { Language } from '../diagnostics/message.js'
import type { Assignee, Due } from '../generated/registry.js'
import type { Listed } from '../registry/listing.js'
import { bodiesText, dueText, otherTimes, placeText, sectionText, startOf, targetText } from './cells.js'
import { BASES, COMPARATORS, type Heading, HEADINGS, ROLES, TYPES } from './words.js'

/** A sheet before it is laid out. */
export interface Plan {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Value[])[]
}

interface Column {
  readonly heading: Heading
  /** In characters of Latin script. */
  readonly width: number
  readonly align?: 'center'
}

/** A day with what is shown behind it: what it rests on, or when its period begins. */
interface Day {
  readonly day: string
  readonly note: string
}

type Value = string | number | null | Day

/** The title, then the headings: both stay in view, and the headings are printed on every page. */
export const HEADER_ROWS = 2

/** What a cell of a workbook can hold. */
const LONGEST = 32_767

const NUMBER: Column = { heading: 'number', width: 6, align: 'center' }
const DOCUMENT: Column = { heading: 'document', width: 24 }
const SECTION: Column = { heading: 'section', width: 20 }
const DUE: Column = { heading: 'due', width: 14, align: 'center' }
const PLACE: Column = { heading: 'place', width: 12 }

/** 任务分解表: a row an obligation. */
export function taskPlan(items: readonly Listed[], language: Language): Plan {
  const several = severalDocuments(items)
  return {
    name: HEADINGS[language].tasks,
    columns: [
      NUMBER,
      ...(several ? [DOCUMENT] : []),
      SECTION,
      { heading: 'text', width: 52 },
      { heading: 'type', width: 8, align: 'center' },
      { heading: 'target', width: 28 },
      { heading: 'lead', width: 16 },
      { heading: 'responsible', width: 20 },
      { heading: 'support', width: 16 },
      DUE,
      PLACE,
    ],
    rows: items.map((item, i) => {
      const { obligation, path } = item
      return [
        i + 1,
        ...(several ? [documentName(item)] : []),
        sectionText(path),
        obligation.text,
        [obligation.type, ...obligation.also].map((type) => TYPES[language][type]).join('、'),
        obligation.targets
          .map((target) => targetText(target, obligation.due?.date ?? null, language))
          .join('\n'),
        bodiesText(item, 'lead', '、', language),
        bodiesText(item, 'responsible', '、', language),
        bodiesText(item, 'support', '、', language),
        dueValue(item, language),
        placeText(obligation.span, language),
      ]
    }),
  }
}

/** The targets, a row each, with their figures as numbers. */
export function targetPlan(items: readonly Listed[], language: Language): Plan {
  const several = severalDocuments(items)
  return {
    name: HEADINGS[language].targets,
    columns: [
      NUMBER,
      ...(several ? [DOCUMENT] : []),
      SECTION,
      { heading: 'metric', width: 32 },
      { heading: 'comparator', width: 8, align: 'center' },
      { heading: 'value', width: 12 },
      { heading: 'high', width: 10 },
      { heading: 'unit', width: 10, align: 'center' },
      DUE,
      { heading: 'body', width: 28 },
      { heading: 'quote', width: 36 },
      { heading: 'task', width: 8, align: 'center' },
    ],
    rows: items
      .flatMap((item, i) =>
        item.obligation.targets.map((target) => {
          const [low, high] = Array.isArray(target.value) ? target.value : [target.value, null]
          const bound = target.bound === null ? '' : ` ${COMPARATORS[language][target.bound]}`
          const due = target.due && target.dueBasis && { date: target.due, basis: target.dueBasis }
          return [
            ...(several ? [documentName(item)] : []),
            sectionText(item.path),
            target.metric,
            COMPARATORS[language][target.comparator] + bound,
            low,
            high,
            target.unit,
            due ? dayValue(due, language) : null,
            allBodies(item, language),
            target.text,
            i + 1,
          ]
        }),
      )
      .map((row, i) => [i + 1, ...row]),
  }
}

/** The obligations of each body, which stand together; a body that comes first in the text stands first. */
export function bodyPlan(items: readonly Listed[], language: Language): Plan {
  const several = severalDocuments(items)
  const byBody = new Map<string, (readonly Value[])[]>()
  for (const [i, item] of items.entries()) {
    for (const assignee of firstOfEach(item.obligation.assignees)) {
      const rows = byBody.get(assignee.name) ?? []
      rows.push([
        assignee.name,
        assignee.current?.name ?? null,
        ROLES[language][assignee.role],
        ...(several ? [documentName(item)] : []),
        sectionText(item.path),
        item.obligation.text,
        dueValue(item, language),
        i + 1,
      ])
      byBody.set(assignee.name, rows)
    }
  }
  return {
    name: HEADINGS[language].bodies,
    columns: [
      NUMBER,
      { heading: 'body', width: 24 },
      { heading: 'current', width: 24 },
      { heading: 'role', width: 8, align: 'center' },
      ...(several ? [DOCUMENT] : []),
      SECTION,
      { heading: 'text', width: 60 },
      DUE,
      { heading: 'task', width: 8, align: 'center' },
    ],
    rows: [...byBody.values()].flat().map((row, i) => [i + 1, ...row]),
  }
}

/** A body that comes through two assignments in the same role has the task once. */
const firstOfEach = (assignees: readonly Assignee[]): Assignee[] =>
  [
    ...new Map(assignees.toReversed().map((item) => [`${item.role} ${item.name}`, item])).values(),
  ].toReversed()

const severalDocuments = (items: readonly Listed[]): boolean =>
  new Set(items.map(({ document }) => document)).size > 1

const documentName = ({ document }: Listed): string => document.title ?? document.id

const allBodies = (item: Listed, language: Language): string =>
  (['lead', 'responsible', 'support'] as const)
    .map((role) => bodiesText(item, role, '、', language))
    .filter((names) => names !== '')
    .join('；')

/** A day where one says it all, so that a spreadsheet can sort and filter by it; else text. */
function dueValue(item: Listed, language: Language): Value {
  const { due } = item.obligation
  if (!due || otherTimes(item, language).length > 0) return dueText(item, '\n', language)
  const start = startOf(item)
  const { day, note } = dayValue(due, language)
  return start === null ? { day, note } : { day, note: `${HEADINGS[language].from} ${start}` }
}

const dayValue = ({ date, basis }: Due, language: Language): Day => ({
  day: date,
  note: basis === 'stated' ? '' : BASES[language][basis],
})

/** The rows of a sheet with their looks: title, headings, and what is planned. */
export function rowsOf({ columns, rows, name }: Plan, title: string, language: Language): Row[] {
  const head: Cell = {
    value: cellText(title === '' ? name : `${title} ${name}`),
    columnSpan: columns.length,
    align: 'center',
    alignVertical: 'center',
    fontSize: 16,
    fontWeight: 'bold',
    height: 30,
  }
  return [
    [head, ...columns.slice(1).map(() => null)],
    columns.map(({ heading }) => ({
      ...LOOKS,
      value: HEADINGS[language][heading],
      align: 'center',
      alignVertical: 'center',
      fontWeight: 'bold',
      backgroundColor: '#d9e2f3',
    })),
    ...rows.map((row) => row.map((value, i) => cellOf(value, columns[i]?.align))),
  ]
}

const LOOKS = { alignVertical: 'top', wrap: true, borderStyle: 'thin', borderColor: '#8c8c8c' } as const

function cellOf(value: Value, align: 'center' | undefined): Cell {
  const looks = align === undefined ? LOOKS : { ...LOOKS, align }
  if (value === null || value === '') return looks
  if (typeof value === 'number') return { ...looks, value, type: Number }
  if (typeof value === 'string') return { ...looks, value: cellText(value), type: String }
  const format = value.note === '' ? 'yyyy-mm-dd' : `yyyy-mm-dd" (${value.note})"`
  return { ...looks, value: new Date(`${value.day}T00:00:00Z`), type: Date, format }
}

/**
 * No longer than a cell can hold, no _x000D_ that a spreadsheet would take for a character, and no half of one, with which
 * the library would take out the sign before it. (It takes out control characters.)
 */
function cellText(text: string): string {
  const literal = text.replaceAll(/\p{Cs}/gu, '').replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
  return literal.length > LONGEST
    ? `${literal.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
    : literal
}
