import { Parser } from 'htmlparser2'

/** An element with what it holds. Names are without their prefix: `w:p` is `p`. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  /** The characters that stand in it directly. */
  text: string
}

export const MAX_XML_DEPTH = 600
/** Elements in one part, beyond what any document has. */
export const MAX_XML_NODES = 1_000_000
/** Attributes of one element. */
const MAX_ATTRIBUTES = 500

/** Why a part gives no tree: a tag is missing, there is a document type, or there is more in it than in any document. */
export type BadXml = 'too-nested' | 'too-large' | 'broken'

/**
 * The tree of an XML part of an office document.
 *
 * `take` is shown each element when it ends, with its parent's name; one that it takes (`true`) is left out of the tree,
 * so that a long document is never whole in memory. Entities are not defined in such parts: a document type declaration
 * is an error (ECMA-376 part 2, 8.1.4), and only the five of XML and character references are resolved.
 */
export function parseXml(
  xml: string,
  take: (element: XmlElement, parent: string) => boolean = () => false,
): XmlElement | BadXml {
  const open: XmlElement[] = [element('#root', {})]
  let nodes = 0
  let attributes = 0
  let failed: BadXml | null = null
  const stop = (reason: BadXml): void => {
    failed ??= reason
    parser.pause()
  }
  const parser = new Parser(
    {
      onattribute() {
        if (++attributes > MAX_ATTRIBUTES) stop('too-large')
      },
      onopentag(name, given) {
        attributes = 0
        if (++nodes > MAX_XML_NODES) return stop('too-large')
        if (open.length > MAX_XML_DEPTH) return stop('too-nested')
        open.push(element(name.slice(name.indexOf(':') + 1), given))
        return undefined
      },
      onclosetag() {
        if (failed || open.length < 2) return
        const closed = open.pop() as XmlElement
        const parent = open.at(-1) as XmlElement
        if (!take(closed, parent.name)) parent.children.push(closed)
      },
      ontext(value) {
        if (!failed) (open.at(-1) as XmlElement).text += value
      },
      onprocessinginstruction(name) {
        if (name.startsWith('!')) stop('broken')
      },
    },
    { xmlMode: true },
  )
  parser.write(xml)
  const root = open[0] as XmlElement
  if (failed) return failed
  return open.length > 1 ? 'broken' : (root.children[0] ?? 'broken')
}

const element = (name: string, attributes: XmlElement['attributes']): XmlElement => ({
  name,
  attributes,
  children: [],
  text: '',
})

/** The first child of that name. */
export const childOf = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  parent?.children.find((child) => child.name === name)

/** The value of an attribute, whatever its prefix. */
export function attributeOf({ attributes }: XmlElement, name: string): string | undefined {
  for (const key in attributes)
    if (key === name || (key.endsWith(name) && key.charAt(key.length - name.length - 1) === ':'))
      return attributes[key]
  return undefined
}

/** `w:val` of a child, as most properties of a word-processing document are written. */
export function valueOf(parent: XmlElement | undefined, name: string): string | undefined {
  const child = childOf(parent, name)
  return child && attributeOf(child, 'val')
}
