import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { RegistryDocument } from '../generated/registry.js'
import { AtomicFile, makeFolder } from '../writers/atomic.js'
import { type Format, type Head, write, WRITERS } from '../writers/index.js'
import { CommandError, type Ui } from './ui.js'

/** Where documents go. Nothing is begun before the first one, so a run that reads nothing overwrites nothing. */
export interface Sink {
  /** Whether all documents go into one registry. */
  readonly together: boolean
  /** The text is what places in the document refer to; null where it could not be read. */
  add(document: RegistryDocument, text: string | null): Promise<void>
  /** Make what was added stand; gives the place, or null for standard output. */
  close(): Promise<string | null>
  abandon(): Promise<void>
}

/** Standard output, a file, or a folder with one registry a document. */
export async function openSink(path: string | undefined, format: Format, head: Head, ui: Ui): Promise<Sink> {
  if (path === undefined || path === '-') return stdoutSink(format, head, ui)
  const sink = (await isFolder(path)) ? folderSink(path, format, head, ui) : fileSink(path, format, head, ui)
  const named = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? String(error)
      throw new CommandError('output-failed', { path, reason })
    }
  }
  return {
    together: sink.together,
    add: (document, text) => named(sink.add(document, text)),
    close: () => named(sink.close()),
    abandon: () => sink.abandon(),
  }
}

/** A folder is what is one, or what ends in a slash or has no ending. */
async function isFolder(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => null)
  return info ? info.isDirectory() : /[\\/]$/.test(path) || !/\.[^\\/.]+$/.test(path)
}

function stdoutSink(format: Format, head: Head, ui: Ui): Sink {
  const writer = WRITERS[format]
  let count = 0
  return {
    together: true,
    async add(document, text) {
      await ui.out(
        (count === 0 ? writer.begin(head, ui.language) : '') + writer.document(document, count++, text),
      )
    },
    async close() {
      if (count > 0) await ui.out(writer.end(count))
      return null
    },
    abandon: async () => undefined,
  }
}

function fileSink(path: string, format: Format, head: Head, ui: Ui): Sink {
  const writer = WRITERS[format]
  let file: AtomicFile | undefined
  let count = 0
  return {
    together: true,
    async add(document, text) {
      if (!file) {
        file = await AtomicFile.create(path)
        await file.write(writer.begin(head, ui.language))
      }
      await file.write(writer.document(document, count++, text))
    },
    async close() {
      await file?.write(writer.end(count))
      await file?.commit()
      return path
    },
    async abandon() {
      await file?.abandon()
    },
  }
}

function folderSink(path: string, format: Format, head: Head, ui: Ui): Sink {
  return {
    together: false,
    async add(document, text) {
      await makeFolder(path)
      const name = document.id.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_')
      const file = await AtomicFile.create(join(path, `${name}.${format}`))
      const texts = new Map(text === null ? [] : [[document.id, text]])
      try {
        await file.write(
          write(WRITERS[format], { ...head, documents: [document] }, { texts, language: ui.language }),
        )
        await file.commit()
      } catch (error) {
        await file.abandon()
        throw error
      }
    },
    close: async () => path,
    abandon: async () => undefined,
  }
}
