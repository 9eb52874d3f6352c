// Runs in a thread of its own, which is ended where a file takes too long: see reading.ts.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { getDocument, OPS } from 'unpdf/pdfjs'
import type { PdfPage } from './page.js'
import { readRules } from './rules.js'
import { type Matrix, multiply, type PlacedText, turning, upright } from './upright.js'

/** What the thread is asked: a file, and how many pages and characters it may have. */
export interface PdfRequest {
  readonly bytes: Uint8Array
  readonly maxPages: number
  readonly maxLength: number
}

/** What the thread answers: pages one by one, then that it is done. */
export type PdfAnswer =
  | { readonly page: PdfPage }
  | { readonly ready: true }
  | { readonly done: true }
  | { readonly failed: PdfFailure }

export type PdfFailure = 'encrypted' | 'damaged' | 'too-many-pages' | 'too-long'

// The library takes it for granted; Node has it from 21 on.
const buffers = ArrayBuffer.prototype as unknown as Record<string, unknown>
buffers['transferToFixedLength'] ??= function (this: ArrayBuffer, length = this.byteLength) {
  const copy = new Uint8Array(length)
  copy.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)))
  return copy.buffer
}

type Document = Awaited<ReturnType<typeof getDocument>['promise']>
type Page = Awaited<ReturnType<Document['getPage']>>

const port = parentPort
const answer = (message: PdfAnswer): void => port?.postMessage(message)

/** Character maps of fonts that a file names and does not hold: the only files that are ever opened. */
class MapReader {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl' || !/^[\w-]+\.bcmap$/.test(filename)) throw new Error(`not read: ${filename}`)
    return new Uint8Array(await readFile(join(workerData as string, filename)))
  }
}

async function read({ bytes, maxPages, maxLength }: PdfRequest): Promise<PdfAnswer> {
  const loading = getDocument({
    data: bytes,
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // Pictures are never unpacked.
    maxImageSize: 0,
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    BinaryDataFactory: MapReader,
  })
  try {
    const document = await loading.promise
    if (document.numPages > maxPages) return { failed: 'too-many-pages' }
    let left = maxLength
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const texts = await textsOf(page, left)
      left -= texts.reduce((sum, { text }) => sum + text.length, 0)
      if (left <= 0) return { failed: 'too-long' }
      answer({ page: await pageOf(page, texts) })
      page.cleanup()
    }
    return { done: true }
  } catch (error) {
    return { failed: (error as Error)?.name === 'PasswordException' ? 'encrypted' : 'damaged' }
  } finally {
    await loading.destroy().catch(() => undefined)
  }
}

/** The text of a page but for what the file marks as an artifact (ISO 32000-1, 14.8.2.2: running heads, folios). */
async function textsOf(page: Page, limit: number): Promise<PlacedText[]> {
  const { transform } = page.getViewport({ scale: 1 })
  const scale = Math.hypot(transform[0] as number, transform[1] as number)
  const texts: PlacedText[] = []
  const open: boolean[] = []
  let artifacts = 0
  let length = 0
  const reader = page.streamTextContent({ includeMarkedContent: true }).getReader()
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const { items, styles } = chunk.value as Awaited<ReturnType<Page['getTextContent']>>
    for (const item of items) {
      if ('type' in item) {
        if (item.type === 'endMarkedContent') artifacts -= Number(open.pop() ?? false)
        else {
          const artifact = (item as { tag?: string | null }).tag === 'Artifact'
          open.push(artifact)
          artifacts += Number(artifact)
        }
      } else if (artifacts === 0 && item.str.trim() !== '' && !styles[item.fontName]?.vertical) {
        const matrix = multiply(transform as unknown as Matrix, item.transform as unknown as Matrix)
        texts.push({ text: item.str, matrix, width: item.width * scale })
        length += item.str.length
      }
    }
    if (length > limit) {
      await reader.cancel()
      break
    }
  }
  return texts
}

/** Rules are looked for only where text stands side by side as in a table, and where there is no text. */
async function pageOf(page: Page, texts: readonly PlacedText[]): Promise<PdfPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const { items, turns } = upright(texts, width, height)
  const turned = turns % 2 === 1
  let drawn = items.length > 0
  let rules: PdfPage['rules'] = []
  if (items.length === 0 || standSideBySide(items)) {
    const operators = await page.getOperatorList().catch(() => null)
    const placed = multiply(turning(turns, width, height), transform as unknown as Matrix)
    if (operators && items.length > 0) rules = readRules(operators, placed)
    // An empty page of LibreOffice clips, but places nothing.
    drawn ||= operators?.fnArray.includes(OPS.transform) ?? false
  }
  const [wide, high] = turned ? [height, width] : [width, height]
  return { number: page.pageNumber, width: wide, height: high, items, rules, drawn }
}

function standSideBySide(items: readonly PdfPage['items'][number][]): boolean {
  let rows = 0
  const sorted = [...items].sort((a, b) => a.y - b.y || a.x - b.x)
  for (const [at, { x, y, size }] of sorted.entries()) {
    const before = sorted[at - 1]
    if (before && y - before.y < 0.3 * size && x - before.x - before.width > 0.8 * size) rows++
    if (rows >= 2) return true
  }
  return false
}

port?.on('message', (request: PdfRequest) => {
  void read(request).then(answer)
})
answer({ ready: true })
