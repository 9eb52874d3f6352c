import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { PdfPage } from './page.js'
import { Patience } from './patience.js'
import type { PdfAnswer, PdfFailure, PdfRequest } from './worker.js'

/** Pages and characters beyond what any document has. */
export const MAX_PAGES = 5000
const MAX_LENGTH = 16 * 1024 * 1024

/** Milliseconds until the next page has to be there and in all, and how many more of both for each byte: of fonts. */
const STEP = 1600
const STEP_PER_BYTE = 1 / 4000
const WHOLE = 4000
const WHOLE_PER_BYTE = 1 / 100
/** Megabytes of heap; what is unpacked beside the heap is bounded by the time. */
const HEAP = 768

export type PdfPages = readonly PdfPage[] | PdfFailure | 'too-slow'

let thread: Promise<Worker> | null = null
let last: Promise<unknown> = Promise.resolve()

/**
 * The pages of a PDF file, read in a thread of its own that is ended where a file takes too long or too much memory.
 * The thread is kept for the next file; it keeps no process alive.
 */
export function readPages(bytes: Uint8Array): Promise<PdfPages> {
  const result = last.then(() => ask(bytes))
  last = result
  return result
}

async function ask(bytes: Uint8Array): Promise<PdfPages> {
  const worker = await (thread ??= start())
  const pages: PdfPage[] = []
  return new Promise((resolve) => {
    const end = (outcome: PdfPages): void => {
      patience.end()
      worker.off('message', take).off('error', broken).off('exit', broken)
      worker.unref()
      resolve(outcome)
    }
    const give = (outcome: PdfPages): void => {
      end(outcome)
      thread = null
      void worker.terminate()
    }
    const limits = {
      step: STEP + bytes.length * STEP_PER_BYTE,
      whole: WHOLE + bytes.length * WHOLE_PER_BYTE,
    }
    const patience = new Patience(limits, () => give('too-slow'))
    const broken = (): void => give('damaged')
    const take = (answer: PdfAnswer): void => {
      patience.renew()
      if ('page' in answer) pages.push(answer.page)
      else if ('failed' in answer) end(answer.failed)
      else if ('done' in answer) end(pages)
    }
    worker.ref()
    worker.on('message', take).on('error', broken).on('exit', broken)
    const request: PdfRequest = { bytes: Uint8Array.from(bytes), maxPages: MAX_PAGES, maxLength: MAX_LENGTH }
    worker.postMessage(request, [request.bytes.buffer as ArrayBuffer])
  })
}

/** What the library prints is kept from the terminal. */
function start(): Promise<Worker> {
  const built = join(dirname(createRequire(import.meta.url).resolve('qparse/package.json')), 'dist')
  const worker = new Worker(join(built, 'pdf-worker.js'), {
    workerData: join(built, 'cmaps'),
    stdout: true,
    stderr: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP },
  })
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', () => resolve(worker.off('error', reject)))
  })
}
