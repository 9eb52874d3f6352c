import { readFile } from 'node:fs/promises'
import { messageOf } from '../diagnostics/message.js'
import { printable } from '../diagnostics/width.js'
import type { Registry } from '../generated/registry.js'
import { decode } from '../readers/decode.js'
import { parseRegistry } from '../readers/registry-file.js'
import { validate } from '../registry/validate.js'
import { CommandError, type Ui } from './ui.js'

/** Problems of a registry that are shown before it is refused. */
const SHOWN = 5

/** The registries of several files as one, under the head of the first. A file that is no registry ends the command. */
export async function readRegistries(paths: readonly string[], ui: Ui): Promise<Registry> {
  const registries: Registry[] = []
  for (const path of paths) registries.push(await readRegistry(path, ui))
  const [first] = registries
  if (!first) throw new CommandError('usage-no-files')
  return { ...first, documents: registries.flatMap(({ documents }) => documents) }
}

export async function readRegistry(path: string, ui: Ui): Promise<Registry> {
  const decoded = decode(await bytesOf(path, ui))
  const file =
    'text' in decoded
      ? await parseRegistry(decoded.text)
      : { fault: messageOf(decoded.code, { path, ...decoded.values }, ui.language) }
  if ('fault' in file) throw new CommandError('registry-unparsed', { path, reason: printable(file.fault) })
  return checked(file.value, path, ui)
}

/** The value as a registry; one that is none ends the command. */
export function checked(value: unknown, path: string, ui: Ui): Registry {
  const { valid, problems } = validate(value, { language: ui.language })
  if (valid) return value as Registry
  for (const problem of problems.slice(0, SHOWN))
    ui.err(`${ui.palette.bold(printable(problem.path))}  ${printable(problem.message)}`)
  throw new CommandError('registry-invalid', { path, count: problems.length })
}

async function bytesOf(path: string, ui: Ui): Promise<Uint8Array> {
  try {
    if (path !== '-') return await readFile(path)
    const chunks: Buffer[] = []
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array))
    return Buffer.concat(chunks)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    const code = reason === 'ENOENT' ? 'file-missing' : 'file-unreadable'
    throw new CommandError('registry-unread', { reason: messageOf(code, { path, reason }, ui.language) })
  }
}
