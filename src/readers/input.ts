import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, resolve } from 'node:path'
import { getHeapStatistics } from 'node:v8'
import type { DiagnosticCode } from '../diagnostics/codes.js'
import type { Encoding } from './decode.js'
import { FOREIGN, type MediaType, TEXTS } from './kind.js'
import { type ReadFile, readBytes } from './read.js'

/** Memory that a registry takes at most for each byte of its text, as measured on texts full of duties. */
const HEAP_PER_BYTE = 45

/** Bytes that one document may have: 64 MB, or less where memory is short. */
const LIMIT = Math.min(64 * 1024 * 1024, Math.floor(getHeapStatistics().heap_size_limit / HEAP_PER_BYTE))

/** The name of standard input among the files. */
const STDIN = '-'

/** A document's text with all that a registry says about its file. */
export interface TextInput extends ReadFile {
  readonly path: string
  readonly sha256: string
}

/** An input that gives no text. */
export interface FailedInput {
  readonly path: string
  readonly mediaType: string
  readonly sha256: string | null
  readonly code: DiagnosticCode
  readonly values: Readonly<Record<string, string>>
  /** It could not even be opened: there is nothing that a registry could have an entry for. */
  readonly unopened: boolean
}

export type Input = TextInput | FailedInput

export interface InputOptions {
  /** The encoding of every file, where the user knows it. */
  readonly encoding?: Encoding | undefined
  /** Bytes that one document may have. */
  readonly limit?: number | undefined
}

/**
 * The documents behind files, folders, patterns and `-`, one at a time and in order.
 *
 * 1. A folder gives its .txt, .md and .html files, sorted by path; hidden ones and node_modules are left out.
 * 2. A file that comes twice is read once.
 * 3. Nothing throws: what cannot be read comes as a `FailedInput`.
 */
export async function* readInputs(
  names: readonly string[],
  options: InputOptions = {},
): AsyncGenerator<Input> {
  const seen = new Set<string>()
  for (const name of names) {
    if (name === STDIN) {
      yield await readStream(process.stdin, STDIN, null, options)
      continue
    }
    for (const found of await expand(name)) {
      if (typeof found !== 'string') {
        yield found
        continue
      }
      const key = resolve(found)
      if (seen.has(key)) continue
      seen.add(key)
      yield await readInput(found, options)
    }
  }
}

/** One file. */
export async function readInput(path: string, options: InputOptions = {}): Promise<Input> {
  const shown = slashes(path)
  const extension = extname(path).toLowerCase()
  const foreign = FOREIGN[extension]
  try {
    const info = await stat(path)
    const named = TEXTS[extension] ?? null
    if (foreign) return failed(shown, 'format-unsupported', { kind: extension }, foreign)
    if (!info.isFile()) return await readStream(createReadStream(path), shown, named, options)
    const limit = options.limit ?? LIMIT
    if (info.size > limit) return tooLarge(shown, named, limit)
    return await fromBytes(shown, await readFile(path), named, options)
  } catch (error) {
    return unopened(shown, error)
  }
}

/** Paths of the documents behind one name of the command line, or why there are none. */
async function expand(name: string): Promise<(string | FailedInput)[]> {
  try {
    const info = await stat(name)
    if (!info.isDirectory()) return [name]
    const files = await textsIn(name)
    return files.length > 0 ? files : [failed(slashes(name), 'no-texts-in-folder', {}, 'text/plain', true)]
  } catch (error) {
    if (!/[*?[{]/.test(name)) return [unopened(slashes(name), error)]
    const { glob } = await import('tinyglobby')
    const files = await glob(slashes(name), { onlyFiles: true, expandDirectories: false })
    return files.length > 0
      ? files.sort()
      : [failed(slashes(name), 'no-file-matches', {}, 'text/plain', true)]
  }
}

async function textsIn(folder: string): Promise<string[]> {
  const files: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files.push(...(await textsIn(path)))
    else if (TEXTS[extname(entry.name).toLowerCase()]) files.push(path)
  }
  return files.sort()
}

async function readStream(
  stream: AsyncIterable<unknown>,
  path: string,
  named: MediaType | null,
  options: InputOptions,
): Promise<Input> {
  const limit = options.limit ?? LIMIT
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
  return await fromBytes(path, Buffer.concat(chunks), named, options)
}

/** What a file's bytes say. */
export async function fromBytes(
  path: string,
  bytes: Uint8Array,
  named: MediaType | null,
  { encoding }: InputOptions = {},
): Promise<Input> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const read = await readBytes(bytes, named, encoding)
  if ('text' in read) return { ...read, path, sha256 }
  return { path, sha256, unopened: false, ...read, mediaType: read.mediaType ?? named ?? 'text/plain' }
}

const slashes = (path: string): string => normalize(path).replaceAll('\\', '/')

function failed(
  path: string,
  code: DiagnosticCode,
  values: Readonly<Record<string, string>>,
  mediaType = 'text/plain',
  notOpened = false,
): FailedInput {
  return { path, mediaType, sha256: null, code, values: { path, ...values }, unopened: notOpened }
}

const tooLarge = (path: string, named: MediaType | null, limit: number): FailedInput =>
  failed(path, 'file-too-large', { limit: String(Math.round(limit / 1024 / 1024)) }, named ?? 'text/plain')

function unopened(path: string, error: unknown): FailedInput {
  const reason = (error as NodeJS.ErrnoException).code ?? String(error)
  const missing = reason === 'ENOENT' || reason === 'ENOTDIR'
  return failed(path, missing ? 'file-missing' : 'file-unreadable', { reason }, 'text/plain', true)
}
