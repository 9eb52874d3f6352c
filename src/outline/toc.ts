import type { Line } from './line.js'

/** 一、总体要求……………3 → 一、总体要求 */
const entry = (line: Line): string => line.folded.replace(/[ .…·-]*\d*$/, '').replace(/ /g, '')

/**
 * The lines of a table of contents: a run of headings that is repeated further down, each with text behind it.
 *
 *   目  录 / 一、总体要求 / 二、主要任务 / 一、总体要求 / (一)…
 */
export function contentsLines(lines: readonly Line[]): Set<Line> {
  const contents = new Set<Line>()
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    const titled = /^目 *录$/.test(line.folded)
    if (titled) contents.add(line)
    if (!titled && !line.marker) continue
    const from = titled ? at + 1 : at
    const end = runOfHeadings(lines, from)
    const first = lines[from]
    if (!first || end - from < 2) continue
    const again = lines.findIndex((other, index) => index > from && entry(other) === entry(first))
    if (again < 0 || again > end) continue
    for (let index = from; index < again; index++) contents.add(lines[index] as Line)
    at = again - 1
  }
  return contents
}

function runOfHeadings(lines: readonly Line[], from: number): number {
  let end = from
  while (
    end < lines.length &&
    !/[。；;]/.test(lines[end]?.folded ?? '') &&
    (lines[end]?.folded.length ?? 0) < 60
  )
    end++
  return end
}
