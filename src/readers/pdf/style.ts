import type { ColumnLine } from './columns.js'
import type { Margins } from './margins.js'

/** 一、 · （一） · 1. · (1) · 第一条: what a paragraph of a policy begins with. */
const MARKER =
  /^(?:第[一二三四五六七八九十百零\d]{1,5}[编章节条]|[一二三四五六七八九十]{1,3}[、.．]|[(（〔][一二三四五六七八九十\d]{1,3}[)）〕]|\d{1,2}[.．、](?!\d)|[①-⑳])/
/** 责任单位： · 完成时限： */
const LABEL = /^[【[]?[\u4e00-\u9fff]{2,8}[:：]/
/** What a sentence, a heading or a bracket of bodies ends with. */
const CLOSED = /[。；;：:！!？?）)”】〕]$/
/** What is not broken at the end of a line: a Chinese character or a Latin word, with the signs around it. */
const TOKEN =
  /^[（《“‘〔「『【〈([{<]*(?:[A-Za-z0-9.,%‰:/°~-]+|[^])[，。、；：！？）》”’〕」』】〉)\],.;:!?%]*(?:(?<=[,.;:!?])[A-Za-z0-9.,%]+)?/

/** How far a line may end before the margin though the next character did not fit, in heights of type. */
const SLACK = 0.3
/** An indent of the first line is two characters; nothing less than one is. */
const MIN_INDENT = 1
const MAX_INDENT = 4.5

type Place = 'left' | 'centre' | 'right'

/** How a document sets its paragraphs apart, as its lines show it. */
export class PageStyle {
  private readonly body: number
  /** Indent of first lines in heights of type; null where paragraphs have none. */
  private readonly indent: number | null
  /** Distance of baselines within a paragraph, by height of type. */
  private readonly leading: ReadonlyMap<number, number>
  /** Whether more space stands between paragraphs than between lines. */
  private readonly spaced: boolean

  constructor(
    lines: readonly ColumnLine[],
    private readonly margins: ReadonlyMap<ColumnLine, Margins>,
  ) {
    this.body = bodySize(lines)
    this.leading = leadingOf(lines)
    this.indent = this.indentOf(lines)
    const below = pairs(lines).filter(
      ([a, b]) => this.place(a) === 'left' && this.place(b) === 'left' && a.size === b.size,
    )
    const apart = below.filter(([a, b]) => this.standApart(a, b)).length
    this.spaced = apart >= 3 && apart * 20 > below.length
  }

  /** Whether a line goes on in the next one. */
  continues(line: ColumnLine, next: ColumnLine): boolean {
    if (Math.abs(line.size - next.size) > 0.12 * line.size || this.standApart(line, next)) return false
    const place = this.place(line)
    if (place !== this.place(next)) return false
    if (place === 'centre') return line.size > 1.15 * this.body && !MARKER.test(next.text)
    if (place === 'right' || this.endsEarly(line, next)) return false
    const closed = CLOSED.test(line.text)
    const opens = MARKER.test(next.text) || LABEL.test(next.text)
    const depth = this.depth(next)
    if (this.indent === null) return !(closed && opens && !this.spaced)
    if (Math.abs(depth - this.indent) > 0.7 || depth < MIN_INDENT) return true
    return Math.abs(depth - this.depth(line)) < 0.3 && !closed && !opens
  }

  /** How far a line stands in from the margin, in heights of type. */
  private depth(line: ColumnLine): number {
    return (line.x - this.of(line).left) / line.size
  }

  private of(line: ColumnLine): Margins {
    return this.margins.get(line) as Margins
  }

  private place(line: ColumnLine): Place {
    const { left, right } = this.of(line)
    const before = line.x - left
    const after = right - line.end
    const large = line.size > 1.15 * this.body
    const indented = large ? true : before > 2.5 * line.size
    if (indented && Math.abs(before - after) <= this.body) return 'centre'
    return before > 0.3 * (right - left) && before > 6 * line.size ? 'right' : 'left'
  }

  /** Whether the first word of the next line would have fitted behind this one. */
  private endsEarly(line: ColumnLine, next: ColumnLine): boolean {
    const token = TOKEN.exec(next.text)?.[0] ?? ''
    let width = 0
    for (const character of token) width += character < '\u2000' ? 0.5 : 1
    return this.of(line).right - line.end > (width + SLACK) * line.size
  }

  private standApart(line: ColumnLine, next: ColumnLine): boolean {
    if (!isBelow(line, next)) return false
    const usual = this.leading.get(Math.round(line.size)) ?? 2.2 * line.size
    const distance = next.y - line.y
    return distance > 1.2 * usual && distance - usual > 0.25 * line.size
  }

  /**
   * The indent of lines behind those that end early and of those that go on without one, where most of them have it.
   */
  private indentOf(lines: readonly ColumnLine[]): number | null {
    const depths = pairs(lines).flatMap(([line, next]) => {
      if (this.place(line) !== 'left' || this.place(next) !== 'left') return []
      if (Math.abs(next.size - this.body) > 0.12 * this.body) return []
      if (this.of(line).right - line.end > 3 * line.size) return [this.depth(next)]
      const goesOn = this.depth(line) >= MIN_INDENT && this.depth(next) < 0.5 && line.size === next.size
      return goesOn && !CLOSED.test(line.text) ? [this.depth(line)] : []
    })
    const indents = depths.filter((depth) => depth >= MIN_INDENT && depth <= MAX_INDENT)
    if (indents.length * 10 < depths.length * 6 || indents.length === 0) return null
    return indents.sort((a, b) => a - b)[indents.length >> 1] as number
  }
}

/** The height of type that most characters have. */
export function bodySize(lines: readonly { readonly size: number; readonly text: string }[]): number {
  return mostly(lines.map(({ size, text }) => [Math.round(size * 2) / 2, text.length]))
}

/** The most usual distance of lines, by height of type: that of wrapped lines. */
function leadingOf(lines: readonly ColumnLine[]): Map<number, number> {
  const distances = new Map<number, [number, number][]>()
  for (const [line, next] of pairs(lines)) {
    if (!isBelow(line, next) || Math.round(line.size) !== Math.round(next.size)) continue
    const size = Math.round(line.size)
    const distance: [number, number] = [Math.round((next.y - line.y) * 2) / 2, 1]
    const all = distances.get(size)
    if (all) all.push(distance)
    else distances.set(size, [distance])
  }
  return new Map([...distances].map(([size, all]) => [size, mostly(all)]))
}

/** Lines with the next one, where no table stands between. */
const pairs = (lines: readonly ColumnLine[]): [ColumnLine, ColumnLine][] =>
  lines
    .slice(1)
    .map((next, at): [ColumnLine, ColumnLine] => [lines[at] as ColumnLine, next])
    .filter(([line, next]) => !line.grid && !next.grid)

const isBelow = (line: ColumnLine, next: ColumnLine): boolean =>
  line.page === next.page && line.column === next.column && next.y > line.y

/** The value with the greatest weight. */
function mostly(values: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>()
  let best = 0
  for (const [value, weight] of values) {
    const sum = (weights.get(value) ?? 0) + weight
    weights.set(value, sum)
    if (sum > (weights.get(best) ?? 0)) best = value
  }
  return best
}
