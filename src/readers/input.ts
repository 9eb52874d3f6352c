import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { extname } from 'node:path'
import { getHeapStatistics } from 'node:v8'
import { readBounded } from './bounded-file.js'
import type { Encoding } from './decode.js'
import { expandNames } from './expand.js'
import { type FailedInput, failed, slashes, unopened, unstable } from './failed-input.js'
import { CONVERTIBLE, FOREIGN } from './foreign.js'
import { type Named, TEXTS } from './kind.js'
import { type ReadFile, readBytes } from './read.js'

export type { FailedInput } from './failed-input.js'

/** Memory that a registry takes at most for each byte of its text, as measured on texts full of duties. */
const HEAP_PER_BYTE = 45

/** Bytes that one document may have: 64 MB, or less where memory is short. */
export const BYTE_LIMIT = Math.min(
  64 * 1024 * 1024,
  Math.floor(getHeapStatistics().heap_size_limit / HEAP_PER_BYTE),
)

/** A document's text with all that a registry says about its file. */
export interface TextInput extends ReadFile {
  readonly path: string
  readonly sha256: string
}

export type Input = TextInput | FailedInput

/** A file as it was read, before anything is made of it. */
export interface FileBytes {
  readonly path: string
  readonly bytes: Uint8Array
  readonly sha256: string
  /** What the file's name says it is. */
  readonly named: Named | null
}

export interface InputOptions {
  /** The encoding of every file, where the user knows it. */
  readonly encoding?: Encoding | undefined
  /** Bytes that one document may have. */
  readonly limit?: number | undefined
}

/** The documents behind files, folders, patterns and `-`, one at a time and in order. Nothing throws. */
export async function* readInputs(
  names: readonly string[],
  options: InputOptions = {},
): AsyncGenerator<Input> {
  for (const found of await expandNames(names)) {
    if (typeof found !== 'string') yield found
    else yield await readInput(found, options)
  }
}

/** One file, or standard input. */
export async function readInput(path: string, options: InputOptions = {}): Promise<Input> {
  const file = await readFileBytes(path, options)
  return 'code' in file ? file : readText(file, options)
}

/** The bytes of one file, or of standard input. */
export async function readFileBytes(
  path: string,
  { limit = BYTE_LIMIT }: InputOptions = {},
): Promise<FileBytes | FailedInput> {
  const shown = slashes(path)
  const extension = extname(path).toLowerCase()
  const foreign = FOREIGN[extension]
  const named = TEXTS[extension] ?? CONVERTIBLE[extension as keyof typeof CONVERTIBLE] ?? null
  try {
    if (foreign) {
      statSync(path)
      return failed(shown, 'format-unsupported', { kind: extension }, foreign)
    }
    const bytes = await readBounded(path, limit)
    if (typeof bytes === 'string') return unstable(shown, bytes, limit, named ?? 'text/plain')
    return fileBytes(shown, bytes, named)
  } catch (error) {
    return unopened(shown, error)
  }
}

/** Bytes under the name of a file. */
export const fileBytes = (path: string, bytes: Uint8Array, named: Named | null): FileBytes => ({
  path,
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  named,
})

/** What a file's bytes say. */
export async function readText(
  { path, bytes, sha256, named }: FileBytes,
  { encoding }: InputOptions = {},
): Promise<Input> {
  const read = await readBytes(bytes, named, encoding)
  if ('text' in read) return { ...read, path, sha256 }
  return { path, sha256, unopened: false, ...read, mediaType: read.mediaType ?? named ?? 'text/plain' }
}
