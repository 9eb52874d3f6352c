import { flagOf, type Styles } from './docx-styles.js'
import { attributeOf, childOf, valueOf, type XmlElement } from './xml-tree.js'

/** One level of a list (`w:lvl`). */
export interface ListLevel {
  readonly start: number
  /** Number format: `chineseCounting`, `decimal`, `bullet` … */
  readonly format: string
  /** What is shown, with %1 for the number of the first level. */
  readonly text: string
  /** What stands between the number and the text. */
  readonly suffix: 'tab' | 'space' | 'nothing'
  /** The level, from 1, that this one begins again behind: 0 for none, null for any above it. */
  readonly restart: number | null
  /** Whether the numbers of all levels are shown as figures (`w:isLgl`). */
  readonly legal: boolean
  /** The paragraph style that stands for this level. */
  readonly style: string | undefined
}

/** A list as paragraphs refer to it (`w:num`). */
export interface List {
  /** Lists with the same definition count on together. */
  readonly definition: string
  readonly levels: readonly (ListLevel | undefined)[]
  /** Where a level begins anew in this list (`w:startOverride`), by level. */
  readonly starts: ReadonlyMap<number, number>
}

const LEVELS = 9
/** A longer pattern is no number. */
const MAX_PATTERN = 100
/** The largest number that Word counts to. */
export const MAX_VALUE = 32_767
/** Definitions that refer to one another through styles, at most. */
const MAX_LINKS = 10

/** The lists that the numbering part of a document defines. */
export class Lists {
  private readonly definitions = new Map<string, XmlElement>()
  private readonly instances = new Map<string, XmlElement>()
  private readonly lists = new Map<string, List | null>()

  constructor(
    root: XmlElement | null,
    private readonly styles: Styles,
  ) {
    for (const element of root?.children ?? []) {
      const definition = element.name === 'abstractNum' ? attributeOf(element, 'abstractNumId') : undefined
      const instance = element.name === 'num' ? attributeOf(element, 'numId') : undefined
      if (definition !== undefined) this.definitions.set(definition, element)
      if (instance !== undefined) this.instances.set(instance, element)
    }
  }

  /** The list of a `w:numId`; null where nothing defines it. */
  get(id: string): List | null {
    let list = this.lists.get(id)
    if (list === undefined) this.lists.set(id, (list = this.read(id)))
    return list
  }

  private read(id: string): List | null {
    const instance = this.instances.get(id)
    const definition = this.definitionOf(instance, MAX_LINKS)
    if (!instance || !definition) return null
    const levels = levelsOf(definition)
    const starts = new Map<number, number>()
    for (const override of instance.children) {
      const at = Number(attributeOf(override, 'ilvl'))
      if (override.name !== 'lvlOverride' || !(at >= 0 && at < LEVELS)) continue
      const level = childOf(override, 'lvl')
      if (level) levels[at] = levelOf(level)
      const start = valueOf(override, 'startOverride')
      if (start !== undefined) starts.set(at, numberOf(start, 1))
    }
    return { definition: attributeOf(definition, 'abstractNumId') ?? '', levels, starts }
  }

  /** The definition with the levels: that of the style which another only links to (`w:numStyleLink`). */
  private definitionOf(instance: XmlElement | undefined, links: number): XmlElement | null {
    const definition = this.definitions.get(valueOf(instance, 'abstractNumId') ?? '')
    const style = valueOf(definition, 'numStyleLink')
    if (!definition || style === undefined) return definition ?? null
    const list = this.styles.numbering(style).list
    const linked =
      list === undefined || links === 0 ? null : this.definitionOf(this.instances.get(list), links - 1)
    return linked ?? this.definitionLinkedFrom(style) ?? definition
  }

  private definitionLinkedFrom(style: string): XmlElement | undefined {
    for (const definition of this.definitions.values())
      if (valueOf(definition, 'styleLink') === style) return definition
    return undefined
  }
}

function levelsOf(definition: XmlElement): (ListLevel | undefined)[] {
  const levels: (ListLevel | undefined)[] = []
  for (const element of definition.children) {
    const at = Number(attributeOf(element, 'ilvl'))
    if (element.name === 'lvl' && at >= 0 && at < LEVELS) levels[at] = levelOf(element)
  }
  return levels
}

function levelOf(element: XmlElement): ListLevel {
  const suffix = valueOf(element, 'suff')
  const restart = valueOf(element, 'lvlRestart')
  return {
    start: numberOf(valueOf(element, 'start'), 0),
    format: formatOf(element),
    text: (valueOf(element, 'lvlText') ?? '').slice(0, MAX_PATTERN),
    suffix: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
    restart: restart === undefined ? null : numberOf(restart, 0),
    legal: flagOf(element, 'isLgl') ?? false,
    style: valueOf(element, 'pStyle'),
  }
}

/** A format of its own (`001, 002`) stands beside one that every program knows. */
function formatOf(level: XmlElement): string {
  const fallback = childOf(childOf(level, 'AlternateContent'), 'Fallback')
  return valueOf(level, 'numFmt') ?? valueOf(fallback, 'numFmt') ?? 'decimal'
}

function numberOf(value: string | undefined, otherwise: number): number {
  const number = Number.parseInt(value ?? '', 10)
  return number >= 0 ? Math.min(number, MAX_VALUE) : otherwise
}
