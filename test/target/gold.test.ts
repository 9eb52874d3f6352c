import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findDeadlines } from '../../src/facts/deadline/find-deadlines.js'
import { quantityCues, readQuantities } from '../../src/facts/target/find-targets.js'
import { overlaps, type Span } from '../../src/source/span.js'
import { contextOf } from './reading.js'

interface Gold {
  document: { issuedOn: string | null }
  units: Record<string, string>
  targets: GoldTarget[]
}
interface GoldTarget {
  unit: string
  quote: string
  metric: string
  comparator: string
  value: number | [number, number]
  valueUnit: string | null
  optional?: boolean
}
interface Placed extends Span {
  metric: string
  comparator: string
  value: unknown
  unit: string | null
  optional: boolean
}
interface GoldUnit extends Span {
  id: string
  text: string
}

const plain = (text: string | null): string => (text ?? '').normalize('NFKC').replace(/\s+/g, '')
const inclusive = (comparator: string): string => comparator.replace(/^([<>])$/, '$1=')
const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
const iou = (a: Span, b: Span): number => shared(a, b) / (a.end - a.start + b.end - b.start - shared(a, b))

/** Longest common subsequence over the longer length. */
function similar(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const sign of a) {
    const next = [0]
    for (let j = 0; j < b.length; j++) {
      next.push(sign === b[j] ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0))
    }
    row = next
  }
  return (row[b.length] ?? 0) / Math.max(a.length, b.length)
}

/** Pairs and counts as fixtures/gold/score.mjs does, all but `due`, which is given later. */
function measure(gold: string, texts: string) {
  const count = { gold: 0, found: 0, strict: 0, cues: 0, unread: 0 }
  for (const file of readdirSync(gold).filter((name) => name.endsWith('.json'))) {
    const name = file.replace('.json', '')
    const marks = JSON.parse(readFileSync(join(gold, file), 'utf8')) as Gold
    const context = contextOf(readFileSync(join(texts, `${name}.txt`), 'utf8'), marks.document.issuedOn)
    const lines = readFileSync(join(gold, 'units', `${name}.jsonl`), 'utf8')
      .trim()
      .split('\n')
    for (const unit of lines.map((text) => JSON.parse(text) as GoldUnit)) {
      if ('XH'.includes(marks.units[unit.id] ?? '')) continue
      const times = findDeadlines(context, unit).value
      const { targets, dismissed } = readQuantities(context, unit, times)
      const wanted = place(
        marks.targets.filter((target) => target.unit === unit.id),
        unit,
      )
      const pairs = wanted
        .flatMap((a) => targets.map((b) => ({ a, b })))
        .filter(({ a, b }) => shared(a, b) * 2 >= Math.min(a.end - a.start, b.end - b.start))
        .filter(({ a, b }) => `${a.value}` === `${b.value}` && plain(a.unit) === plain(b.unit))
        .map((pair) => ({
          ...pair,
          score: similar(plain(pair.a.metric), plain(pair.b.metric)) + iou(pair.a, pair.b),
        }))
        .sort((a, b) => b.score - a.score)
      const taken = new Set<object>()
      let ignored = 0
      for (const { a, b } of pairs) {
        if (taken.has(a) || taken.has(b)) continue
        taken.add(a).add(b)
        if (a.optional) ignored++
        else if (
          iou(a, b) >= 0.5 &&
          inclusive(a.comparator) === inclusive(b.comparator) &&
          similar(plain(a.metric), plain(b.metric)) >= 0.7
        ) {
          count.strict++
        }
      }
      count.gold += wanted.filter(({ optional }) => !optional).length
      count.found += targets.length - ignored
      const cues = quantityCues(context, unit)
      count.cues += cues.length
      count.unread += cues.filter(
        (cue) => ![...targets, ...dismissed, ...times].some((span) => overlaps(span, cue)),
      ).length
    }
  }
  return { ...count, f1: (2 * count.strict) / (count.gold + count.found) }
}

/** The n-th identical quote of a unit is its n-th occurrence. */
function place(targets: readonly GoldTarget[], unit: GoldUnit): Placed[] {
  const from = new Map<string, number>()
  return targets.map(({ quote, metric, comparator, value, valueUnit, optional }) => {
    const next = unit.text.indexOf(quote, from.get(quote) ?? 0)
    const at = next < 0 ? unit.text.indexOf(quote) : next
    from.set(quote, at + 1)
    const start = unit.start + at
    return {
      start,
      end: start + quote.length,
      metric,
      comparator,
      value,
      unit: valueUnit,
      optional: optional === true,
    }
  })
}

describe('targets against the annotations', () => {
  it('of the seeds', () => {
    const result = measure('fixtures/gold', 'seeds')
    console.log('targets, seeds:', result)
    expect(result.f1).toBeGreaterThanOrEqual(0.97)
    expect(result.unread).toBe(0)
  })

  const more = process.env['QPARSE_GOLD'] ?? '../shared/gold/more'
  const texts = process.env['QPARSE_TEXTS'] ?? '../shared/texts'
  it.runIf(existsSync(more))('of further texts', () => {
    const result = measure(more, texts)
    console.log('targets, further texts:', result)
    expect(result.f1).toBeGreaterThanOrEqual(0.9)
  })
})
