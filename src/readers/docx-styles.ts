import { attributeOf, childOf, valueOf, type XmlElement } from './xml-tree.js'

/** Styles based on one another, at most. */
const MAX_CHAIN = 100

/** The list that a paragraph or style says it belongs to. */
export interface NumberingProperties {
  /** `w:numId`; 0 says that there is none. */
  readonly list?: string | undefined
  /** `w:ilvl`, from 0. */
  readonly level?: number | undefined
}

/** The styles of a document, as far as they decide on text: the list of a paragraph, and what is hidden. */
export class Styles {
  private readonly styles = new Map<string, XmlElement>()
  private readonly chains = new Map<string, readonly XmlElement[]>()
  private readonly normal: string | undefined

  constructor(root: XmlElement | null) {
    for (const style of root?.children ?? []) {
      const id = attributeOf(style, 'styleId')
      if (style.name !== 'style' || id === undefined || this.styles.has(id)) continue
      this.styles.set(id, style)
      if (isOn(attributeOf(style, 'default') ?? '0') && attributeOf(style, 'type') === 'paragraph')
        this.normal ??= id
    }
  }

  /** The style of a paragraph: the one it names, else that of all paragraphs. */
  styleOf(paragraph: XmlElement | undefined): string | undefined {
    return valueOf(paragraph, 'pStyle') ?? this.normal
  }

  /** The list of a style and what it is based on, and the style that names it. */
  numbering(id: string | undefined): NumberingProperties & { readonly style?: string | undefined } {
    let level: number | undefined
    for (const style of this.chain(id)) {
      const found = numberingOf(childOf(style, 'pPr'))
      level ??= found.level
      if (found.list !== undefined) return { list: found.list, level, style: attributeOf(style, 'styleId') }
    }
    return { level }
  }

  /** Whether text in a style is hidden; undefined where neither it nor what it is based on says so. */
  hides(id: string | undefined): boolean | undefined {
    for (const style of this.chain(id)) {
      const hidden = flagOf(childOf(style, 'rPr'), 'vanish')
      if (hidden !== undefined) return hidden
    }
    return undefined
  }

  /** The style, the one that it is based on, and so on. */
  private chain(id: string | undefined): readonly XmlElement[] {
    if (id === undefined) return []
    const known = this.chains.get(id)
    if (known) return known
    const chain: XmlElement[] = []
    let style = this.styles.get(id)
    while (style && !chain.includes(style) && chain.length < MAX_CHAIN) {
      chain.push(style)
      style = this.styles.get(valueOf(style, 'basedOn') ?? '')
    }
    this.chains.set(id, chain)
    return chain
  }
}

/** `w:numPr` of paragraph properties. */
export function numberingOf(properties: XmlElement | undefined): NumberingProperties {
  const numbering = childOf(properties, 'numPr')
  const level = valueOf(numbering, 'ilvl')
  return {
    list: valueOf(numbering, 'numId'),
    level: level === undefined ? undefined : Number.parseInt(level, 10),
  }
}

/** A property that is on, off, or not there. */
export function flagOf(properties: XmlElement | undefined, name: string): boolean | undefined {
  const flag = childOf(properties, name)
  return flag && isOn(attributeOf(flag, 'val') ?? '1')
}

/** ST_OnOff (ECMA-376 part 1, 22.9.2.7). */
const isOn = (value: string): boolean => !/^(?:0|false|off)$/.test(value)
