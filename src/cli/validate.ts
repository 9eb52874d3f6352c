import type { Registry } from '../generated/registry.js'
import { readRegistryFile } from '../readers/registry-file.js'
import type { Problem } from '../registry/problems.js'
import { validateSources } from '../registry/sources.js'
import { validate } from '../registry/validate.js'
import { countOf, refusal, showProblems } from './registries.js'
import { checkFolder, findSource } from './sources.js'
import { FAILED, FOUND, OK, type Ui } from './ui.js'

interface Options {
  readonly sources?: string
  readonly quiet?: boolean
}

/** Problems of one registry that are printed: the first few tell what is wrong. */
const SHOWN = 50

/** `qparse validate REGISTRY…`: shape and references; with `--sources`, whether the texts still say what is quoted. */
export async function validateCommand(files: readonly string[], options: Options, ui: Ui): Promise<number> {
  if (options.sources !== undefined) await checkFolder(options.sources)
  let status = OK
  for (const file of files) status = Math.max(status, await validateFile(file, options, ui))
  return status
}

async function validateFile(path: string, options: Options, ui: Ui): Promise<number> {
  const { say, language } = ui
  const file = await readRegistryFile(path)
  if (!('value' in file)) {
    const { text, values } = refusal(file, path, ui)
    ui.err(ui.palette.red(say(text, values)))
    return 'unopened' in file && file.unopened ? FAILED : FOUND
  }
  const { valid, problems } = validate(file.value, { language })
  if (!valid) return refuse(path, problems, ui)
  const registry = file.value as Registry
  const documents = registry.documents.length
  const obligations = registry.documents.reduce((count, document) => count + document.obligations.length, 0)
  if (!options.quiet) ui.err(say('registry-valid', { path, documents, obligations }))
  if (options.sources === undefined) return OK
  const folder = options.sources
  const sources = await validateSources(registry, (document) => findSource(folder, document), language)
  if (!sources.valid) return refuse(path, sources.problems, ui)
  if (!options.quiet) ui.err(say('sources-valid', { path }))
  return OK
}

function refuse(path: string, problems: readonly Problem[], ui: Ui): number {
  showProblems(problems.slice(0, SHOWN), ui)
  ui.err(ui.palette.red(ui.say('registry-invalid', { path, count: countOf(problems) })))
  return FOUND
}
