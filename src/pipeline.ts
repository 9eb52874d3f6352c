import { type Plugin, type Processor, unified } from 'unified'
import { VFile } from 'vfile'
import { CODES } from './diagnostics/codes.js'
import type { Diagnostic } from './diagnostics/diagnostic.js'
import { messageOf } from './diagnostics/message.js'
import { findFacts, type FoundFacts, titleYear } from './facts/facts.js'
import type { RegistryDocument } from './generated/registry.js'
import { baseLexicon, type Lexicon, simplify } from './grammar/index.js'
import { outline } from './outline/outline.js'
import { buildDocument } from './registry/build.js'
import { append } from './source/append.js'
import type { OriginMap } from './source/origin.js'
import type { PageMap } from './source/page-map.js'
import { SourceText } from './source/source-text.js'
import { type Span, SpanSet } from './source/span.js'
import type { Table } from './source/table.js'
import type { Policy } from './tree/nodes.js'
import { cutUnits } from './units/units.js'

declare module 'unified' {
  interface CompileResultMap {
    RegistryDocument: RegistryDocument
  }
}

/** One text with what its reader knows of it. */
export interface CompileSource {
  readonly text: string
  readonly path?: string
  readonly mediaType?: string
  readonly encoding?: string | null
  /** Of the file's bytes. */
  readonly sha256?: string
  /** The lines of content, where the reader chose them (Markdown); else every line of the text. */
  readonly lines?: readonly Span[]
  /** The text as it is to be folded, of the same length, where marks must not be read. */
  readonly view?: string
  /** Tables of data in the text, whose rows may be duties. */
  readonly tables?: readonly Table[]
  /** Numbers that the format generated. */
  readonly computed?: readonly Span[]
  /** Back to lines and columns of the file, where the text was extracted from it. */
  readonly origin?: OriginMap
  /** On which page of the file each piece of the text stands. */
  readonly pages?: PageMap
}

export interface PipelineOptions {
  /** ISO date that relative times count from where the document has none. */
  readonly referenceDate?: string | null
  readonly lexicon?: Lexicon
}

/** What the stages share; it lives in the file's `data.qparse`. */
interface State {
  readonly origin: CompileSource
  readonly source: SourceText
  readonly lexicon: Lexicon
  readonly referenceDate: string | null
  readonly diagnostics: Diagnostic[]
  facts: FoundFacts | null
}

const stateOf = (file: VFile): State => file.data['qparse'] as State

/** source text → section tree (src/outline) */
const readOutline: Plugin<[], string, Policy> = function (this: Processor) {
  this.parser = (_text, file) => {
    const { source, lexicon, diagnostics, origin } = stateOf(file)
    const found = outline(source, lexicon, origin)
    append(diagnostics, found.diagnostics)
    return found.tree
  }
}

/** section tree → units (src/units) */
const readUnits: Plugin<[], Policy> = () => (tree, file) => cutUnits(stateOf(file).source, tree)

/** units → labelled units with facts (src/facts) */
const readFacts: Plugin<[], Policy> = () => (tree, file) => {
  const state = stateOf(file)
  const referenceDate = tree.frontMatter.issuedOn ?? state.referenceDate
  state.facts = findFacts({ source: state.source, lexicon: state.lexicon, referenceDate }, tree)
  append(state.diagnostics, state.facts.diagnostics)
}

/** diagnostics → messages of the file, for plugins behind these */
const report: Plugin<[], Policy> = () => (_tree, file) => {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0 // a message is no fault of the program: its stack would cost more than the compiling
  for (const { code, values, span } of stateOf(file).diagnostics) {
    const message = file.message(messageOf(code, values), { ruleId: code, source: 'qparse' })
    message.place = { ...stateOf(file).source.place(span.start), offset: span.start }
    message.fatal = CODES[code].severity === 'error' ? true : undefined
  }
  Error.stackTraceLimit = limit
}

/** annotated tree → registry document (src/registry) */
const writeRegistry: Plugin<[], Policy, RegistryDocument> = function (this: Processor) {
  this.compiler = (tree, file) => {
    const { source, lexicon, diagnostics, facts, origin } = stateOf(file)
    const policy = tree as Policy
    const found = {
      source,
      tree: policy,
      lexicon,
      diagnostics,
      cues: facts?.cues ?? { cues: 0, unread: 0 },
      effective: facts?.effective ?? { on: null, until: null },
      titleYear: titleYear(policy.frontMatter.title),
      computed: new SpanSet(origin.computed ?? []),
    }
    return buildDocument(found, {
      path: origin.path ?? '',
      sha256: origin.sha256 ?? null,
      mediaType: origin.mediaType ?? 'text/plain',
      encoding: origin.encoding ?? null,
      length: source.text.length,
    })
  }
}

/** The whole compiler. Own plugins go behind `qparse()` and see the annotated tree before the registry is written. */
export const qparse = unified()
  .use(readOutline)
  .use(readUnits)
  .use(readFacts)
  .use(report)
  .use(writeRegistry)
  .freeze()

/** The file that the processor works on. */
export function policyFile(origin: CompileSource, options: PipelineOptions = {}): VFile {
  const state: State = {
    origin,
    source: new SourceText(
      origin.text,
      origin.path,
      simplify(origin.view ?? origin.text),
      origin.origin,
      origin.pages,
    ),
    lexicon: options.lexicon ?? baseLexicon(),
    referenceDate: options.referenceDate ?? null,
    diagnostics: [],
    facts: null,
  }
  return new VFile({ value: origin.text, path: origin.path || undefined, data: { qparse: state } })
}

/** Text → registry document; synchronous, touches no file. */
export function compile(origin: CompileSource, options: PipelineOptions = {}): RegistryDocument {
  const file = policyFile(origin, options)
  return qparse.stringify(qparse.runSync(qparse.parse(file), file), file) as RegistryDocument
}

/** Text → annotated tree. */
export function parse(text: string, options: PipelineOptions & Omit<CompileSource, 'text'> = {}): Policy {
  const file = policyFile({ ...options, text }, options)
  return qparse.runSync(qparse.parse(file), file) as Policy
}
