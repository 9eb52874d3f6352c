import type { LexiconData } from '../grammar/index.js'
import { ENCODINGS, type Encoding, encodingOf } from '../readers/decode.js'
import { isFault, readLexicon } from '../readers/lexicon-file.js'
import type { MessageName } from './messages.js'
import { CommandError } from './ui.js'

/** The word lists of `--lexicon`; one that cannot be used ends the command. */
export async function readWords(paths: readonly string[] = []): Promise<LexiconData[]> {
  const words: LexiconData[] = []
  for (const path of paths) {
    const result = await readLexicon(path)
    if (isFault(result)) {
      const { kind, ...values } = result
      throw new CommandError(`lexicon-${kind}` satisfies MessageName, { path, ...values })
    }
    words.push(result)
  }
  return words
}

/** The date of an option, which has to be in the calendar. */
export function readDate(date: string | undefined, allowed: string, option = '--date'): string | null {
  if (date === undefined) return null
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) {
    throw new CommandError('usage-value', { value: date, option, allowed })
  }
  return date
}

/** The encoding of `--encoding`, by any of its usual names. */
export function readEncoding(name: string | undefined): Encoding | undefined {
  if (name === undefined) return undefined
  const encoding = encodingOf(name)
  if (encoding) return encoding
  throw new CommandError('usage-value', { value: name, option: '--encoding', allowed: ENCODINGS.join(', ') })
}
