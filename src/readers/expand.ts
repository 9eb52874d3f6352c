import { type Dirent, statSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { type FailedInput, failed, slashes, unopened } from './failed-input.js'
import { TEXTS } from './kind.js'

/** The name of standard input among the files. */
export const STDIN = '-'

/**
 * The paths behind names of files, folders, patterns and `-`, in order.
 *
 * 1. A folder gives the files in formats that are read, sorted by path; hidden ones and node_modules are left out.
 * 2. A file that comes twice is there once.
 * 3. Nothing throws: a name without a file comes as a `FailedInput`.
 */
export async function expandNames(names: readonly string[]): Promise<(string | FailedInput)[]> {
  const seen = new Set<string>()
  const found: (string | FailedInput)[] = []
  for (const name of names) {
    for (const item of name === STDIN ? [STDIN] : await expand(name)) {
      if (typeof item === 'string') {
        const key = item === STDIN ? STDIN : resolve(item)
        if (seen.has(key)) continue
        seen.add(key)
      }
      found.push(item)
    }
  }
  return found
}

/** Paths of the documents behind one name of the command line, or why there are none. */
async function expand(name: string): Promise<(string | FailedInput)[]> {
  try {
    const info = statSync(name)
    if (!info.isDirectory()) return [name]
    const files = await textsIn(name)
    return files.length > 0 ? files : [failed(slashes(name), 'no-texts-in-folder', {}, 'text/plain', true)]
  } catch (error) {
    if (!/[*?[{]/.test(name)) return [unopened(slashes(name), error)]
    const files = await matching(slashes(name))
    return files.length > 0
      ? files.sort()
      : [failed(slashes(name), 'no-file-matches', {}, 'text/plain', true)]
  }
}

async function matching(pattern: string): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  const options = { onlyFiles: true, expandDirectories: false, followSymbolicLinks: false }
  try {
    return await glob(pattern, options)
  } catch (error) {
    if (error instanceof TypeError) return [] // picomatch takes no pattern with a part that is nothing: ?//
    throw error
  }
}

/** A file, or a link to one or to nothing. A pipe might never end, and links to folders might lead in a circle. */
async function mayBeText(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile()
  return (await stat(path).catch(() => null))?.isFile() !== false
}

async function textsIn(folder: string): Promise<string[]> {
  const files: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files.push(...(await textsIn(path)))
    else if (TEXTS[extname(entry.name).toLowerCase()] && (await mayBeText(entry, path))) files.push(path)
  }
  return files.sort()
}
