import { existsSync, readFileSync, readdirSync } from 'node:fs'
import {
  findClauseAssignments,
  firstListedLeads,
  readBracket,
  readCarryOver,
  readHeadingBodies,
  readLabelLine,
} from '../../src/facts/assignment/index.js'
import type { FactContext } from '../../src/facts/context.js'
import { baseLexicon } from '../../src/grammar/index.js'
import { SourceText } from '../../src/source/source-text.js'
import type { Assignment, AssignmentStyle } from '../../src/tree/nodes.js'
import { brackets, outermost } from '../../src/units/brackets.js'

interface GoldUnit {
  id: string
  start: number
  end: number
  text: string
}
interface GoldAssignment {
  unit: string
  quote: string
  style: AssignmentStyle
  openEnded?: boolean
  bodies: { name: string; role: string }[]
}
interface Gold {
  units: Record<string, string>
  sections: { unit: string; number: string; heading: string | null }[]
  assignments: GoldAssignment[]
}

export interface Score {
  gold: number
  found: number
  strict: number
  misses: string[]
}

const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')
const key = (bodies: readonly { name: string; role: string }[]): string =>
  bodies
    .map(({ name, role }) => `${fold(name)}/${role}`)
    .sort()
    .join(' ')

/** Score one kind of assignment on the gold files of a folder, as score.mjs does. */
export function measure(goldDir: string, textDir: string): Record<AssignmentStyle, Score> {
  const scores = Object.fromEntries(
    ['parenthetical', 'line', 'heading', 'clause'].map((style) => [
      style,
      { gold: 0, found: 0, strict: 0, misses: [] },
    ]),
  ) as unknown as Record<AssignmentStyle, Score>
  for (const file of readdirSync(goldDir).filter((name) => name.endsWith('.json'))) {
    const name = file.replace('.json', '')
    const gold = JSON.parse(readFileSync(`${goldDir}/${file}`, 'utf8')) as Gold
    const units = readFileSync(`${goldDir}/units/${name}.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as GoldUnit)
    const source = new SourceText(readFileSync(`${textDir}/${name}.txt`, 'utf8'))
    const context: FactContext = { source, lexicon: baseLexicon(), referenceDate: null }
    const found = findAll(context, gold, units)
    for (const [unit, one] of pairUp(gold, units, found)) tally(scores, name, unit, one)
  }
  return scores
}

interface Pair {
  gold?: GoldAssignment
  found?: Assignment
}

function tally(
  scores: Record<AssignmentStyle, Score>,
  name: string,
  unit: string,
  { gold, found }: Pair,
): void {
  const score = scores[(gold ?? found)?.style as AssignmentStyle]
  if (gold) score.gold++
  if (found) score.found++
  const same =
    gold &&
    found &&
    key(gold.bodies) === key(found.bodies) &&
    (gold.style === 'clause' || gold.style === 'heading' || !!gold.openEnded === found.openEnded)
  if (same) score.strict++
  else
    score.misses.push(
      `${name} ${unit}: gold ${gold ? key(gold.bodies) : '-'} | found ${found ? `${key(found.bodies)} (${found.rule})` : '-'}`,
    )
}

/** Every assignment of a document, found with the gold units and headings. */
function findAll(context: FactContext, gold: Gold, units: readonly GoldUnit[]): Assignment[] {
  const { source } = context
  const found: Assignment[] = []
  let leads = false
  for (const unit of units) {
    const label = gold.units[unit.id]
    const section = gold.sections.find((one) => one.unit === unit.id)
    if (label === 'X') continue
    if (section?.heading) {
      const at = source.text.indexOf(section.heading, unit.start)
      const heading =
        at < 0 || at > unit.end
          ? null
          : readHeadingBodies(context, { start: at, end: at + section.heading.length })
      if (heading) found.push(heading)
      if (label === 'H') continue
    }
    const line = readLabelLine(context, unit)
    if (line) {
      if ('type' in line) found.push(line)
      continue
    }
    const pairs = outermost(brackets(source.folded, unit).pairs.filter(({ sign }) => '([【〔'.includes(sign)))
    for (const pair of pairs) {
      const one = readBracket(context, pair)
      if (!one) continue
      leads ||= firstListedLeads(source.slice(pair))
      if (leads && one.bodies[0]?.role === 'responsible' && !one.carriesOn) one.bodies[0].role = 'lead'
      found.push(one)
      const carried = one.carriesOn ? null : readCarryOver(context, pair)
      if (carried) found.push(carried)
    }
    if (label !== 'A') found.push(...findClauseAssignments(context, unit).value)
  }
  return found
}

function pairUp(gold: Gold, units: readonly GoldUnit[], found: readonly Assignment[]): [string, Pair][] {
  const pairs: [string, Pair][] = []
  const left = new Set(found)
  for (const one of gold.assignments) {
    const unit = units.find(({ id }) => id === one.unit) as GoldUnit
    const offset = one.style === 'heading' ? 0 : unit.text.indexOf(one.quote)
    const start = unit.start + offset
    const end = one.style === 'heading' ? unit.end : start + one.quote.length
    const match = [...left].find((other) => {
      const overlap = Math.min(end, other.end) - Math.max(start, other.start)
      return other.style === one.style && overlap / Math.min(end - start, other.end - other.start) >= 0.5
    })
    if (match) left.delete(match)
    pairs.push([one.unit, match ? { gold: one, found: match } : { gold: one }])
  }
  for (const extra of left) {
    const unit = units.find(({ start, end }) => start <= extra.start && extra.start < end)
    pairs.push([unit?.id ?? '?', { found: extra }])
  }
  return pairs
}

export const strictF1 = ({ gold, found, strict }: Score): number =>
  gold + found === 0 ? 1 : (2 * strict) / (gold + found)
export const hasMore = (): boolean => existsSync('../shared/gold/more')
