import { randomUUID } from 'node:crypto'
import { closeSync, openSync, rmSync } from 'node:fs'
import { chmod, type FileHandle, lstat, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Files that are being written under their temporary names. */
const unfinished = new Set<string>()

/** Removes what is half written, before the process ends. */
export function removeUnfinished(): void {
  for (const path of unfinished) rmSync(path, { force: true })
}

/**
 * A file that appears whole or not at all: written beside its place under a name that no other run has, then moved
 * there. A device (/dev/null) is written directly.
 */
export class AtomicFile {
  private constructor(
    private readonly target: string,
    private readonly temporary: string | null,
    private readonly handle: FileHandle,
    private readonly mode: number | null,
  ) {}

  static async create(path: string, links: 'followed' | 'replaced' = 'followed'): Promise<AtomicFile> {
    await makeFolder(dirname(path))
    const info = await (links === 'followed' ? stat : lstat)(path).catch(() => null)
    if (info && links === 'followed' && !info.isFile() && !info.isDirectory())
      return new AtomicFile(path, null, await open(path, 'w'), null)
    if (info?.isDirectory()) throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR' })
    const target = info && links === 'followed' ? await realpath(path) : path
    const temporary = `${target}.${randomUUID().slice(0, 8)}.tmp`
    // Made at once: a signal must not come between the file and its place in the list.
    closeSync(openSync(temporary, 'wx'))
    unfinished.add(temporary)
    const handle = await open(temporary, 'r+')
    return new AtomicFile(target, temporary, handle, info?.isFile() ? info.mode & 0o777 : null)
  }

  async write(content: string | Uint8Array): Promise<void> {
    await this.handle.writeFile(content)
  }

  async commit(): Promise<void> {
    await this.handle.close()
    if (this.temporary === null) return
    if (this.mode !== null) await chmod(this.temporary, this.mode)
    await rename(this.temporary, this.target)
    unfinished.delete(this.temporary)
  }

  /** Leave the place as it was. */
  async abandon(): Promise<void> {
    await this.handle.close().catch(() => undefined)
    if (this.temporary === null) return
    await rm(this.temporary, { force: true })
    unfinished.delete(this.temporary)
  }
}

/** A file with these contents, one after the other; whole or not at all. */
export async function writeWhole(path: string, contents: readonly (string | Uint8Array)[]): Promise<void> {
  await write(await AtomicFile.create(path), contents)
}

/** The same in a folder, under a name that a document gave: a link that has it is replaced, so nothing leaves the folder. */
export async function writeInto(
  folder: string,
  name: string,
  contents: readonly (string | Uint8Array)[],
): Promise<void> {
  await write(await AtomicFile.create(join(folder, name), 'replaced'), contents)
}

async function write(file: AtomicFile, contents: readonly (string | Uint8Array)[]): Promise<void> {
  try {
    for (const content of contents) await file.write(content)
    await file.commit()
  } catch (error) {
    await file.abandon()
    throw error
  }
}

/** The folder with those above it. (`recursive` of node never returns where the system refuses without a reason.) */
async function makeFolder(path: string): Promise<void> {
  const code = await tryMake(path)
  if (code === 'ENOENT' && dirname(path) !== path) {
    await makeFolder(dirname(path))
    await makeFolder(path)
  } else if (code !== null && !(await stat(path).catch(() => null))?.isDirectory()) {
    throw Object.assign(new Error(`cannot make the folder ${path}`), { code })
  }
}

async function tryMake(path: string): Promise<string | null> {
  try {
    await mkdir(path)
    return null
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error)
  }
}
