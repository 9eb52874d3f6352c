import { createHash } from 'node:crypto'
import { OwnIds } from '../registry/own-ids.js'

/** Bytes of a name: file systems take 255, and an ending and that of a temporary file follow. */
const LONGEST = 200

/** Signs that some system does not allow in a name, and those that cannot be seen or turn the text around. */
const UNFIT = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu

/** Names of devices on Windows, whatever follows a dot. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/i

/**
 * A file's name out of a document's id, for every system. An id that cannot be one is made to fit and gets a hash of
 * itself behind, so that no other id has the same name: ../../x is .._.._x~1b2d3f40.
 */
export function fileName(id: string): string {
  const fit = shortened(id.replaceAll(UNFIT, '_').replace(DEVICE, '_$&'))
  return fit === id ? id : `${fit}~${createHash('sha256').update(id, 'utf16le').digest('hex').slice(0, 8)}`
}

function shortened(name: string): string {
  let short = name
  while (Buffer.byteLength(short) > LONGEST) short = [...short].slice(0, -1 - (short.length >> 3)).join('')
  return short
}

/** Names of the files of one run. Two that a system could take for one (Ab, aB) are told apart by ~2, ~3. */
export class FileNames {
  private readonly taken = new OwnIds()

  take(id: string): string {
    const name = fileName(id)
    const key = name.normalize().toLowerCase()
    return name + this.taken.take(key).id.slice(key.length)
  }
}
