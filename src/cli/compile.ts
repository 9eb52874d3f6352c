import { type Compiled, compileInputs } from '../compile/inputs.js'
import { printDiagnostic } from '../diagnostics/print.js'
import type { RegistryDocument } from '../generated/registry.js'
import { registryHead } from '../registry/head.js'
import { validateShape } from '../registry/validate.js'
import type { Head } from '../writers/index.js'
import { chooseFormat } from './format.js'
import { openSink, type Sink, writeText } from './sink.js'
import { summary, type Tally, tallyOf } from './summary.js'
import { CommandError, FAILED, FOUND, OK, type Ui } from './ui.js'
import { readDate, readEncoding, readWords } from './words.js'

interface Options {
  readonly format?: string
  readonly output?: string
  readonly strict?: boolean
  readonly date?: string
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly lexicon?: readonly string[]
  readonly encoding?: string
  readonly emitText?: string
}

/** Diagnostics of one document that are printed without `-v`. */
const SHOWN = 10

/**
 * `qparse [compile] FILES…`: one registry to standard output, a file, or one a document to a folder. A document that
 * fails costs only itself. Diagnostics and a summary go to standard error.
 */
export async function compileCommand(files: readonly string[], options: Options, ui: Ui): Promise<number> {
  if (files.length === 0) throw new CommandError('usage-no-files')
  const format = chooseFormat(options.format, options.output)
  const referenceDate = readDate(options.date, ui.say('a-date'))
  const encoding = readEncoding(options.encoding)
  const words = await readWords(options.lexicon)
  const head = registryHead(words)
  const sink = await openSink(options.output, format, head, ui)
  try {
    const run = new Run(head, sink, options, ui)
    for await (const compiled of compileInputs(files, {
      referenceDate,
      words,
      ...(encoding && { encoding }),
    }))
      await run.take(compiled)
    return await run.end()
  } catch (error) {
    await sink.abandon()
    throw error
  }
}

class Run {
  private status = OK
  private readonly tallies: Tally[] = []
  /** Entries of files that could not be opened, until a document shows that there is something to write. */
  private waiting: RegistryDocument[] = []
  private written = 0

  constructor(
    private readonly head: Head,
    private readonly sink: Sink,
    private readonly options: Options,
    private readonly ui: Ui,
  ) {}

  async take({ document, text, unopened }: Compiled): Promise<void> {
    this.print(document, text)
    if (unopened) {
      this.raise(FAILED)
      await this.hold(document)
      return
    }
    const severities = new Set(document.diagnostics.map(({ severity }) => severity))
    if (severities.has('error') || (this.options.strict && severities.has('warning'))) this.raise(FOUND)
    const [problem] = validateShape(
      { ...this.head, documents: [document] },
      { language: this.ui.language },
    ).problems
    if (problem) {
      this.ui.err(this.ui.palette.red(this.ui.say('invalid-output', { id: document.id, ...problem })))
      this.raise(FAILED)
      return
    }
    this.tallies.push(tallyOf(document))
    for (const entry of [...this.waiting, document]) await this.write(entry, entry === document ? text : null)
    if (text !== null && this.options.emitText !== undefined)
      await writeText(this.options.emitText, document.id, text)
    this.waiting = []
  }

  async end(): Promise<number> {
    const { ui, options } = this
    if (this.written === 0) {
      await this.sink.abandon()
      if (!options.quiet) ui.err(ui.say('nothing-written'))
      return Math.max(this.status, FAILED)
    }
    const place = await this.sink.close()
    if (!options.quiet) {
      ui.err(summary(this.tallies, ui))
      if (place !== null) ui.err(ui.say('written-to', { path: place }))
    }
    return this.status
  }

  private raise(status: number): void {
    this.status = Math.max(this.status, status)
  }

  /** A missing file has its entry among the others, but no registry is made of missing files alone. */
  private async hold(document: RegistryDocument): Promise<void> {
    if (!this.sink.together) return
    if (document.diagnostics.some(({ code }) => code === 'no-texts-in-folder' || code === 'no-file-matches'))
      return
    if (this.written === 0) this.waiting.push(document)
    else await this.write(document, null)
  }

  private async write(document: RegistryDocument, text: string | null): Promise<void> {
    await this.sink.add(document, text)
    this.written++
  }

  private print({ source, diagnostics }: RegistryDocument, text: string | null): void {
    const { ui, options } = this
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    const others = options.quiet ? [] : diagnostics.filter(({ severity }) => severity !== 'error')
    const warnings = options.verbose ? others : others.filter(({ severity }) => severity === 'warning')
    const shown = [...errors, ...(options.verbose ? warnings : warnings.slice(0, SHOWN))]
    for (const item of shown) {
      ui.err(printDiagnostic(source.path, text, item, ui))
    }
    const left = errors.length + warnings.length - shown.length
    if (left > 0) ui.err(ui.palette.dim(ui.say('more-diagnostics', { path: source.path, count: left })))
  }
}
