import type { Ui } from './ui.js'

/** Milliseconds of work before anything is shown, and between two lines. */
const PATIENCE = 1000
const INTERVAL = 100

/** Back to the start of the line, and nothing left on it. */
const CLEAR = '\r\u001b[2K'

/** One line on a terminal that says how far the work is, while it lasts over a second. Elsewhere nothing is shown. */
export class Progress {
  private readonly start = performance.now()
  private last = 0
  private shown = false

  constructor(
    private readonly ui: Ui,
    /** How many there are in all, where that is known. */
    private readonly total: number | null,
  ) {}

  update(done: number): void {
    const now = performance.now()
    if (!this.ui.terminal || now - this.start < PATIENCE || now - this.last < INTERVAL) return
    this.last = now
    this.shown = true
    const rate = Math.round((1000 * done) / (now - this.start))
    const values = { done, rate, total: this.total ?? '?' }
    process.stderr.write(`${CLEAR}${this.ui.palette.dim(this.ui.say('progress', values))}`)
  }

  /** Before anything else is written there, and at the end. */
  clear(): void {
    if (this.shown) process.stderr.write(CLEAR)
    this.shown = false
  }
}
