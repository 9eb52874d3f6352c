import type { Span } from '../source/span.js'

export interface FrontMatter {
  /** Where the text after it begins. */
  readonly end: number
  /** The value of its `title`, without quotation marks. */
  readonly title: Span | undefined
}

const OPENING = /^\ufeff?---[ \t]*\r?\n/
const CLOSING = /^(?:---|\.\.\.)[ \t]*\r?$/
const ENTRY = /^(?:[\w-]+:|[ \t]|#|-|\r?$)/
const TITLE = /^title:[ \t]*/i

/**
 * The metadata block that site generators put before a Markdown text, between lines of `---`. Undefined where there is
 * none, as where `---` is only a rule above the text.
 */
export function frontMatter(text: string): FrontMatter | undefined {
  const opening = OPENING.exec(text)?.[0]
  if (opening === undefined) return undefined
  let title: Span | undefined
  for (let start = opening.length; start < text.length;) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(start, end)
    if (CLOSING.test(line)) return { end, title }
    if (!ENTRY.test(line)) return undefined
    title ??= titleOf(line, start)
    start = end + 1
  }
  return undefined
}

/** `title: "关于…的意见"` → where 关于…的意见 stands. */
function titleOf(line: string, offset: number): Span | undefined {
  const key = TITLE.exec(line)?.[0]
  if (key === undefined) return undefined
  const value = line.slice(key.length).trimEnd()
  const quoted = /^(["']).*\1$/.test(value) && value.length > 2 ? 1 : 0
  const start = offset + key.length + quoted
  const end = offset + key.length + value.length - quoted
  return start < end ? { start, end } : undefined
}
