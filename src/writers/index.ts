import type { Language } from '../diagnostics/message.js'
import { csv } from './csv.js'
import { json } from './json.js'
import { markdown } from './markdown.js'
import { ndjson } from './ndjson.js'
import { rows } from './rows.js'
import type { WholeWriter, Writer } from './writer.js'
import { yaml } from './yaml.js'

export { Assembly } from './assembly.js'
export { write, type Head, type Piece, pieceOf, type WholeWriter, type Writer } from './writer.js'

/** The formats that hold a whole registry and can be read again. */
export const WRITERS = { yaml, json, ndjson } as const satisfies Record<string, Writer>

/** The formats that hand a registry on, in the language of the reader; each is loaded when it is asked for. */
const HANDED_ON = {
  rows: async () => rows,
  csv: async (language) => csv(language),
  md: async (language) => markdown(language),
  xlsx: async () => (await import('./xlsx.js')).xlsx,
  ics: async () => (await import('./ics.js')).ics,
  html: async () => (await import('./html.js')).html,
} as const satisfies Record<string, (language: Language) => Promise<Writer | WholeWriter>>

export type Format = keyof typeof WRITERS | keyof typeof HANDED_ON

/** The output formats by the name that `-f` takes. */
export const FORMATS = [...Object.keys(WRITERS), ...Object.keys(HANDED_ON)] as readonly Format[]

/** Formats that are no text: a terminal is no place for them. */
export const BINARY: ReadonlySet<string> = new Set<Format>(['xlsx'])

/** Whether a format shows the source texts beside the registry. */
export const wantsTexts = (format: string): boolean => TEXT_FORMATS.has(format)
const TEXT_FORMATS: ReadonlySet<string> = new Set<Format>(['html'])

/** What follows the name of a document where each has a file of its own. */
export const endingOf = (format: Format): string => (format === 'rows' ? 'rows.ndjson' : format)

/** The format that a file name asks for, or null. */
export function formatOf(path: string): Format | null {
  if (/\.rows\.(?:ndjson|jsonl)$/i.test(path)) return 'rows'
  const ending = /\.([^.\\/]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  return OTHER_ENDINGS.get(ending) ?? FORMATS.find((format) => format === ending) ?? null
}

const OTHER_ENDINGS = new Map<string, Format>([
  ['yml', 'yaml'],
  ['jsonl', 'ndjson'],
  ['markdown', 'md'],
  ['ical', 'ics'],
  ['htm', 'html'],
])

export async function writerOf(format: Format, language: Language): Promise<Writer | WholeWriter> {
  if (Object.hasOwn(WRITERS, format)) return WRITERS[format as keyof typeof WRITERS]
  return HANDED_ON[format as keyof typeof HANDED_ON](language)
}
