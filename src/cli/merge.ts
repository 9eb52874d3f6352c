import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Registry, RegistryDocument } from '../generated/registry.js'
import { STDIN } from '../readers/expand.js'
import { unopened, unstable } from '../readers/failed-input.js'
import { parseJson } from '../readers/json-text.js'
import { linesOf } from '../readers/lines.js'
import { REGISTRY_BYTES, UNKNOWN_HEAD } from '../readers/registry-file.js'
import { OwnIds, underId } from '../registry/own-ids.js'
import { type Head, pieceOf, writerOf } from '../writers/index.js'
import { chooseFormat } from './format.js'
import { checked, readRegistry, refusal } from './registries.js'
import { openSink } from './sink.js'
import { CommandError, FOUND, OK, type Ui } from './ui.js'

interface Options {
  readonly format?: string
  readonly output?: string
  readonly strict?: boolean
  readonly quiet?: boolean
}

/** Registries with one document a line; they, and standard input, are read line by line, however large they are. */
const LINES = /\.(?:ndjson|jsonl)$/i

const isLines = (path: string): boolean => path === STDIN || LINES.test(path)

/** UTF-16 code units that a line may have. */
const LINE_LIMIT = REGISTRY_BYTES / 4

/**
 * `qparse merge REGISTRY…`: one registry of several, in the order of the files. A document that comes twice, the same in
 * every field, is written once; different ones of one id are told apart as compiling them together would, with a
 * warning. Registries of different grammars do not mix: their documents would not mean the same.
 */
export async function mergeCommand(files: readonly string[], options: Options, ui: Ui): Promise<number> {
  const format = chooseFormat(options.format, options.output)
  const ahead = await firstWithHead(files, ui)
  const writer = await writerOf(format, ui.pageLanguage)
  const sink = await openSink(options.output, format, ahead?.head ?? UNKNOWN_HEAD, ui)
  const seen = new Seen()
  try {
    for (const path of files) {
      for await (const document of documentsOf(path, ahead, ui)) {
        const entry = seen.take(document)
        if (entry === null) continue
        if (entry.id !== document.id && !options.quiet)
          ui.err(ui.palette.yellow(ui.say('merge-conflict', { path, id: document.id, newId: entry.id })))
        await sink.add(pieceOf(writer, entry, null))
      }
    }
    if (seen.count === 0) throw new CommandError('merge-nothing')
    const place = await sink.close()
    if (!options.quiet) {
      const { count, again, renamed } = seen
      ui.err(ui.say('merge-summary', { count, again, renamed }))
      if (place !== null) ui.err(ui.say('written-to', { path: place }))
    }
    return options.strict && seen.renamed > 0 ? FOUND : OK
  } catch (error) {
    await sink.abandon()
    throw error
  }
}

/** Which documents have been there; of each only its ids and a hash are held. */
class Seen {
  count = 0
  again = 0
  renamed = 0
  private readonly ids = new OwnIds()
  private readonly hashes = new Map<string, Set<string>>()

  /** The document under an id of its own; null for one that has been there. */
  take(document: RegistryDocument): RegistryDocument | null {
    const hash = createHash('sha256').update(JSON.stringify(document)).digest('base64')
    const known = this.hashes.get(document.id)
    if (known?.has(hash)) {
      this.again++
      return null
    }
    if (known) known.add(hash)
    else this.hashes.set(document.id, new Set([hash]))
    const own = this.ids.take(document.id)
    this.count++
    if (own.duplicateOf !== null) this.renamed++
    return underId(document, own)
  }
}

/** A registry that was read before its turn. */
interface Ahead {
  readonly path: string
  readonly head: Head
  registry: Registry | null
}

/**
 * The first registry that says what made it, as lines of JSON do not: the output begins with that. Every other is read when
 * its turn comes, so that one is held at a time.
 */
async function firstWithHead(files: readonly string[], ui: Ui): Promise<Ahead | null> {
  for (const path of files) {
    if (isLines(path)) continue
    const registry = await readRegistry(path, ui)
    const head = headOf(registry)
    if (!isUnknown(head)) return { path, head, registry }
  }
  return null
}

const headOf = (registry: Registry): Head => {
  const { documents: _, ...head } = registry
  return head
}

const isUnknown = ({ generator }: Head): boolean => generator.version === UNKNOWN_HEAD.generator.version

const nameOf = ({ generator }: Head): string =>
  `${generator.name} ${generator.version} (${generator.grammar.slice(0, 19)})`

/** The registry in a file; the one that was read ahead is given away, so that nothing holds it longer. */
async function registryIn(path: string, ahead: Ahead | null, ui: Ui): Promise<Registry> {
  if (ahead?.path !== path || ahead.registry === null) return readRegistry(path, ui)
  const { registry } = ahead
  ahead.registry = null
  return registry
}

async function* documentsOf(path: string, ahead: Ahead | null, ui: Ui): AsyncGenerator<RegistryDocument> {
  if (isLines(path)) return yield* documentsOnLines(path, ui)
  const registry = await registryIn(path, ahead, ui)
  const head = headOf(registry)
  if (ahead && !isUnknown(head) && JSON.stringify(head) !== JSON.stringify(ahead.head))
    throw new CommandError('merge-heads', { path, one: nameOf(ahead.head), other: nameOf(head) })
  yield* registry.documents
}

async function* documentsOnLines(path: string, ui: Ui): AsyncGenerator<RegistryDocument> {
  let number = 0
  for await (const line of linesIn(path, ui)) {
    number++
    if (line?.trim() === '') continue
    const place = `${path}:${number}`
    if (line === null) throw refusal(unstable(place, 'too-large', LINE_LIMIT, 'application/json'), place, ui)
    const file = parseJson(line)
    if ('fault' in file) {
      const at = file.offset === null ? null : { line: number, column: file.offset + 1 }
      throw refusal({ fault: file.fault, place: at }, at === null ? place : path, ui)
    }
    yield* checked({ ...UNKNOWN_HEAD, documents: [file.value] }, place, ui).documents
  }
}

async function* linesIn(path: string, ui: Ui): AsyncGenerator<string | null> {
  try {
    yield* linesOf(path === STDIN ? process.stdin : createReadStream(path), LINE_LIMIT)
  } catch (error) {
    throw refusal(unopened(path, error), path, ui)
  }
}
