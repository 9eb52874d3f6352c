import { readBounded } from './bounded-file.js'
import { decode } from './decode.js'
import { unopened } from './failed-input.js'

/** Why a YAML file of a person gives no value. */
export type YamlFault =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'syntax'; readonly line: number; readonly reason: string }

/** Bytes of a word list or of settings. */
const LIMIT = 8 * 1024 * 1024

/** Aliases in one file: enough for a person, too few for a list of lists of lists. */
const MOST_ALIASES = 100

/** The value in a YAML file that people write; undefined where the file is empty. */
export async function readYamlFile(path: string): Promise<{ readonly value: unknown } | YamlFault> {
  let bytes: Uint8Array | string
  try {
    bytes = await readBounded(path, LIMIT)
  } catch (error) {
    const { code, values } = unopened(path, error)
    return code === 'file-missing'
      ? { kind: 'missing' }
      : { kind: 'unreadable', reason: values['reason'] ?? code }
  }
  if (typeof bytes === 'string') return { kind: 'unreadable', reason: `file-${bytes}` }
  const decoded = decode(bytes)
  if ('text' in decoded) return parse(decoded.text)
  return decoded.code === 'file-empty' ? { value: undefined } : { kind: 'unreadable', reason: decoded.code }
}

async function parse(text: string): Promise<{ readonly value: unknown } | YamlFault> {
  const { load, YAMLException } = await import('js-yaml')
  try {
    return { value: load(text.replace(/^\ufeff/, ''), { maxAliases: MOST_ALIASES }) }
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    return { kind: 'syntax', line: (error.mark?.line ?? 0) + 1, reason: error.reason }
  }
}
