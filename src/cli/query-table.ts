import { cut, displayWidth, pad, printable } from '../diagnostics/width.js'
import type { Match } from '../query/index.js'
import { bodiesText, dueText, targetText } from '../writers/cells.js'
import { HEADINGS, ROLES, TYPES } from '../writers/words.js'
import type { Ui } from './ui.js'

/** Columns that are never cut, and how the others share what is left. */
const SHARES: readonly number[] = [2, 0, 0, 3, 3, 3, 6]
const LEAST = 8
const GAP = '  '

/**
 * Obligations as a table for people, Chinese taking two columns a character. `width` is that of the terminal, 0 for
 * no limit.
 *
 *     编号   类型  完成时限    部门          目标               任务内容
 *     1.1-2  结果  2025-12-31  牵头: 市民政局  覆盖率 ≥ 90%  到2025年，…
 */
export function queryTable(matches: readonly Match[], width: number, { language, palette }: Ui): string {
  const words = HEADINGS[language]
  const several = new Set(matches.map(({ document }) => document)).size > 1
  const head = [words.document, words.id, words.type, words.due, words.body, words.target, words.text]
  const rows = [head, ...matches.map((match) => cells(match, language))].map((row) => row.map(printable))
  const shown = head.flatMap((_, i) => {
    const used = i === 0 ? several : rows.slice(1).some((row) => row[i] !== '')
    return used ? [i] : []
  })
  const limits = widthsOf(rows, shown, width)
  const lines = rows.map((row) =>
    shown
      .map((i, n) => {
        const cell = cut(row[i] ?? '', limits[n] ?? 0)
        return n === shown.length - 1 ? cell : pad(cell, limits[n] ?? 0)
      })
      .join(GAP)
      .trimEnd(),
  )
  const [first = '', ...others] = lines
  return [palette.bold(first), ...others].join('\n')
}

/** What each column gets: those that need less than their share leave the rest to the others. */
function widthsOf(rows: readonly (readonly string[])[], shown: readonly number[], width: number): number[] {
  const widths = shown.map((i) =>
    rows.reduce((widest, row) => Math.max(widest, displayWidth(row[i] ?? '')), 0),
  )
  if (width === 0) return widths
  const flexible = shown.flatMap((i, n) => {
    const share = SHARES[i] ?? 0
    return share > 0 ? [{ n, share, hunger: (widths[n] ?? 0) / share }] : []
  })
  const fixed = widths.filter((_, n) => !flexible.some((column) => column.n === n))
  let left = width - fixed.reduce((sum, one) => sum + one, 0) - GAP.length * (shown.length - 1)
  let shares = flexible.reduce((sum, { share }) => sum + share, 0)
  for (const { n, share } of flexible.sort((a, b) => a.hunger - b.hunger)) {
    const most = Math.max(LEAST, Math.floor((left * share) / shares))
    widths[n] = Math.min(widths[n] ?? 0, most)
    left -= widths[n]
    shares -= share
  }
  return widths
}

function cells(match: Match, language: Ui['language']): string[] {
  const { document, obligation } = match
  const bodies = (['lead', 'responsible', 'support'] as const).flatMap((role) => {
    const names = bodiesText(match, role, '、', language)
    return names === '' ? [] : [`${ROLES[language][role]}: ${names}`]
  })
  const due = obligation.due?.date ?? null
  return [
    document.title ?? document.id,
    obligation.id,
    [obligation.type, ...obligation.also].map((type) => TYPES[language][type]).join('+'),
    dueText(match, '; ', language),
    bodies.join('; '),
    obligation.targets.map((target) => targetText(target, due, language)).join('; '),
    obligation.text,
  ]
}
