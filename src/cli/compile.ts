import { compileAll } from '../compile/compile-all.js'
import { lineTasks } from '../compile/lines.js'
import type { Work } from '../compile/outcome.js'
import { type Shard, parseShard } from '../compile/shard.js'
import { type Task, tasksOf } from '../compile/tasks.js'
import { BYTE_LIMIT } from '../readers/input.js'
import { registryHead } from '../registry/head.js'
import { CompileRun } from './compile-run.js'
import { chooseFormat } from './format.js'
import { openSink } from './sink.js'
import { CommandError, type Ui } from './ui.js'
import { readDate, readEncoding, readWords } from './words.js'

export interface CompileCommandOptions {
  readonly format?: string
  readonly output?: string
  readonly strict?: boolean
  readonly date?: string
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly lexicon?: readonly string[]
  readonly encoding?: string
  readonly emitText?: string
  readonly jobs?: string
  readonly shard?: string
  readonly cache?: string
  readonly stdinFormat?: string
}

/** Most workers that may be asked for. */
const MOST_JOBS = 256

/**
 * `qparse [compile] FILES…`: one registry to standard output, a file, or one a document to a folder. A document that
 * fails costs only itself. Diagnostics and a summary go to standard error.
 */
export async function compileCommand(
  files: readonly string[],
  options: CompileCommandOptions,
  ui: Ui,
): Promise<number> {
  const stream = readStdinFormat(options.stdinFormat, files)
  if (files.length === 0 && !stream) throw new CommandError('usage-no-files')
  const format =
    stream && options.format === undefined ? 'ndjson' : chooseFormat(options.format, options.output)
  const words = await readWords(options.lexicon)
  const work: Work = {
    format,
    pageLanguage: ui.pageLanguage,
    language: ui.language,
    referenceDate: readDate(options.date, ui.say('a-date')),
    words,
    encoding: readEncoding(options.encoding),
    limit: BYTE_LIMIT,
    cacheFolder: options.cache ?? null,
  }
  const jobs = readJobs(options.jobs)
  const shard = readShard(options.shard)
  const sink = await openSink(options.output, format, registryHead(words), ui)
  try {
    const tasks: readonly Task[] | AsyncIterable<Task> = stream
      ? lineTasks(process.stdin, { shard, limit: BYTE_LIMIT })
      : await tasksOf(files, shard)
    const total = Array.isArray(tasks) ? tasks.length : null
    const run = new CompileRun(sink, options, ui, total, stream || shard !== null)
    for await (const outcome of compileAll(tasks, work, jobs)) await run.take(outcome)
    return await run.end()
  } catch (error) {
    await sink.abandon()
    throw error
  }
}

/** Whether standard input holds lines of JSON with a document each; then there are no files. */
function readStdinFormat(value: string | undefined, files: readonly string[]): boolean {
  if (value === undefined) return false
  if (value !== 'ndjson')
    throw new CommandError('usage-value', { value, option: '--stdin-format', allowed: 'ndjson' })
  const other = files.find((name) => name !== '-')
  if (other !== undefined) throw new CommandError('usage-files-and-lines', { path: other })
  return true
}

function readJobs(value: string | undefined): number | null {
  if (value === undefined) return null
  const jobs = /^\d{1,3}$/.test(value) ? Number(value) : 0
  if (jobs >= 1 && jobs <= MOST_JOBS) return jobs
  throw new CommandError('usage-value', { value, option: '--jobs', allowed: `1–${MOST_JOBS}` })
}

function readShard(value: string | undefined): Shard | null {
  if (value === undefined) return null
  const shard = parseShard(value)
  if (shard) return shard
  throw new CommandError('usage-value', { value, option: '--shard', allowed: '1/8, 2/8 … 8/8' })
}
