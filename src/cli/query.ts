import type { Registry } from '../generated/registry.js'
import {
  type Filter,
  type Group,
  grouped,
  type Grouping,
  type Match,
  narrow,
  queryResult,
  select,
  type Sort,
  sorted,
} from '../query/index.js'
import { csvHeader, csvLines } from '../writers/csv.js'
import { formatOf, write, writerOf } from '../writers/index.js'
import { markdownHeading, markdownTable } from '../writers/markdown.js'
import { rowLines } from '../writers/rows.js'
import { TYPES } from '../writers/words.js'
import { plainYaml } from '../writers/yaml.js'
import { queryTable } from './query-table.js'
import { readRegistries } from './registries.js'
import { writeOutput } from './output.js'
import { refuseTerminal } from './sink.js'
import { textsFor } from './sources.js'
import { FOUND, OK, type Ui } from './ui.js'

export const QUERY_FORMATS = ['table', 'yaml', 'json', 'rows', 'csv', 'md', 'xlsx', 'ics', 'html'] as const
type QueryFormat = (typeof QUERY_FORMATS)[number]

export interface QueryOptions {
  readonly groupBy?: Grouping
  readonly sort?: Sort
  readonly reverse?: boolean
  readonly limit?: number
  readonly width?: number
  readonly format?: QueryFormat
  readonly output?: string
  readonly sources?: string
  readonly quiet?: boolean
}

interface Answer {
  readonly registry: Registry
  readonly filter: Filter
  readonly total: number
  readonly matches: readonly Match[]
  readonly groupBy: Grouping | null
  readonly groups: readonly Group[]
  readonly width: number
  /** The source texts, for a format that shows them. */
  readonly texts: ReadonlyMap<string, string>
}

/** Columns of a table where no terminal says how many there are. */
const WIDTH = 160

/** `qparse query REGISTRY…`: the obligations that every filter finds. How many there are goes to standard error. */
export async function queryCommand(
  files: readonly string[],
  filter: Filter,
  options: QueryOptions,
  ui: Ui,
): Promise<number> {
  const { output, groupBy = null, sort = 'document', reverse = false } = options
  const format = options.format ?? asked(output)
  if (output === undefined) refuseTerminal(format)
  const registry = await readRegistries(files, ui)
  const { texts, complete } = await textsFor(format, registry, options.sources, ui)
  const matches = sorted(select(registry.documents, filter), sort, reverse).slice(0, options.limit)
  const answer: Answer = {
    registry,
    filter,
    total: registry.documents.reduce((sum, { obligations }) => sum + obligations.length, 0),
    matches,
    groupBy,
    groups: groupBy === null ? [{ key: null, matches }] : grouped(matches, groupBy),
    width: options.width ?? process.stdout.columns ?? WIDTH,
    texts,
  }
  await writeOutput(output, await RENDERED[format](answer, ui), ui)
  if (!options.quiet)
    ui.err(ui.palette.dim(ui.say('query-found', { count: matches.length, total: answer.total })))
  return complete ? OK : FOUND
}

/** The format that the output's name asks for; a table where it asks for none. */
function asked(output: string | undefined): QueryFormat {
  const format = output === undefined ? null : formatOf(output)
  return QUERY_FORMATS.find((name) => name === format) ?? 'table'
}

type Render = (answer: Answer, ui: Ui) => string | Promise<string | Uint8Array>

const RENDERED: Readonly<Record<QueryFormat, Render>> = {
  table: tables,
  yaml: (answer) => plainYaml(resultOf(answer)),
  json: (answer) => `${JSON.stringify(resultOf(answer), null, 2)}\n`,
  rows: ({ matches }) => rowLines(matches),
  csv: ({ matches }, { pageLanguage }) => csvHeader(pageLanguage) + csvLines(matches, pageLanguage),
  md: pages,
  xlsx: whole('xlsx'),
  ics: whole('ics'),
  html: whole('html'),
}

const resultOf = (answer: Answer): ReturnType<typeof queryResult> =>
  queryResult({ ...answer, generator: answer.registry.generator })

/** A table, or one a group under its name. */
function tables({ matches, groupBy, groups, width }: Answer, ui: Ui): string {
  if (matches.length === 0) return ''
  const parts = groups.map(({ key, matches: items }) => {
    const table = queryTable(items, width, ui)
    if (groupBy === null) return table
    const name = keyText(key, groupBy, ui)
    return `${ui.palette.cyan(ui.say('query-group', { name, count: items.length }))}\n${table}`
  })
  return `${parts.join('\n\n')}\n`
}

function pages({ groupBy, groups }: Answer, ui: Ui): string {
  const language = ui.pageLanguage
  return groups
    .map(({ key, matches }) => {
      const head =
        groupBy === null ? '' : markdownHeading(keyText(key, groupBy, ui), matches.length, language)
      return head + markdownTable(matches, language)
    })
    .join('\n')
}

function whole(format: 'xlsx' | 'ics' | 'html'): Render {
  return async ({ registry, matches, texts }, { pageLanguage: language }) => {
    const writer = await writerOf(format, language)
    const found = narrow(registry, matches)
    const options = { language, texts, items: matches }
    return 'whole' in writer ? writer.whole(found, options) : write(writer, found, options)
  }
}

/** What a group is called: 市民政局 · 结果 · 2025; or that its members have nothing of the kind. */
function keyText(key: string | null, by: Grouping, ui: Ui): string {
  if (key === null) return ui.say(`query-no-${by}`)
  return by === 'type' ? ((TYPES[ui.pageLanguage] as Readonly<Record<string, string>>)[key] ?? key) : key
}
