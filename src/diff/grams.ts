/** Texts as sets of character pairs, each pair weighing the more the fewer texts have it. */
export class Grams {
  private readonly ids = new Map<number, number>()
  private readonly counts: number[] = []
  private texts = 0

  /** The pairs of a text, sorted and each once. A text of one character has that one. */
  add(text: string): Int32Array {
    const found: number[] = []
    const { length } = text
    if (length === 1) found.push(this.idOf(text.charCodeAt(0)))
    for (let i = 1; i < length; i++) {
      found.push(this.idOf(text.charCodeAt(i - 1) * 0x10000 + text.charCodeAt(i)))
    }
    const set = unique(Int32Array.from(found).sort())
    for (const id of set) this.counts[id] = (this.counts[id] ?? 0) + 1
    this.texts++
    return set
  }

  /** How much a pair says. */
  weight(id: number): number {
    return Math.log(1 + this.texts / (this.counts[id] ?? 1))
  }

  /** The weights of all pairs, once every text is in. */
  weights(): Float64Array {
    return Float64Array.from(this.counts, (_, id) => this.weight(id))
  }

  private idOf(pair: number): number {
    let id = this.ids.get(pair)
    if (id === undefined) {
      id = this.counts.length
      this.ids.set(pair, id)
      this.counts.push(0)
    }
    return id
  }
}

function unique(sorted: Int32Array): Int32Array {
  let size = 0
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i] as number
    if (i === 0 || value !== sorted[i - 1]) sorted[size++] = value
  }
  return sorted.subarray(0, size)
}

export function sum(set: Int32Array, weights: Float64Array): number {
  let total = 0
  for (const id of set) total += weights[id] as number
  return total
}

const NONE: Int32Array = new Int32Array()

/** Weight of what both have; with `not`, only of what that one lacks. */
export function shared(a: Int32Array, b: Int32Array, weights: Float64Array, not: Int32Array = NONE): number {
  let total = 0
  let i = 0
  let j = 0
  let k = 0
  while (i < a.length && j < b.length) {
    const x = a[i] as number
    const y = b[j] as number
    if (x < y) i++
    else if (y < x) j++
    else {
      while (k < not.length && (not[k] as number) < x) k++
      if (not[k] !== x) total += weights[x] as number
      i++
      j++
    }
  }
  return total
}

/** Share of two short texts' pairs that both have (Dice), every pair weighing the same. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  if (a.length < 2 || b.length < 2) return 0
  const pairs = new Set<string>()
  for (let i = 1; i < a.length; i++) pairs.add(a.slice(i - 1, i + 1))
  const others = new Set<string>()
  for (let i = 1; i < b.length; i++) others.add(b.slice(i - 1, i + 1))
  let both = 0
  for (const pair of others) if (pairs.has(pair)) both++
  return (2 * both) / (pairs.size + others.size)
}
