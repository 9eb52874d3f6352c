import { FEATURES, type Filter, GROUPINGS, SORTS, TYPES } from '../query/index.js'
import type { Role } from '../generated/registry.js'
import { QUERY_FORMATS, type QueryOptions } from './query.js'
import { CommandError, type Ui } from './ui.js'
import { readDate } from './words.js'

/** The options of `query` as commander gives them. */
export type RawQuery = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

const ROLES = ['lead', 'responsible', 'support'] as const satisfies readonly Role[]

/** What is looked for, of the options; a value that no filter takes ends the command. */
export function readFilter(raw: RawQuery, ui: Ui): Filter {
  const { body, section, document, metric, text } = raw as Readonly<Record<string, readonly string[]>>
  const after = dateOf(raw['dueAfter'], 'first', '--due-after', ui)
  const before = dateOf(raw['dueBefore'], 'last', '--due-before', ui)
  return {
    ...given({ body, section, document, metric, text }),
    ...given({
      role: words(raw['role'], ROLES, '--role'),
      type: words(raw['type'], TYPES, '--type'),
      has: words(raw['has'], FEATURES, '--has'),
      lacks: words(raw['lacks'], FEATURES, '--lacks'),
    }),
    ...given({ dueAfter: after, dueBefore: before }),
  }
}

/** How it is shown. */
export function readQueryOptions(raw: RawQuery): QueryOptions {
  const one = <T extends string>(name: string, known: readonly T[], option: string): T | undefined =>
    words(raw[name] === undefined ? undefined : [String(raw[name])], known, option)?.[0]
  return {
    ...given({
      groupBy: one('groupBy', GROUPINGS, '--group-by'),
      sort: one('sort', SORTS, '--sort'),
      format: one('format', QUERY_FORMATS, '--format'),
    }),
    ...given({ limit: countOf(raw['limit'], '--limit'), width: countOf(raw['width'], '--width') }),
    ...given({
      output: raw['output'] as string | undefined,
      sources: raw['sources'] as string | undefined,
    }),
    reverse: raw['reverse'] === true,
    quiet: raw['quiet'] === true,
  }
}

/** The options that were given. */
const given = <T extends object>(options: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T

/** Words of a closed list, also several with commas between. */
function words<T extends string>(value: unknown, known: readonly T[], option: string): T[] | undefined {
  if (value === undefined) return undefined
  return (value as readonly string[])
    .flatMap((item) => item.split(/[,，]/))
    .map((item) => {
      const word = known.find((one) => one === item.trim())
      if (word === undefined)
        throw new CommandError('usage-value', { value: item, option, allowed: known.join(', ') })
      return word
    })
}

/** A day, or the first or last day of the month or year that is given: 2020 · 2020-06 · 2020-06-30 */
function dateOf(value: unknown, edge: 'first' | 'last', option: string, ui: Ui): string | undefined {
  if (value === undefined) return undefined
  const text = String(value)
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?$/.exec(text) ?? []
  if (year === undefined) return readDate(text, ui.say('a-day-or-more'), option) ?? undefined
  const from = month ?? (edge === 'first' ? '01' : '12')
  const last = new Date(Date.UTC(Number(year), Number(from), 0)).getUTCDate()
  const day = `${year}-${from}-${edge === 'first' ? '01' : last}`
  return readDate(day, ui.say('a-day-or-more'), option) ?? undefined
}

function countOf(value: unknown, option: string): number | undefined {
  if (value === undefined) return undefined
  const count = /^\d{1,9}$/.test(String(value)) ? Number(value) : Number.NaN
  if (Number.isNaN(count))
    throw new CommandError('usage-value', { value: String(value), option, allowed: '0, 1, 2 …' })
  return count
}
