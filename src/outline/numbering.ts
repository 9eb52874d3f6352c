import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { MarkerKind } from '../tree/nodes.js'
import type { Marker } from './marker.js'

/** Where a marker stands in its document. */
export interface NumberedPlace {
  readonly marker: Marker
  readonly level: number
  readonly id: string
  /** The id of the section around it, or null. */
  readonly parent: string | null
}

/** Kinds that GB/T 9704 and the Legislation Law put above others; used only until the document itself shows its order. */
const CUSTOMARY: readonly MarkerKind[] = [
  'part',
  'chapter',
  'division',
  'article',
  'chinese',
  'chinese-bracket',
  'decimal',
  'arabic',
  'arabic-bracket',
  'circled',
]
/** A second 一、 or 第一条 begins a new plan; a second 1. may be a mere list. */
const OPENS_PLAN: ReadonlySet<MarkerKind> = new Set(['part', 'chapter', 'article', 'chinese'])

interface Open {
  readonly kind: MarkerKind
  readonly id: string
  readonly depth: number
}

/**
 * Levels and ids, found per document: a kind that comes back closes what was opened under it, a kind not yet open
 * goes under the innermost one, unless the document has shown it above. Numbers are kept as printed.
 */
export class Numbering {
  readonly diagnostics: Diagnostic[] = []
  private readonly open: Open[] = []
  private readonly above = new Map<MarkerKind, Set<MarkerKind>>()
  private readonly seen = new Map<string, Marker>()
  /** How often an id has come: the next ~N is not counted from the beginning. */
  private readonly repeats = new Map<string, number>()
  private readonly last = new Map<string, Marker>()
  private plan = 0
  private planKind: MarkerKind | null = null

  place(marker: Marker, afterBreak: boolean): NumberedPlace {
    if (this.opensPlan(marker, afterBreak)) {
      this.plan++
      this.planKind = marker.kind
      this.open.length = 0
      this.last.clear()
    }
    this.close(marker)
    const parent = this.open.at(-1)
    for (const { kind } of this.open) this.under(kind).add(marker.kind)
    const plan = this.plan > 1 ? `att${this.plan}/` : ''
    const base = parent ? childId(parent.id, marker) : plan + marker.id
    const id = this.unique(base, marker)
    this.checkOrder(parent?.id ?? '', marker)
    this.open.push({ kind: marker.kind, id, depth: marker.id.split('.').length })
    return { marker, level: this.open.length, id, parent: parent?.id ?? null }
  }

  private opensPlan(marker: Marker, afterBreak: boolean): boolean {
    if (this.plan === 0) return true
    if (marker.value !== 1) return false
    if (marker.kind === this.planKind) return afterBreak || OPENS_PLAN.has(marker.kind)
    return afterBreak
  }

  private close(marker: Marker): void {
    const { kind } = marker
    const depth = marker.id.split('.').length
    const at = this.open.findIndex((o) => o.kind === kind && (kind !== 'decimal' || o.depth >= depth))
    if (at >= 0) {
      this.open.length = at
      return
    }
    const below = this.under(kind)
    while (this.open.length > 0) {
      const top = this.open.at(-1) as Open
      // 2.1 stands under 2, whatever stood under 1
      if (kind === 'decimal' && top.kind === 'decimal') break
      if (!below.has(top.kind) && !(isStatute(kind) && CUSTOMARY.indexOf(top.kind) > CUSTOMARY.indexOf(kind)))
        break
      this.open.pop()
    }
  }

  private under(kind: MarkerKind): Set<MarkerKind> {
    let kinds = this.above.get(kind)
    if (!kinds) this.above.set(kind, (kinds = new Set()))
    return kinds
  }

  private unique(base: string, marker: Marker): string {
    let id = base
    const first = this.seen.get(base)
    if (first) {
      let count = this.repeats.get(base) ?? 1
      while (this.seen.has(id)) id = `${base}~${++count}`
      this.repeats.set(base, count)
      this.diagnostics.push({
        code: 'duplicate-id',
        values: { id: base },
        span: { start: marker.start, end: marker.end },
        related: { start: first.start, end: first.end },
      })
    }
    this.seen.set(id, marker)
    return id
  }

  /** 一、 then 三、: said, never mended. Numbers that run on from the section before are no gap. */
  private checkOrder(parent: string, marker: Marker): void {
    const running = `*${marker.kind}`
    const previous = this.last.get(`${parent}/${marker.kind}`) ?? null
    const before = this.last.get(running) ?? null
    const fits = (other: Marker | null): boolean => other !== null && marker.value === other.value + 1
    if (
      marker.value !== 1 &&
      !fits(previous) &&
      !fits(before) &&
      previous &&
      marker.value > previous.value + 1
    ) {
      this.diagnostics.push({
        code: 'numbering-gap',
        values: { previous: String(previous.value), number: String(marker.value) },
        span: { start: marker.start, end: marker.end },
        related: { start: previous.start, end: previous.end },
      })
    }
    this.last.set(`${parent}/${marker.kind}`, marker)
    this.last.set(running, marker)
  }
}

const isStatute = (kind: MarkerKind): boolean => kind === 'part' || kind === 'chapter' || kind === 'division'

/** 5. under 2.2 is 2.2.5; 4.2.1 under 4.2 is 4.2.1, but under 二、 it keeps both. */
function childId(parent: string, { kind, id }: Marker): string {
  if (kind === 'decimal' && id.startsWith(`${parent.split('/').at(-1)}.`))
    return parent.replace(/[^/]*$/, '') + id
  return `${parent}.${id}`
}
