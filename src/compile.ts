import { compileNames } from './compile/compile-names.js'
import { textInput } from './compile/compile-task.js'
import { compileInput, type CompileOptions, failedEntry, parseInput } from './compile/document.js'
import type { Registry, RegistryDocument } from './generated/registry.js'
import { type FailedInput, fileBytes, readText, type TextInput } from './readers/input.js'
import type { MediaType } from './readers/kind.js'
import { readMarkdown } from './readers/markdown.js'
import { registryHead } from './registry/head.js'
import type { Policy } from './tree/nodes.js'

export type { CompileOptions } from './compile/document.js'

export interface CompileTextOptions extends CompileOptions {
  /** Name of the text in the registry. */
  readonly path?: string
  readonly mediaType?: 'text/plain' | 'text/markdown'
}

export interface CompileBytesOptions extends CompileOptions {
  /** Name of the file in the registry. */
  readonly path?: string
  /** What the file's name says it is; what the bytes begin with goes before it. */
  readonly mediaType?: MediaType
}

/**
 * The registry entry of one text: what it obliges whom to, until when, with which figures. Synchronous, touches no
 * file and throws on no text.
 */
export function compileText(text: string, options: CompileTextOptions = {}): RegistryDocument {
  return compileInput(inputOf(text, options), options)
}

/** The annotated tree of one text: sections, paragraphs, units with labels and facts (a unist tree). */
export function parse(text: string, options: CompileTextOptions = {}): Policy {
  return parseInput(inputOf(text, options), options)
}

/** The registry of files, folders and glob patterns. A file that cannot be read has an entry that says why. */
export async function compileFiles(
  names: readonly string[],
  options: CompileOptions = {},
): Promise<Registry> {
  const documents: RegistryDocument[] = []
  for await (const { document } of compileNames(names, options)) documents.push(document)
  return { ...registryHead(options.words), documents }
}

/** The registry entry of a file's bytes, in any format and encoding that is read. */
export async function compileBytes(
  bytes: Uint8Array,
  { path = '', mediaType, ...options }: CompileBytesOptions = {},
): Promise<RegistryDocument> {
  const input = await readText(fileBytes(path, bytes, mediaType ?? null), options)
  return isFailed(input) ? failedEntry(input) : compileInput(input, options)
}

const isFailed = (input: TextInput | FailedInput): input is FailedInput => 'code' in input

function inputOf(text: string, { path = '', mediaType = 'text/plain' }: CompileTextOptions): TextInput {
  const input = textInput(path, text)
  return mediaType === 'text/markdown' ? { ...input, ...readMarkdown(text), mediaType } : input
}
