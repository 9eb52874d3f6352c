import { type HtmlElement, isElement } from './html-tree.js'
import { wordsOf } from './html-words.js'
import { formatNumber } from './number-format.js'

/** A number that the item's own text opens with. */
const OWN_NUMBER =
  /^(?:第[一二三四五六七八九十百零\d]{1,5}[编章节条款]|[（(]?[一二三四五六七八九十\d]{1,3}[、.．)）]|[①-⑳]|[-·•●])/
const CHINESE = /cjk-ideographic|simp-chinese|trad-chinese|cjk-decimal/

/** The numbers that a page shows before the items of an ordered list. */
export class ListNumbers {
  private readonly counts = new Map<HtmlElement, number>()

  /** `1. ` or `一、` for an item; null where the list has no numbers or the item brings its own. */
  of(item: HtmlElement): string | null {
    const list = item.parent
    if (list?.name !== 'ol') return null
    const style = `${list.attributes['style'] ?? ''};${item.attributes['style'] ?? ''}`
    const given = Number.parseInt(item.attributes['value'] ?? '', 10)
    const start = Number.parseInt(list.attributes['start'] ?? '1', 10)
    const number = given > 0 ? given : (this.counts.get(list) ?? (start > 0 ? start : 1) - 1) + 1
    this.counts.set(list, number)
    if (/list-style[^;]*none/i.test(style) || OWN_NUMBER.test(wordsOf(item, 8))) return null
    if (CHINESE.test(style)) return number < 100 ? `${formatNumber(number, 'chineseCounting')}、` : null
    const type = list.attributes['type'] ?? '1'
    return type === '1' && holdsText(item) ? `${number}. ` : null
  }
}

const holdsText = (item: HtmlElement): boolean =>
  item.children.some((node) => (isElement(node) ? holdsText(node) : /\S/.test(node.value)))
