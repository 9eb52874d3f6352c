import { Parser } from 'htmlparser2'

/** An element with what it holds, in order. */
export interface HtmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parent: HtmlElement | null
  readonly children: HtmlNode[]
  /** Offset of its tag in the file. */
  readonly start: number
}

/** Characters as they are shown, character references resolved. */
export interface HtmlText {
  readonly value: string
  readonly start: number
  /** Whether each character stands at its own offset in the file: not so where a reference was resolved. */
  readonly exact: boolean
}

export type HtmlNode = HtmlElement | HtmlText

export const isElement = (node: HtmlNode): node is HtmlElement => 'name' in node

/** Elements inside one another, and elements and pieces of text in all, beyond what any page has. */
export const MAX_DEPTH = 600
const MAX_NODES = 3_000_000

/** What is no text for people, or no part of a document: its content is not even kept. */
const SKIPPED = new Set(
  'script style noscript template iframe object embed svg math canvas audio video map select datalist option button textarea input link frameset applet'.split(
    ' ',
  ),
)

export interface HtmlTree {
  readonly root: HtmlElement
  /** Values of `<meta name=…>`, by name in lower case, with the offset of the tag. */
  readonly meta: ReadonlyMap<string, { readonly value: string; readonly start: number }>
}

/** The tree of a page, or why there is none. No markup is too broken for it: what was not closed ends with its parent. */
export function parseHtml(html: string): HtmlTree | 'too-nested' | 'too-large' {
  const root: HtmlElement = { name: '#root', attributes: {}, parent: null, children: [], start: 0 }
  const meta = new Map<string, { value: string; start: number }>()
  let open: HtmlElement = root
  let depth = 0
  let nodes = 0
  let skipped = 0
  let failed: 'too-nested' | 'too-large' | null = null
  const stop = (reason: NonNullable<typeof failed>): void => {
    failed ??= reason
    parser.pause()
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      if (++depth > MAX_DEPTH) return stop('too-nested')
      if (++nodes > MAX_NODES) return stop('too-large')
      if (skipped > 0 || SKIPPED.has(name)) {
        skipped++
        return undefined
      }
      if (name === 'meta') {
        const key = (attributes['name'] ?? attributes['property'] ?? '').toLowerCase()
        if (key && !meta.has(key))
          meta.set(key, { value: attributes['content'] ?? '', start: parser.startIndex })
      }
      const element: HtmlElement = { name, attributes, parent: open, children: [], start: parser.startIndex }
      open.children.push(element)
      open = element
      return undefined
    },
    onclosetag() {
      depth--
      if (skipped > 0) skipped--
      else open = open.parent ?? root
    },
    ontext(value) {
      if (skipped > 0) return undefined
      if (++nodes > MAX_NODES) return stop('too-large')
      const start = parser.startIndex
      open.children.push({ value, start, exact: parser.endIndex - start + 1 === value.length })
      return undefined
    },
  })
  parser.end(html)
  return failed ?? { root, meta }
}
