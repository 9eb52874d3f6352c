import { createReadStream, statSync } from 'node:fs'
import { STDIN } from './expand.js'
import { readStable, type Unstable } from './stable-file.js'

/**
 * The bytes of a file, a device, a pipe or (`-`) standard input. No more than `limit` are held, whatever the system says
 * of the size. Rejects with the system's error.
 */
export async function readBounded(path: string, limit: number): Promise<Uint8Array | Unstable> {
  if (path === STDIN) return collect(process.stdin, limit)
  return statSync(path).isFile() ? readStable(path, limit) : collect(createReadStream(path), limit)
}

async function collect(stream: AsyncIterable<unknown>, limit: number): Promise<Uint8Array | Unstable> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array)
    size += bytes.length
    if (size > limit) return 'too-large'
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
