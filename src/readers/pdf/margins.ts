import type { ColumnLine } from './columns.js'

/** Where the text of a column begins and ends, in points from the left. */
export interface Margins {
  readonly left: number
  readonly right: number
}

/** Lines from which on the odd and the even pages are measured apart: bound papers have wider margins inside. */
const ENOUGH = 12

/** The margins of every line: those of its column on pages of its kind. */
export function marginsOf(
  lines: readonly ColumnLine[],
  paper: ReadonlyMap<number, number>,
): Map<ColumnLine, Margins> {
  const groups = new Map<string, ColumnLine[]>()
  const keys = (line: ColumnLine): [string, string] => {
    const kind = `${Math.round(paper.get(line.page) ?? 0)} ${line.column}/${line.columns}`
    return [`${kind} ${line.page % 2}`, kind]
  }
  for (const line of lines.filter(({ grid }) => !grid))
    for (const key of keys(line)) {
      const group = groups.get(key)
      if (group) group.push(line)
      else groups.set(key, [line])
    }
  const measured = new Map([...groups].map(([key, group]) => [key, measure(group)]))
  return new Map(
    lines.map((line) => {
      const [own, all] = keys(line)
      const key = (groups.get(own)?.length ?? 0) >= ENOUGH ? own : all
      const { left } = measured.get(key) ?? { left: line.x }
      // A page may have short lines only.
      const widths = [own, all]
        .map((each) => measured.get(each))
        .map((found) => (found ? found.right - found.left : 0))
      return [line, { left, right: left + Math.max(...widths) }]
    }),
  )
}

function measure(lines: readonly ColumnLine[]): Margins {
  const size = [...lines].sort((a, b) => a.size - b.size)[lines.length >> 1]?.size ?? 0
  const starts = lines.map(({ x }) => x).sort((a, b) => a - b)
  const ends = lines.map(({ end }) => end).sort((a, b) => b - a)
  // Few lines begin to the left of the text, as numbers in the margin do, or end to its right. Lines that are not
  // spread to the margin end up to a character before it.
  return {
    left: firstShared(starts, size * 0.4, Math.max(1, lines.length * 0.04)),
    right: firstShared(ends, size, Math.max(1, lines.length * 0.03)),
  }
}

/** The first value, in the order given, near which at least so many others lie. */
function firstShared(values: readonly number[], reach: number, least: number): number {
  let to = 0
  for (const [from, value] of values.entries()) {
    while (to < values.length && Math.abs((values[to] as number) - value) <= reach) to++
    if (to - from >= least) return value
  }
  return values[0] ?? 0
}
