import { readFile } from 'node:fs/promises'
import { baseLexicon, type LexiconData } from '../grammar/index.js'
import { fold } from '../source/fold.js'
import { decode } from './decode.js'

/** Why a word list file cannot be used. */
export type LexiconFault =
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'syntax'; readonly line: number; readonly reason: string }
  | { readonly kind: 'shape'; readonly place: string; readonly reason: string }
  | { readonly kind: 'unknown-list'; readonly list: string; readonly known: string }

/**
 * Further words for the rules, from a YAML file: the word list file, the list in it, the words.
 *
 *     organs:
 *       suffix: [攻坚队, 专班]
 */
export async function readLexicon(path: string): Promise<LexiconData | LexiconFault> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    return { kind: 'unreadable', reason: (error as NodeJS.ErrnoException).code ?? String(error) }
  }
  const decoded = decode(bytes)
  if ('code' in decoded) return { kind: 'unreadable', reason: decoded.code }
  return parseLexicon(decoded.text)
}

/** The same from the file's text. */
async function parseLexicon(text: string): Promise<LexiconData | LexiconFault> {
  const { load, YAMLException } = await import('js-yaml')
  const { default: fitsSchema } = await import('../generated/validate-lexicon.js')
  let value: unknown
  try {
    value = load(text.replace(/^\ufeff/, ''))
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    return { kind: 'syntax', line: (error.mark?.line ?? 0) + 1, reason: error.reason }
  }
  if (!fitsSchema(value)) {
    const error = fitsSchema.errors?.[0]
    return { kind: 'shape', place: error?.instancePath || '/', reason: error?.message ?? '' }
  }
  const words = value as LexiconData
  return unknownList(words) ?? folded(words)
}

/** A list that no rule asks for would be silently useless. */
function unknownList(words: LexiconData): LexiconFault | null {
  const { data } = baseLexicon()
  for (const [file, lists] of Object.entries(words)) {
    for (const list of Object.keys(lists)) {
      if (data[file]?.[list]) continue
      const known = Object.keys(data).flatMap((name) =>
        Object.keys(data[name] ?? {}).map((item) => `${name}.${item}`),
      )
      return { kind: 'unknown-list', list: `${file}.${list}`, known: known.sort().join(', ') }
    }
  }
  return null
}

/** Words are compared with folded text, so they are folded too. */
const folded = (words: LexiconData): LexiconData =>
  Object.fromEntries(
    Object.entries(words).map(([file, lists]) => [
      file,
      Object.fromEntries(Object.entries(lists).map(([list, items]) => [list, items.map(fold)])),
    ]),
  )

/** Whether reading gave a fault. A word list file could hold lists called `kind`, but not with a string for them. */
export const isFault = (result: LexiconData | LexiconFault): result is LexiconFault =>
  typeof result['kind'] === 'string'
