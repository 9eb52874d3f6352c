import { type List, type ListLevel, MAX_VALUE } from './docx-numbering.js'
import { formatNumber } from './number-format.js'

/**
 * The numbers before the paragraphs of a document's lists, counted as Word does (ECMA-376 part 1, 17.9).
 *
 * 1. Lists with one definition count on together; a list that has a start of its own begins there where it comes first.
 * 2. A level begins again behind every paragraph of a level above, or of the one that it names.
 */
export class ListLabels {
  private readonly counts = new Map<string, (number | undefined)[]>()
  private readonly begun = new Map<List, Set<number>>()

  /** The number of the next paragraph at a level of a list; empty where the level shows none (bullets). */
  next(list: List, at: number): string {
    const level = list.levels[at]
    if (!level) return ''
    const counts = this.countsOf(list.definition)
    if (this.begins(list, at)) counts[at] = undefined
    counts[at] = Math.min((counts[at] ?? startOf(list, at) - 1) + 1, MAX_VALUE)
    for (let below = at + 1; below < counts.length; below++)
      if (restarts(list.levels[below], at)) counts[below] = undefined
    if (level.format === 'bullet') return ''
    return level.text.replace(/%([1-9])/g, (_, figure: string) => {
      const shown = Number(figure) - 1
      const value = counts[shown] ?? startOf(list, shown)
      const format = list.levels[shown]?.format
      if (shown > at || format === undefined || format === 'bullet') return ''
      return formatNumber(value, level.legal ? 'decimal' : format)
    })
  }

  /** Whether the list has a start of its own for the level, and its first paragraph there comes now. */
  private begins(list: List, at: number): boolean {
    if (!list.starts.has(at)) return false
    const begun = this.begun.get(list) ?? new Set()
    this.begun.set(list, begun)
    if (begun.has(at)) return false
    begun.add(at)
    return true
  }

  private countsOf(definition: string): (number | undefined)[] {
    const counts = this.counts.get(definition) ?? []
    this.counts.set(definition, counts)
    return counts
  }
}

const startOf = ({ starts, levels }: List, at: number): number => starts.get(at) ?? levels[at]?.start ?? 1

const restarts = (level: ListLevel | undefined, behind: number): boolean =>
  level?.restart == null || behind < level.restart
