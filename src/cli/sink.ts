import { stat } from 'node:fs/promises'
import { AtomicFile, writeInto } from '../writers/atomic.js'
import { Assembly, BINARY, endingOf, type Format, type Head, type Piece, writerOf } from '../writers/index.js'
import { FileNames } from './file-names.js'
import { named, STDOUT } from './output.js'
import { CommandError, type Ui } from './ui.js'

/** Where documents go. Nothing is begun before the first one, so a run that is given up before it overwrites nothing. */
export interface Sink {
  /** Whether all documents go into one registry. */
  readonly together: boolean
  /** The next document. */
  add(piece: Piece): Promise<void>
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
    add: (piece) => named(path, sink.add(piece)),
    close: () => named(path, sink.close()),
    abandon: () => sink.abandon(),
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
  return {
    together: true,
    async add(piece) {
      for (const content of assembly.add(piece)) await named(STDOUT, ui.out(content))
    },
    async close() {
      await named(STDOUT, ui.out(await assembly.end()))
      return null
    },
    abandon: async () => undefined,
  }
}

function fileSink(path: string, assembly: Assembly): Sink {
  let file: AtomicFile | undefined
  return {
    together: true,
    async add(piece) {
      file ??= await AtomicFile.create(path)
      for (const content of assembly.add(piece)) await file.write(content)
    },
    async close() {
      file ??= await AtomicFile.create(path)
      await file.write(await assembly.end())
      await file.commit()
      return path
    },
    async abandon() {
      await file?.abandon()
    },
  }
}

function folderSink(path: string, ending: string, begin: () => Assembly): Sink {
  const names = new FileNames()
  return {
    together: false,
    async add(piece) {
      const assembly = begin()
      const contents = assembly.add(piece)
      await writeInto(path, `${names.take(piece.id)}.${ending}`, [...contents, await assembly.end()])
    },
    close: async () => path,
    abandon: async () => undefined,
  }
}
