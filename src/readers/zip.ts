import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { Unread } from './read-text.js'

/** What one part may unpack to, and how many times its packed size where it is more than a megabyte. */
const MAX_BYTES = 32 * 1024 * 1024
const MAX_RATIO = 200
const FREE_BYTES = 1024 * 1024
/** Parts of one archive. */
const MAX_PARTS = 20_000

/**
 * A zip archive in memory whose parts are unpacked one by one, when asked for.
 *
 * 1. No part unpacks to more than `MAX_BYTES`, or to `MAX_RATIO` times its packed size; what a part says of its size has
 *    to be true.
 * 2. Names only name parts of the archive: nothing is ever written to a disk.
 */
export class ZipArchive {
  private constructor(
    private readonly file: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(bytes: Uint8Array): Promise<ZipArchive | Unread> {
    const entries = new Map<string, Entry>()
    try {
      const file = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
        lazyEntries: true,
      })
      for await (const entry of file.eachEntry()) {
        if (entries.size >= MAX_PARTS) return damaged('ZIP')
        const name = entry.fileName.toLowerCase()
        if (!entries.has(name)) entries.set(name, entry)
      }
      return new ZipArchive(file, entries)
    } catch {
      return damaged('ZIP')
    }
  }

  /** Whether there is a part of that name; upper and lower case are one, as in a package of ECMA-376 part 2. */
  has(name: string): boolean {
    return this.entries.has(name.toLowerCase())
  }

  /** The bytes of a part; null where there is none. */
  async read(name: string): Promise<Uint8Array | null | Unread> {
    const entry = this.entries.get(name.toLowerCase())
    if (!entry) return null
    const { uncompressedSize: size, compressedSize } = entry
    const limit = Math.min(MAX_BYTES, Math.max(FREE_BYTES, compressedSize * MAX_RATIO))
    if (size > limit) {
      return partTooLarge(name, `${Math.round(limit / 1024 / 1024)} MB`)
    }
    if (entry.isEncrypted()) return { code: 'file-encrypted', values: {} }
    try {
      const chunks: Buffer[] = []
      for await (const chunk of await this.file.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
      const bytes = Buffer.concat(chunks)
      return crc32(bytes) === entry.crc32 ? bytes : damaged(name)
    } catch {
      return damaged(name)
    }
  }
}

export const damaged = (part: string): Unread => ({ code: 'file-damaged', values: { part } })

export const partTooLarge = (part: string, limit: string): Unread => ({
  code: 'part-too-large',
  values: { part, limit },
})
