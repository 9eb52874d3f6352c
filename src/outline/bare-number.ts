import type { Line } from './line.js'

/** 1 总则: a figure and a short name, with nothing but space between. */
const BARE = /^(\d{1,2}) {1,4}[\u4e00-\u9fff][^。;:,]{1,29}$/

/**
 * A heading whose number has no sign behind it, as in plans for emergencies: 1 总则, if 1.1 编制目的 comes next, or if it goes on
 * from a heading of this kind. Any other figure before a name is no number.
 */
export function withBareNumbers(lines: readonly Line[]): Line[] {
  let last = 0
  return lines.map((line, at) => {
    const match = line.marker ? null : BARE.exec(line.folded)
    if (!match) return line
    const id = match[1] as string
    const value = Number(id)
    const next = lines[at + 1]?.marker
    const leads = next?.kind === 'decimal' && next.id === `${value}.1`
    if (!leads && (last === 0 || value !== last + 1)) return line
    last = value
    const { start } = line
    return { ...line, marker: { kind: 'decimal', value, id: String(value), start, end: start + id.length } }
  })
}
