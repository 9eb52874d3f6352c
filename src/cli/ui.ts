import { PLAIN, type Palette } from '../diagnostics/print.js'
import type { Language } from '../diagnostics/message.js'
import { type MessageName, type Say, sayIn } from './messages.js'

/** Exit statuses: the highest of a run wins. */
export const OK = 0
export const FOUND = 1
export const FAILED = 2

/** Something that ends a command: wrong usage, or an output that cannot be written. */
export class CommandError extends Error {
  constructor(
    readonly text: MessageName,
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(text)
  }
}

/** How a command speaks: data to standard output, everything else to standard error. */
export interface Ui {
  readonly language: Language
  /** Language of pages and tables that are handed on: no machine's settings change their bytes. */
  readonly pageLanguage: Language
  readonly say: Say
  /** Colours for standard error. */
  readonly palette: Palette
  /** Whether colours may be used at all. */
  readonly color: boolean
  /** Whether standard error is a terminal. */
  readonly terminal: boolean
  /** Columns of standard error's terminal. */
  readonly width: number
  readonly out: (content: string | Uint8Array) => Promise<void>
  readonly err: (line: string) => void
}

export async function makeUi(language: Language, color: boolean, asked: Language | null): Promise<Ui> {
  return {
    language,
    pageLanguage: asked ?? 'zh',
    say: sayIn(language),
    palette: await paletteFor(process.stderr, color),
    color,
    terminal: process.stderr.isTTY === true,
    width: process.stderr.columns ?? 100,
    out: (content) => writeAll(process.stdout, content),
    err: (line) => void process.stderr.write(`${line}\n`),
  }
}

/** Colours where a person looks and did not ask for none; chalk is loaded only then. */
export async function paletteFor(stream: { isTTY?: boolean }, color: boolean): Promise<Palette> {
  const forced = process.env['FORCE_COLOR']
  const wanted = forced === undefined ? stream.isTTY === true : forced !== '0' && forced !== 'false'
  if (!color || !wanted || process.env['NO_COLOR']) return PLAIN
  const { Chalk } = await import('chalk')
  const { bold, dim, red, yellow, cyan } = new Chalk({ level: 1 })
  return { bold, dim, red, yellow, cyan }
}

/**
 * Waits until a slow reader has taken it, so that a large registry is not piled up in memory. For one that has closed
 * the pipe there is nothing more to do: the process ends (main.ts).
 */
const writeAll = (stream: NodeJS.WriteStream, content: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.write(content, (error?: NodeJS.ErrnoException | null) => {
      if (!error) resolve()
      else if (error.code !== 'EPIPE') reject(error)
    })
  })
