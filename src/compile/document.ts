import type { RegistryDocument } from '../generated/registry.js'
import { baseLexicon, type Lexicon, type LexiconData } from '../grammar/index.js'
import { compile, parse } from '../pipeline.js'
import type { Encoding } from '../readers/decode.js'
import type { FailedInput, TextInput } from '../readers/input.js'
import { documentId, failedDocument, fileDiagnostic } from '../registry/failed.js'
import type { Policy } from '../tree/nodes.js'

/** What changes the meaning of a text. */
export interface CompileOptions {
  /** ISO date that relative times (年底前) count from where the document has no date of its own. */
  readonly referenceDate?: string | null
  /** Further words for the rules, by word list file and list. A file that there is not is a TypeError. */
  readonly words?: readonly LexiconData[]
  /** The encoding of the files; without it, it is found. */
  readonly encoding?: Encoding | undefined
}

/** The entry of one text. A fault in qparse costs one document, not the run. Throws where words are of no list. */
export function compileInput(input: TextInput, options: CompileOptions = {}): RegistryDocument {
  const { path, mediaType, encoding, sha256, text, notices = [] } = input
  const noticed = notices.map(({ code, values }) => fileDiagnostic(code, values))
  const settings = pipelineOptions(options)
  try {
    const document = compile(input, settings)
    return { ...document, id: documentId(path), diagnostics: [...noticed, ...document.diagnostics] }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const source = { path, sha256, mediaType, encoding, length: text.length }
    return failedDocument(source, fileDiagnostic('internal-error', { reason }))
  }
}

/** The annotated tree of one text. */
export const parseInput = (input: TextInput, options: CompileOptions = {}): Policy =>
  parse(input.text, { ...input, ...pipelineOptions(options) })

const pipelineOptions = ({
  referenceDate,
  words,
}: CompileOptions): { referenceDate: string | null; lexicon: Lexicon } => ({
  referenceDate: referenceDate ?? null,
  lexicon: lexiconWith(words),
})

const extended = new WeakMap<readonly LexiconData[], Lexicon>()

/** The words of qparse with further ones: made once, however many documents ask for them. */
function lexiconWith(words: readonly LexiconData[] = []): Lexicon {
  if (words.length === 0) return baseLexicon()
  const known = extended.get(words)
  if (known) return known
  for (const file of words.flatMap((more) => Object.keys(more)))
    // A list that no rule asks for would be silently useless, and `__proto__` is no list at all.
    if (!Object.hasOwn(baseLexicon().data, file)) throw new TypeError(`there is no word list file “${file}”`)
  const lexicon = words.reduce((all, more) => all.extend(more), baseLexicon())
  extended.set(words, lexicon)
  return lexicon
}

/** The entry of a file that gave no text. */
export function failedEntry({ path, sha256, mediaType, code, values }: FailedInput): RegistryDocument {
  return failedDocument({ path, sha256, mediaType, encoding: null, length: 0 }, fileDiagnostic(code, values))
}
