import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { extname } from 'node:path'
import { getHeapStatistics } from 'node:v8'
import type { Encoding } from './decode.js'
import { expandNames, STDIN } from './expand.js'
import { type FailedInput, failed, slashes, unopened } from './failed-input.js'
import { CONVERTIBLE, FOREIGN } from './foreign.js'
import { type Named, TEXTS } from './kind.js'
import { type ReadFile, readBytes } from './read.js'
import { readStable } from './stable-file.js'

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
  if (path === STDIN) return readStream(process.stdin, STDIN, null, limit)
  const shown = slashes(path)
  const extension = extname(path).toLowerCase()
  const foreign = FOREIGN[extension]
  try {
    const info = statSync(path)
    const named = TEXTS[extension] ?? CONVERTIBLE[extension as keyof typeof CONVERTIBLE] ?? null
    if (foreign) return failed(shown, 'format-unsupported', { kind: extension }, foreign)
    if (!info.isFile()) return await readStream(createReadStream(path), shown, named, limit)
    const bytes = readStable(path, limit)
    if (bytes === 'too-large') return tooLarge(shown, named, limit)
    if (bytes === 'changing') return failed(shown, 'file-changing', {}, named ?? 'text/plain')
    return fileBytes(shown, bytes, named)
  } catch (error) {
    return unopened(shown, error)
  }
}

async function readStream(
  stream: AsyncIterable<unknown>,
  path: string,
  named: Named | null,
  limit: number,
): Promise<FileBytes | FailedInput> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk as Uint8Array)
      size += bytes.length
      if (size > limit) return tooLarge(path, named, limit)
      chunks.push(bytes)
    }
  } catch (error) {
    return unopened(path, error)
  }
  return fileBytes(path, Buffer.concat(chunks), named)
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

const tooLarge = (path: string, named: Named | null, limit: number): FailedInput =>
  failed(path, 'file-too-large', { limit: String(Math.round(limit / 1024 / 1024)) }, named ?? 'text/plain')
