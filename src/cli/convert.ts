import { chooseFormat } from './format.js'
import { readRegistries } from './registries.js'
import { pieceOf, writerOf } from '../writers/index.js'
import { openSink } from './sink.js'
import { textsFor } from './sources.js'
import { FOUND, OK, type Ui } from './ui.js'

interface Options {
  readonly format?: string
  readonly output?: string
  readonly sources?: string
  readonly quiet?: boolean
}

/**
 * `qparse convert REGISTRY… -f FORMAT`: the same registry in another format. A format that shows the texts takes them
 * from `--sources`; which are missing is said, and the rest is written.
 */
export async function convertCommand(files: readonly string[], options: Options, ui: Ui): Promise<number> {
  const format = chooseFormat(options.format, options.output)
  const registry = await readRegistries(files, ui)
  const { texts, complete } = await textsFor(format, registry, options.sources, ui)
  const { documents, ...head } = registry
  const writer = await writerOf(format, ui.pageLanguage)
  const sink = await openSink(options.output, format, head, ui)
  try {
    for (const document of documents)
      await sink.add(pieceOf(writer, document, texts.get(document.id) ?? null))
    const place = await sink.close()
    if (place !== null && !options.quiet) ui.err(ui.say('written-to', { path: place }))
  } catch (error) {
    await sink.abandon()
    throw error
  }
  return complete ? OK : FOUND
}
