import { baseLexicon, type LexiconData } from '../grammar/index.js'
import { fold } from '../source/fold.js'
import { readYamlFile, type YamlFault } from './yaml-file.js'

/** Why a word list file cannot be used. */
export type LexiconFault =
  | Exclude<YamlFault, { kind: 'missing' }>
  | { readonly kind: 'shape'; readonly place: string; readonly reason: string }
  | { readonly kind: 'unknown-list'; readonly list: string; readonly known: string }

/**
 * Further words for the rules, from a YAML file: the word list file, the list in it, the words.
 *
 *     organs:
 *       suffix: [攻坚队, 专班]
 */
export async function readLexicon(path: string): Promise<LexiconData | LexiconFault> {
  const file = await readYamlFile(path)
  if ('kind' in file) return file.kind === 'missing' ? { kind: 'unreadable', reason: 'ENOENT' } : file
  const { default: fitsSchema } = await import('../generated/validate-lexicon.js')
  const { value } = file
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
      if (Object.hasOwn(data, file) && Object.hasOwn(data[file] ?? {}, list)) continue
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
