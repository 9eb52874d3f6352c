import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RegistryDocument } from '../generated/registry.js'
import type { FileBytes } from '../readers/input.js'
import { documentId } from '../registry/failed.js'
import { registryHead } from '../registry/head.js'
import { validateShape } from '../registry/validate.js'
import { writeWhole } from '../writers/atomic.js'
import type { CompileOptions } from './document.js'

/** Characters of a hash. */
const HASH = 64

/** What a folder keeps of a document: its entry, and the text that places in it refer to. */
export interface Kept {
  readonly document: RegistryDocument
  readonly text: string | null
}

/**
 * A folder of documents that were compiled before, one file each: FOLDER/ab/abcdef….entry. The name is a hash over all
 * that the entry depends on (the bytes of the file, what its name says that it is, the options, the version and the grammars), so
 * nothing in it is ever out of date and several runs may share it. Before what is kept stands its hash; a file that is not what it
 * should be, by that and by the schema, counts as absent. An entry is kept without the name of its file: the same bytes under
 * another name are found too.
 */
export class Cache {
  private readonly head
  private readonly options: string
  /** The reason why something could not be kept; the run goes on without. */
  fault: string | null = null

  constructor(
    private readonly folder: string,
    { referenceDate = null, words = [], encoding }: CompileOptions,
  ) {
    this.head = registryHead(words)
    this.options = JSON.stringify([this.head, referenceDate, encoding ?? null])
  }

  /** What is kept of a file; its document fits the schema. */
  async find(file: FileBytes): Promise<Kept | null> {
    try {
      const bytes = await readFile(this.pathOf(file))
      const content = bytes.subarray(HASH + 1)
      if (bytes.toString('latin1', 0, HASH) !== hashOf(content)) return null
      const { document, text } = JSON.parse(content.toString()) as Kept
      if (typeof text !== 'string' || document.source.sha256 !== file.sha256) return null
      const { path } = file
      const named = { ...document, id: documentId(path), source: { ...document.source, path } }
      return validateShape({ ...this.head, documents: [named] }).valid ? { document: named, text } : null
    } catch {
      return null
    }
  }

  async keep(file: FileBytes, { document, text }: Kept): Promise<void> {
    try {
      const content = Buffer.from(JSON.stringify({ document: nameless(document), text }))
      await writeWhole(this.pathOf(file), [hashOf(content), '\n', content])
    } catch (error) {
      this.fault = (error as NodeJS.ErrnoException).code ?? String(error)
    }
  }

  private pathOf({ sha256, named }: FileBytes): string {
    const key = hashOf(`${this.options}\0${named}\0${sha256}`)
    return join(this.folder, key.slice(0, 2), `${key}.entry`)
  }
}

const nameless = (document: RegistryDocument): RegistryDocument => ({
  ...document,
  id: '',
  source: { ...document.source, path: '' },
})

const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')
