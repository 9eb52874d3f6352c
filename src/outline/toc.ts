import type { Line } from './line.js'

/** A heading in a table of contents is shorter; so is its line with the dots and the page. */
const LONGEST = 60

/** 一、总体要求……………3 → 一、总体要求 */
const entry = ({ folded }: Line): string => folded.replace(/[ .…·-]*\d*$/, '').replace(/ /g, '')

/**
 * The lines of a table of contents: a run of headings that is repeated further down, each with text behind it.
 *
 *   目  录 / 一、总体要求 / 二、主要任务 / 一、总体要求 / (一)…
 */
export function contentsLines(lines: readonly Line[]): Set<Line> {
  const contents = new Set<Line>()
  const ends = endsOfRuns(lines)
  const again = repeats(lines)
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    const titled = /^目 *录$/.test(line.folded)
    if (titled) contents.add(line)
    if (!titled && !line.marker) continue
    const from = titled ? at + 1 : at
    const end = ends[from] ?? from
    const next = again[from]
    if (end - from < 2 || next === undefined || next > end) continue
    for (let index = from; index < next; index++) contents.add(lines[index] as Line)
    at = next - 1
  }
  return contents
}

/** For each line, the first from it on that is no heading. */
function endsOfRuns(lines: readonly Line[]): number[] {
  const ends: number[] = []
  let end = lines.length
  for (let at = lines.length - 1; at >= 0; at--) {
    const { folded } = lines[at] as Line
    if (folded.length >= LONGEST || /[。；;]/.test(folded)) end = at
    ends[at] = end
  }
  return ends
}

/** For each line, the next one that says the same but for dots and a page. */
function repeats(lines: readonly Line[]): (number | undefined)[] {
  const next: (number | undefined)[] = []
  const seen = new Map<string, number>()
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] as Line
    if (line.folded.length >= LONGEST) continue
    const text = entry(line)
    next[at] = seen.get(text)
    seen.set(text, at)
  }
  return next
}
