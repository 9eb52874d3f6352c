import { getHeapStatistics } from 'node:v8'

/** Where a text stops making sense: UTF-16 code units from its start; null where nobody says. */
export interface Fault {
  readonly fault: string
  readonly offset: number | null
}

/** Values that a text of JSON may hold: each costs up to 500 bytes of memory. */
const JSON_VALUES = Math.min(8_500_000, Math.floor(getHeapStatistics().heap_size_limit / 500))

/** What V8 says at the end of a fault. The place goes before the sentence. */
const POSITION = /(?: in JSON)? at position (\d+)(?: \(line \d+ column \d+\))?$/

/** The value of a text that is JSON. */
export function parseJson(text: string): { readonly value: unknown } | Fault {
  if (holdsMoreThan(JSON_VALUES, text)) return { fault: `more than ${JSON_VALUES} values`, offset: null }
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    const { message } = error as Error
    const position = POSITION.exec(message)?.[1]
    if (position !== undefined) return { fault: message.replace(POSITION, ''), offset: Number(position) }
    return { fault: message, offset: message.startsWith('Unexpected end') ? text.length : null }
  }
}

/** Whether a text of JSON has more values, by the signs before them; those in strings are none. */
export function holdsMoreThan(limit: number, text: string): boolean {
  if (text.length <= limit) return false
  let count = 0
  for (let i = 0; i < text.length && count <= limit; i++) {
    const code = text.charCodeAt(i)
    if (code === COMMA || code === BRACKET || code === BRACE) count++
    else if (code === QUOTE) i = endOfString(text, i)
  }
  return count > limit
}

const [QUOTE, COMMA, BRACKET, BRACE, BACKSLASH] = [0x22, 0x2c, 0x5b, 0x7b, 0x5c]

/** The closing quote of the string that opens at `start`, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes++
    if (slashes % 2 === 0) return end
  }
  return text.length
}
