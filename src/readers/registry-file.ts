import { getHeapStatistics } from 'node:v8'
import { readBounded } from './bounded-file.js'
import { decode } from './decode.js'
import { type FailedInput, failed, unopened, unstable } from './failed-input.js'
import { type Fault, parseJson } from './json-text.js'

/** The value in a registry file, or the reason why there is none, with its place where that is known. */
export type RegistryFile = { readonly value: unknown } | RegistryFault

export interface RegistryFault {
  readonly fault: string
  /** From 1, columns in UTF-16 code units. */
  readonly place: { readonly line: number; readonly column: number } | null
}

const MB = 1024 * 1024
const { heap_size_limit: HEAP } = getHeapStatistics()

/**
 * What is read at once, so that no file ends the process: bytes, and signs that begin a value, each of which costs up to
 * 1000 bytes of memory in YAML. Registries have one such sign in 25 bytes.
 */
export const REGISTRY_BYTES = Math.min(256 * MB, Math.floor(HEAP / 12))
const YAML_LENGTH = Math.min(32 * MB, Math.floor(HEAP / 96))
const YAML_VALUES = Math.min(3_000_000, Math.floor(HEAP / 1000))

/** The value in a registry file, or in standard input (`-`). Nothing throws. */
export async function readRegistryFile(path: string): Promise<RegistryFile | FailedInput> {
  try {
    const bytes = await readBounded(path, REGISTRY_BYTES)
    if (typeof bytes === 'string') return unstable(path, bytes, REGISTRY_BYTES, 'application/json')
    const decoded = decode(bytes)
    return 'code' in decoded ? failed(path, decoded.code, decoded.values) : await parseRegistry(decoded.text)
  } catch (error) {
    return unopened(path, error)
  }
}

/**
 * The value in the text of a registry file: JSON, YAML, or lines of JSON with one document each, which come back in a
 * registry around them. Whether it is a registry is for `validate` to say.
 */
export async function parseRegistry(text: string): Promise<RegistryFile> {
  const start = text.search(/[^\s\ufeff]/)
  if (start < 0) return { fault: 'empty', place: null }
  const file = await valueOf(text.slice(start))
  if ('value' in file) return file
  const { fault, offset } = file
  return { fault, place: offset === null ? null : placeIn(text, start + offset) }
}

async function valueOf(content: string): Promise<{ readonly value: unknown } | Fault> {
  if (!content.startsWith('{')) return parseYaml(content)
  const json = parseJson(content)
  if ('value' in json) return isDocument(json.value) ? { value: around([json.value]) } : json
  const lines = parseLines(content)
  if (lines) return { value: around(lines) }
  const yaml = await parseYaml(content)
  return 'fault' in yaml ? json : yaml
}

/** YAML as registries are written: an alias, which could stand for any number of values, is refused. */
async function parseYaml(content: string): Promise<{ readonly value: unknown } | Fault> {
  if (content.length > YAML_LENGTH)
    return { fault: `YAML of more than ${Math.floor(YAML_LENGTH / MB)} MB; JSON may be larger`, offset: null }
  if (signsIn(content) > YAML_VALUES) return { fault: `more than ${YAML_VALUES} values`, offset: null }
  const { load, YAMLException } = await import('js-yaml')
  try {
    const value = load(content, { maxAliases: 0 })
    return typeof value === 'string' ? { fault: 'plain text', offset: 0 } : { value }
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    return { fault: error.reason, offset: error.mark?.position ?? null }
  }
}

/** Signs before which or behind which a value of YAML may stand. */
function signsIn(text: string): number {
  const codes = new Set([...',[{\n'].map((sign) => sign.charCodeAt(0)))
  let count = 0
  for (let i = 0; i < text.length; i++) if (codes.has(text.charCodeAt(i))) count++
  return count
}

function placeIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

/** Lines of JSON, every one a document; null where they are not. */
function parseLines(content: string): unknown[] | null {
  const documents: unknown[] = []
  for (const line of content.split('\n')) {
    if (line.trim() === '') continue
    const json = parseJson(line)
    if ('fault' in json || !isDocument(json.value)) return null
    documents.push(json.value)
  }
  return documents
}

const isDocument = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'obligations' in value && !('documents' in value)

/** Lines of JSON do not say what made them. */
export const UNKNOWN_HEAD = {
  schemaVersion: '1.0',
  generator: { name: 'qparse', version: 'unknown', grammar: `sha256:${'0'.repeat(64)}` },
} as const

const around = (documents: unknown[]): unknown => ({ ...UNKNOWN_HEAD, documents })
