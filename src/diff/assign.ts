import { munkres } from 'munkres'

/** Two things that may belong together, and how well they fit: more than 0. */
export interface Edge {
  readonly a: number
  readonly b: number
  readonly score: number
}

/** Side of the largest matrix that is solved optimally: 120 takes a millisecond or two. */
const OPTIMAL = 120

/**
 * Pairs of which none shares a side with another. Things that hang together by edges are solved together: optimally
 * (munkres) where they are few, else so that no two would rather have each other (a stable matching: best edge first).
 */
export function assign(edges: readonly Edge[]): Edge[] {
  const chosen: Edge[] = []
  for (const group of components(edges)) {
    const rows = [...new Set(group.map(({ a }) => a))].sort((x, y) => x - y)
    const columns = [...new Set(group.map(({ b }) => b))].sort((x, y) => x - y)
    const found =
      group.length === 1
        ? group
        : Math.max(rows.length, columns.length) <= OPTIMAL
          ? optimal(group, rows, columns)
          : stable(group)
    for (const edge of found) chosen.push(edge)
  }
  return chosen
}

/** Best edge first; of equal ones the first in order. */
export function stable(edges: readonly Edge[]): Edge[] {
  const takenA = new Set<number>()
  const takenB = new Set<number>()
  const sorted = [...edges].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
  return sorted.filter(({ a, b }) => {
    if (takenA.has(a) || takenB.has(b)) return false
    takenA.add(a)
    takenB.add(b)
    return true
  })
}

/** Scores are squared: one good pair is worth more than two poor ones. */
function optimal(edges: readonly Edge[], rows: readonly number[], columns: readonly number[]): Edge[] {
  const rowOf = new Map(rows.map((a, i) => [a, i]))
  const columnOf = new Map(columns.map((b, i) => [b, i]))
  const cost = rows.map(() => new Array<number>(columns.length).fill(0))
  const byCell = new Map<number, Edge>()
  for (const edge of edges) {
    const row = rowOf.get(edge.a) ?? 0
    const column = columnOf.get(edge.b) ?? 0
    const worth = edge.score * edge.score
    if (-worth >= (cost[row]?.[column] ?? 0)) continue
    ;(cost[row] as number[])[column] = -worth
    byCell.set(row * columns.length + column, edge)
  }
  const found: Edge[] = []
  for (const [row, column] of munkres(cost)) {
    const edge = byCell.get(row * columns.length + column)
    if (edge) found.push(edge)
  }
  return found
}

/** Edges in groups that share no side. */
function components(edges: readonly Edge[]): Edge[][] {
  const parent = new Map<number, number>()
  const root = (node: number): number => {
    let top = node
    for (let up = parent.get(top) ?? top; up !== top; up = parent.get(top) ?? top) top = up
    for (let at = node; at !== top;) {
      const next = parent.get(at) ?? at
      parent.set(at, top)
      at = next
    }
    return top
  }
  for (const { a, b } of edges) {
    const from = root(2 * a)
    const to = root(2 * b + 1)
    if (from !== to) parent.set(from, to)
  }
  const groups = new Map<number, Edge[]>()
  for (const edge of edges) {
    const key = root(2 * edge.a)
    const group = groups.get(key)
    if (group) group.push(edge)
    else groups.set(key, [edge])
  }
  return [...groups.values()]
}
