import { StringDecoder } from 'node:string_decoder'

/**
 * The lines of a stream of UTF-8, without a byte order mark; null in the place of one that is longer than `limit` (UTF-16 code units).
 * Only the line at hand is held.
 */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<string | null> {
  const decoder = new StringDecoder('utf8')
  let parts: string[] = []
  let length = 0
  let first = true
  for await (const chunk of stream) {
    const decoded = decoder.write(Buffer.from(chunk))
    const text = first && decoded.startsWith('\ufeff') ? decoded.slice(1) : decoded
    if (decoded !== '') first = false
    let start = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      length += end - start
      yield length > limit ? null : parts.join('') + text.slice(start, end)
      parts = []
      length = 0
      start = end + 1
    }
    length += text.length - start
    if (length > limit) parts = []
    else if (start < text.length) parts.push(text.slice(start))
  }
  if (length > 0) yield length > limit ? null : parts.join('') + decoder.end()
}
