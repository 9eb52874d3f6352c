import type { Outcome } from '../compile/outcome.js'
import { printDiagnostic } from '../diagnostics/print.js'
import { writeInto } from '../writers/atomic.js'
import type { Piece } from '../writers/index.js'
import type { CompileCommandOptions } from './compile.js'
import { FileNames } from './file-names.js'
import { named } from './output.js'
import { Progress } from './progress.js'
import type { Sink } from './sink.js'
import { Summary } from './summary.js'
import { FAILED, FOUND, OK, type Ui } from './ui.js'

/** Diagnostics of one document that are printed without `-v`. */
const SHOWN = 10

/** One run of `qparse compile`: what is written, what people are told, and the exit status. */
export class CompileRun {
  private status = OK
  private readonly summary = new Summary()
  private readonly progress: Progress
  private readonly names = new FileNames()
  /** Entries of files that could not be opened, until a document shows that there is something to write. */
  private waiting: Piece[] = []
  private done = 0
  private written = 0
  private cached = 0
  private cacheFault: string | null = null

  constructor(
    private readonly sink: Sink,
    private readonly options: CompileCommandOptions,
    private readonly ui: Ui,
    total: number | null,
    /** Whether there may be no document at all: a part of a list, or a stream. */
    private readonly mayBeEmpty: boolean,
  ) {
    this.progress = new Progress(ui, total)
  }

  async take(outcome: Outcome): Promise<void> {
    this.print(outcome)
    this.progress.update(++this.done)
    const { id, diagnostics, text, piece, unopened } = outcome
    if (outcome.cached) this.cached++
    this.cacheFault ??= outcome.cacheFault
    if (!('id' in piece)) {
      this.say(this.ui.palette.red(this.ui.say('invalid-output', { id, ...piece })))
      this.raise(FAILED)
      return
    }
    if (unopened) {
      this.raise(FAILED)
      await this.hold(outcome, piece)
      return
    }
    const severities = new Set(diagnostics.map(({ severity }) => severity))
    if (severities.has('error') || (this.options.strict && severities.has('warning'))) this.raise(FOUND)
    this.summary.add(outcome.tally)
    for (const entry of [...this.waiting, piece]) await this.write(entry)
    this.waiting = []
    if (this.options.emitText !== undefined) await this.emitText(this.options.emitText, id, text)
  }

  async end(): Promise<number> {
    const { ui, options } = this
    this.progress.clear()
    if (this.cacheFault !== null) {
      const values = { path: options.cache ?? '', reason: this.cacheFault }
      ui.err(ui.palette.yellow(ui.say('cache-failed', values)))
    }
    if (this.written === 0 && !(this.mayBeEmpty && this.done === 0)) {
      await this.sink.abandon()
      if (!options.quiet) ui.err(ui.say('nothing-written'))
      return Math.max(this.status, FAILED)
    }
    const place = await this.sink.close()
    if (!options.quiet) {
      ui.err(this.summary.print(ui))
      if (this.cached > 0) ui.err(ui.palette.dim(ui.say('from-cache', { count: this.cached })))
      if (place !== null) ui.err(ui.say('written-to', { path: place }))
    }
    return this.status
  }

  /** The text of a document to FOLDER/ID.txt, in UTF-8. One without text takes its name too: registries have the same. */
  private async emitText(folder: string, id: string, text: string | null): Promise<void> {
    const name = `${this.names.take(id)}.txt`
    if (text !== null) await named(folder, writeInto(folder, name, [text]))
  }

  private raise(status: number): void {
    this.status = Math.max(this.status, status)
  }

  /** A missing file has its entry among the others, but no registry is made of missing files alone. */
  private async hold({ diagnostics }: Outcome, piece: Piece): Promise<void> {
    if (!this.sink.together) return
    if (diagnostics.some(({ code }) => code === 'no-texts-in-folder' || code === 'no-file-matches')) return
    if (this.written === 0) this.waiting.push(piece)
    else await this.write(piece)
  }

  private async write(piece: Piece): Promise<void> {
    await this.sink.add(piece)
    this.written++
  }

  private say(line: string): void {
    this.progress.clear()
    this.ui.err(line)
  }

  private print({ path, diagnostics, text }: Outcome): void {
    const { ui, options } = this
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    const others = options.quiet ? [] : diagnostics.filter(({ severity }) => severity !== 'error')
    const warnings = options.verbose ? others : others.filter(({ severity }) => severity === 'warning')
    const shown = [...errors, ...(options.verbose ? warnings : warnings.slice(0, SHOWN))]
    for (const item of shown) this.say(printDiagnostic(path, text, item, ui))
    const left = errors.length + warnings.length - shown.length
    if (left > 0) this.say(ui.palette.dim(ui.say('more-diagnostics', { path, count: left })))
  }
}
