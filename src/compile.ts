import { createHash } from 'node:crypto'
import type { Registry, RegistryDocument } from './generated/registry.js'
import { baseLexicon, type Lexicon, type LexiconData } from './grammar/index.js'
import { compile, parse } from './pipeline.js'
import { type FailedInput, type MediaType, readInputs, type TextInput } from './readers/input.js'
import { documentId, failedDocument, fileDiagnostic } from './registry/failed.js'
import { registryHead } from './registry/head.js'
import type { Policy } from './tree/nodes.js'

/** What changes the meaning of a text. */
export interface CompileOptions {
  /** ISO date that relative times (年底前) count from where the document has no date of its own. */
  readonly referenceDate?: string | null
  /** Further words for the rules, by word list file and list. */
  readonly words?: readonly LexiconData[]
}

export interface CompileTextOptions extends CompileOptions {
  /** Name of the text in the registry. */
  readonly path?: string
  readonly mediaType?: MediaType
}

/** One input after compiling: its entry in the registry, and the text that places in it refer to. */
export interface Compiled {
  readonly document: RegistryDocument
  readonly text: string | null
  /** The input could not be opened. */
  readonly unopened: boolean
}

/** The registry entry of one text. Touches no file and throws on no text. */
export function compileText(text: string, options: CompileTextOptions = {}): RegistryDocument {
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex')
  const { path = '', mediaType = 'text/plain' } = options
  return compileInput({ path, text, mediaType, encoding: 'utf-8', sha256 }, options)
}

/** The registry of files, folders and glob patterns. A file that cannot be read has an entry that says why. */
export async function compileFiles(
  names: readonly string[],
  options: CompileOptions = {},
): Promise<Registry> {
  const documents: RegistryDocument[] = []
  for await (const { document } of compileInputs(names, options)) documents.push(document)
  return { ...registryHead(options.words), documents }
}

/** The same one by one. An id that would come twice gets ~2, ~3 and a diagnostic. */
export async function* compileInputs(
  names: readonly string[],
  options: CompileOptions = {},
): AsyncGenerator<Compiled> {
  const ids = new Map<string, number>()
  for await (const input of readInputs(names)) {
    const failed = 'code' in input
    const document = failed ? failedEntry(input) : compileInput(input, options)
    const entry = withOwnId(document, ids)
    yield { document: entry, text: failed ? null : input.text, unopened: failed && input.unopened }
  }
}

function withOwnId(document: RegistryDocument, ids: Map<string, number>): RegistryDocument {
  const { id } = document
  let count = (ids.get(id) ?? 0) + 1
  while (count > 1 && ids.has(`${id}~${count}`)) count++
  ids.set(id, count)
  if (count === 1) return document
  const newId = `${id}~${count}`
  ids.set(newId, 1)
  const diagnostic = fileDiagnostic('duplicate-document', { id, newId })
  return { ...document, id: newId, diagnostics: [...document.diagnostics, diagnostic] }
}

const extended = new WeakMap<readonly LexiconData[], Lexicon>()

/** The words of qparse with further ones: made once, however many documents ask for them. */
function lexiconWith(words: readonly LexiconData[] = []): Lexicon {
  if (words.length === 0) return baseLexicon()
  const lexicon = extended.get(words) ?? words.reduce((all, more) => all.extend(more), baseLexicon())
  extended.set(words, lexicon)
  return lexicon
}

/** The annotated tree of one input, for `qparse explain`. */
export function parseInput({ text, mediaType }: TextInput, options: CompileOptions = {}): Policy {
  return parse(text, {
    mediaType,
    referenceDate: options.referenceDate ?? null,
    lexicon: lexiconWith(options.words),
  })
}

/** A fault in qparse costs one document, not the run. */
export function compileInput(input: TextInput, options: CompileOptions): RegistryDocument {
  const { path, mediaType, encoding, sha256, text } = input
  try {
    const lexicon = lexiconWith(options.words)
    const document = compile(input, { referenceDate: options.referenceDate ?? null, lexicon })
    return { ...document, id: documentId(path) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const source = { path, sha256, mediaType, encoding, length: text.length }
    return failedDocument(source, fileDiagnostic('internal-error', { reason }))
  }
}

function failedEntry({ path, sha256, mediaType, code, values }: FailedInput): RegistryDocument {
  return failedDocument({ path, sha256, mediaType, encoding: null, length: 0 }, fileDiagnostic(code, values))
}
