import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import type { Registry, RegistryDocument } from '../generated/registry.js'
import { encodingOf } from '../readers/decode.js'
import { readInput } from '../readers/input.js'
import type { CurrentSource } from '../registry/sources.js'
import { wantsTexts } from '../writers/index.js'
import { CommandError, type Ui } from './ui.js'

/** The folder of `--sources` has to be one. */
export async function checkFolder(path: string): Promise<void> {
  if (!(await stat(path).catch(() => null))?.isDirectory())
    throw new CommandError('sources-missing', { path })
}

/** Folders of a source's path that are looked for. */
const DEEPEST = 50

/**
 * The file of a document: its path in the registry taken from the folder, then with ever more of the path's folders
 * left off, so that seeds/a.txt is found in seeds/ too.
 */
export async function findSource(folder: string, { source }: RegistryDocument): Promise<CurrentSource> {
  const parts = source.path.split(/[\\/]/).filter((part) => part !== '' && part !== '..')
  for (let i = Math.max(0, parts.length - DEEPEST); i < parts.length; i++) {
    const path = await fileInside(folder, join(folder, ...parts.slice(i)))
    if (path === null) continue
    const input = await readInput(path, { encoding: encodingOf(source.encoding ?? '') })
    if (!('code' in input)) return input
    if (input.sha256 !== null) return { sha256: input.sha256, text: null }
  }
  return null
}

/** The file behind a path, or null: links lead nowhere outside the folder. */
async function fileInside(folder: string, path: string): Promise<string | null> {
  try {
    const found = await realpath(path)
    const way = relative(await realpath(folder), found)
    return !isAbsolute(way) && way.split(sep)[0] !== '..' && (await stat(found)).isFile() ? path : null
  } catch {
    return null
  }
}

export interface Texts {
  readonly texts: ReadonlyMap<string, string>
  /** Whether none is missing that should be there. */
  readonly complete: boolean
}

/** The texts of a registry by document id, for a format that shows them or where a folder was given. */
export async function textsFor(
  format: string,
  registry: Registry,
  folder: string | undefined,
  ui: Ui,
): Promise<Texts> {
  if (folder !== undefined) await checkFolder(folder)
  return wantsTexts(format) || folder !== undefined
    ? await readTexts(registry, folder, ui)
    : { texts: new Map(), complete: true }
}

/** One that is missing or has changed is said, and left out. */
async function readTexts({ documents }: Registry, folder: string | undefined, ui: Ui): Promise<Texts> {
  const texts = new Map<string, string>()
  let complete = true
  for (const document of documents) {
    const { sha256, length, path } = document.source
    if (sha256 === null || length === 0) continue
    const found = folder === undefined ? null : await findSource(folder, document)
    if (found?.text != null && found.sha256 === sha256) {
      texts.set(document.id, found.text)
      continue
    }
    complete = false
    const name = folder === undefined ? 'text-wanted' : found === null ? 'text-missing' : 'text-changed'
    ui.err(ui.palette.yellow(ui.say(name, { path, folder: folder ?? '' })))
  }
  return { texts, complete }
}
