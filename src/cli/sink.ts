import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { RegistryDocument } from '../generated/registry.js'
import { AtomicFile, makeFolder } from '../writers/atomic.js'
import { Assembly, BINARY, endingOf, type Format, type Head, writerOf } from '../writers/index.js'
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
  const writer = await writerOf(format, ui.pageLanguage)
  const begin = (): Assembly => new Assembly(writer, head, ui.pageLanguage)
  if (path === undefined || path === '-') {
    refuseTerminal(format)
    return stdoutSink(begin(), ui)
  }
  const sink = (await isFolder(path)) ? folderSink(path, endingOf(format), begin) : fileSink(path, begin())
  return {
    together: sink.together,
    add: (document, text) => named(path, sink.add(document, text)),
    close: () => named(path, sink.close()),
    abandon: () => sink.abandon(),
  }
}

/** One whole output, to a file or to standard output. */
export async function writeOutput(
  path: string | undefined,
  content: string | Uint8Array,
  ui: Ui,
): Promise<void> {
  if (path === undefined || path === '-') return ui.out(content)
  const file = await named(path, AtomicFile.create(path))
  try {
    await named(path, file.write(content))
    await named(path, file.commit())
  } catch (error) {
    await file.abandon()
    throw error
  }
}

/** A fault of the file system with the path that was asked for. */
async function named<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new CommandError('output-failed', { path, reason })
  }
}

/** A workbook would only disturb a terminal. */
export function refuseTerminal(format: string): void {
  if (BINARY.has(format) && process.stdout.isTTY) throw new CommandError('output-binary', { format })
}

/** A folder is what is one, or what ends in a slash or has no ending. */
async function isFolder(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => null)
  return info ? info.isDirectory() : /[\\/]$/.test(path) || !/\.[^\\/.]+$/.test(path)
}

function stdoutSink(assembly: Assembly, ui: Ui): Sink {
  let begun = false
  return {
    together: true,
    async add(document, text) {
      begun = true
      await ui.out(assembly.add(document, text))
    },
    async close() {
      if (begun) await ui.out(await assembly.end())
      return null
    },
    abandon: async () => undefined,
  }
}

function fileSink(path: string, assembly: Assembly): Sink {
  let file: AtomicFile | undefined
  return {
    together: true,
    async add(document, text) {
      file ??= await AtomicFile.create(path)
      await file.write(assembly.add(document, text))
    },
    async close() {
      await file?.write(await assembly.end())
      await file?.commit()
      return path
    },
    async abandon() {
      await file?.abandon()
    },
  }
}

function folderSink(path: string, ending: string, begin: () => Assembly): Sink {
  return {
    together: false,
    async add(document, text) {
      await makeFolder(path)
      const name = fileName(document.id)
      const file = await AtomicFile.create(join(path, `${name}.${ending}`))
      const assembly = begin()
      try {
        await file.write(assembly.add(document, text))
        await file.write(await assembly.end())
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

const fileName = (id: string): string => id.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_')

/** The text of one document, in UTF-8, to FOLDER/ID.txt. */
export async function writeText(folder: string, id: string, text: string): Promise<void> {
  await makeFolder(folder)
  const file = await AtomicFile.create(join(folder, `${fileName(id)}.txt`))
  try {
    await file.write(text)
    await file.commit()
  } catch (error) {
    await file.abandon()
    throw error
  }
}
