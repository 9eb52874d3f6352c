import { type HtmlElement, type HtmlNode, isElement } from './html-tree.js'

/** How much of an element is prose and how much of it is links. */
export interface Weight {
  /** Characters outside links. */
  readonly text: number
  /** Characters of links. */
  readonly links: number
  readonly anchors: number
  /** 。；， outside links: what navigation has none of. */
  readonly marks: number
}

/** The weights of all elements, found in one pass. */
export function weigh(root: HtmlElement): ReadonlyMap<HtmlElement, Weight> {
  const weights = new Map<HtmlElement, Weight>()
  const visit = (element: HtmlElement, linked: boolean): Weight => {
    const sum = { text: 0, links: 0, anchors: 0, marks: 0 }
    const inLink = linked || (element.name === 'a' && (element.attributes['href'] ?? '') !== '')
    if (inLink && !linked) sum.anchors++
    for (const node of element.children) {
      if (isElement(node)) {
        const { text, links, anchors, marks } = visit(node, inLink)
        sum.text += text
        sum.links += links
        sum.anchors += anchors
        sum.marks += marks
      } else if (inLink) sum.links += lengthOf(node.value)
      else {
        sum.text += lengthOf(node.value)
        sum.marks += node.value.match(MARK)?.length ?? 0
      }
    }
    weights.set(element, sum)
    return sum
  }
  visit(root, false)
  return weights
}

const MARK = /[。；，]|[,;](?=[\u4e00-\u9fff“《])/g
const lengthOf = (text: string): number => text.replace(/\s+/g, '').length

/** Nodes that are looked at for the words that something begins with. */
const MOST_NODES = 800

/** The text that a node begins with, without white space, up to `most` characters. */
export function wordsOf(node: HtmlNode, most: number): string {
  let words = ''
  const rest: HtmlNode[] = [node]
  for (let seen = 0; seen < MOST_NODES && words.length < most; seen++) {
    const next = rest.pop()
    if (!next) break
    if (!isElement(next)) words += next.value.slice(0, 4 * most).replace(/\s+/g, '')
    else
      for (let i = Math.min(next.children.length, MOST_NODES) - 1; i >= 0; i--)
        rest.push(next.children[i] as HtmlNode)
  }
  return words.slice(0, most)
}
