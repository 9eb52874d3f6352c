import type { Obligation, ObligationType, Span } from '../generated/registry.js'
import { compareAssignees } from './compare-assignees.js'
import { compareDeadlines } from './compare-deadlines.js'
import { compareTargets } from './compare-targets.js'
import { inlinePieces } from './inline.js'
import type { Kind } from './kinds.js'
import { wording } from './normal.js'
import type { Item } from './model.js'
import type { Details } from './types.js'

/** How much an obligation binds. */
const FORCE: Readonly<Record<ObligationType, number>> = {
  permission: 0,
  encouragement: 1,
  action: 2,
  outcome: 2,
  prohibition: 2,
}

/** What changed between obligations that belong together: one on each side, or several on one. */
export function compareObligations(
  olds: readonly Item[],
  news: readonly Item[],
): { readonly kinds: Kind[]; readonly details: Omit<Details, 'parts' | 'similarity'> } {
  const old = together(olds.map(({ obligation }) => obligation))
  const now = together(news.map(({ obligation }) => obligation))
  const kinds: Kind[] = []
  const type = old.type === now.type ? null : { old: old.type, new: now.type }
  if (type) {
    kinds.push('type-changed')
    const force = FORCE[now.type] - FORCE[old.type]
    if (force !== 0) kinds.push(force > 0 ? 'strengthened' : 'weakened')
  }
  const targets = compareTargets(old.targets, now.targets)
  const deadlines = compareDeadlines(old, now)
  const assignees = compareAssignees(old.assignees, now.assignees)
  for (const { kind } of targets) if (kind) kinds.push(kind)
  for (const { kind } of deadlines) kinds.push(kind)
  for (const { kind } of assignees) kinds.push(kind)
  const same = wordsOf(olds) === wordsOf(news)
  if (!same) {
    const figures = (side: 'old' | 'new'): Span[] =>
      [...targets, ...deadlines].flatMap((change) => {
        const span = 'kind' in change && change.kind && change.old && change.new ? change[side]?.span : null
        return span ? [span] : []
      })
    if (withoutFigures(olds, figures('old')) !== withoutFigures(news, figures('new'))) kinds.push('reworded')
  }
  const inline = inlinePieces(old.text, now.text)
  const changed = targets.filter(
    ({ kind, old: x, new: y }) => kind !== null || (x && y && differ(x.due, y.due)),
  )
  return { kinds, details: { inline, type, targets: changed, deadlines, assignees } }
}

/** The wording of several obligations as one. */
export const wordsOf = (items: readonly Item[]): string => items.map(({ words }) => words).join('')

const differ = (a: string | null, b: string | null): boolean => a !== b

/** Several obligations as one. */
function together(all: readonly Obligation[]): Obligation {
  const [first] = all as [Obligation]
  if (all.length === 1) return first
  const strongest = [...all].sort((x, y) => FORCE[y.type] - FORCE[x.type])[0] ?? first
  return {
    ...first,
    type: strongest.type,
    text: all.map(({ text }) => text).join(''),
    assignees: all.flatMap(({ assignees }) => assignees),
    targets: all.flatMap(({ targets }) => targets),
    deadlines: all.flatMap(({ deadlines }) => deadlines),
    due: all.find(({ due }) => due !== null)?.due ?? null,
  }
}

const FIGURE = /[\d.,]+|[〇零一二两三四五六七八九十百千万亿半]+/g

/** The wording with every figure in the spans left open: 96%以上 → 98%以上 is told as a figure, not as wording. */
function withoutFigures(all: readonly Item[], spans: readonly Span[]): string {
  const parts = all.map(({ obligation: { text, span }, lead }) => {
    let out = ''
    let at = lead
    const inside = spans.filter(({ start, end }) => start >= span.start && end <= span.end)
    for (const { start, end } of inside.sort((x, y) => x.start - y.start)) {
      const from = Math.max(at, start - span.start)
      out += text.slice(at, from) + text.slice(from, end - span.start).replace(FIGURE, '#')
      at = Math.max(at, end - span.start)
    }
    return out + text.slice(at)
  })
  return wording(parts.join(''))
}
