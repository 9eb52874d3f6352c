import { messageOf } from '../diagnostics/message.js'
import { printable } from '../diagnostics/width.js'
import type { Registry } from '../generated/registry.js'
import type { FailedInput } from '../readers/failed-input.js'
import { readRegistryFile, type RegistryFault } from '../readers/registry-file.js'
import { OwnIds, underId } from '../registry/own-ids.js'
import { MOST_PROBLEMS, type Problem } from '../registry/problems.js'
import { validate } from '../registry/validate.js'
import { CommandError, type Ui } from './ui.js'

/** Problems of a registry that are shown before it is refused. */
const SHOWN = 5

/**
 * The registries of several files as one, under the head of the first; of documents with one id the later ones get ids of
 * their own. A file that is no registry ends the command.
 */
export async function readRegistries(paths: readonly string[], ui: Ui): Promise<Registry> {
  const registries: Registry[] = []
  for (const path of paths) registries.push(await readRegistry(path, ui))
  const [first] = registries
  if (!first) throw new CommandError('usage-no-files')
  const ids = new OwnIds()
  const documents = registries.flatMap((registry) => registry.documents)
  return { ...first, documents: documents.map((document) => underId(document, ids.take(document.id))) }
}

export async function readRegistry(path: string, ui: Ui): Promise<Registry> {
  const file = await readRegistryFile(path)
  if ('value' in file) return checked(file.value, path, ui)
  throw refusal(file, path, ui)
}

/** What is said of a file without a registry in it. */
export function refusal(file: RegistryFault | FailedInput, path: string, ui: Ui): CommandError {
  if ('fault' in file) {
    const { fault: reason, place } = file
    return new CommandError('registry-unparsed', {
      path: place === null ? path : `${path}:${place.line}:${place.column}`,
      reason,
    })
  }
  const reason = messageOf(file.code, { ...file.values }, ui.language)
  return file.unopened
    ? new CommandError('registry-unread', { reason })
    : new CommandError('registry-unparsed', { path, reason })
}

/** The value as a registry; one that is none ends the command. */
export function checked(value: unknown, path: string, ui: Ui): Registry {
  const { valid, problems } = validate(value, { language: ui.language })
  if (valid) return value as Registry
  showProblems(problems.slice(0, SHOWN), ui)
  throw new CommandError('registry-invalid', { path, count: countOf(problems) })
}

export function showProblems(problems: readonly Problem[], ui: Ui): void {
  for (const { path, message } of problems)
    ui.err(`${ui.palette.bold(printable(path))}  ${printable(message)}`)
}

export const countOf = ({ length }: readonly Problem[]): string =>
  length < MOST_PROBLEMS ? String(length) : `${length}+`
