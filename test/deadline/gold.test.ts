import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findDeadlines } from '../../src/facts/deadline/find-deadlines.js'
import { baseLexicon } from '../../src/grammar/index.js'
import { SourceText } from '../../src/source/source-text.js'

interface GoldDeadline {
  unit: string
  quote: string
  kind: string
  start: string | null
  end: string | null
  rrule: string | null
  duration: string | null
}
interface Gold {
  source: string
  document: { issuedOn: string | null }
  units: Record<string, string>
  deadlines: GoldDeadline[]
}
interface Unit {
  id: string
  start: number
  end: number
  text: string
}

const key = (...parts: readonly (string | null)[]): string =>
  parts
    .map((part) => (part ?? '-').replace('BYMONTH=12;BYMONTHDAY=-1', 'BYMONTH=12;BYMONTHDAY=31'))
    .join(' | ')

/** Found and expected deadlines of all units of the body, as sorted lines. */
function compare(
  goldFolder: string,
  textFolder: string,
  file: string,
): { found: string[]; expected: string[] } {
  const gold = JSON.parse(readFileSync(`${goldFolder}/${file}`, 'utf8')) as Gold
  const units = readFileSync(`${goldFolder}/units/${file}l`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Unit)
    .filter(({ id }) => gold.units[id] !== 'X')
  const source = new SourceText(readFileSync(`${textFolder}/${gold.source}`, 'utf8'))
  const context = { source, lexicon: baseLexicon(), referenceDate: gold.document.issuedOn }
  const found = units.flatMap((unit) =>
    findDeadlines(context, unit).value.map((deadline) =>
      key(
        unit.id,
        source.slice(deadline),
        deadline.kind,
        deadline.from,
        deadline.until,
        deadline.rrule,
        deadline.duration,
      ),
    ),
  )
  const expected = gold.deadlines.map((d) =>
    key(d.unit, d.quote, d.kind, d.start, d.end, d.rrule, d.duration),
  )
  return { found, expected }
}

function measure(
  goldFolder: string,
  textFolder: string,
): { precision: number; recall: number; lines: string[] } {
  let right = 0
  let foundCount = 0
  let expectedCount = 0
  const lines: string[] = []
  for (const file of readdirSync(goldFolder).filter((name) => name.endsWith('.json'))) {
    const { found, expected } = compare(goldFolder, textFolder, file)
    foundCount += found.length
    expectedCount += expected.length
    right += found.filter((line) => expected.includes(line)).length
    lines.push(...found.filter((line) => !expected.includes(line)).map((line) => `+ ${file} ${line}`))
    lines.push(...expected.filter((line) => !found.includes(line)).map((line) => `- ${file} ${line}`))
  }
  return { precision: right / foundCount, recall: right / expectedCount, lines }
}

describe('deadlines against the annotated documents', () => {
  it('finds those of the seeds', () => {
    const { precision, recall, lines } = measure('fixtures/gold', 'seeds')
    expect(lines, lines.join('\n')).toEqual([])
    expect(precision).toBeGreaterThan(0.97)
    expect(recall).toBeGreaterThan(0.97)
  })

  it.runIf(existsSync('../shared/gold/more'))('reports on further documents', () => {
    const { precision, recall, lines } = measure('../shared/gold/more', '../shared/texts')
    console.log(`precision ${precision.toFixed(3)} recall ${recall.toFixed(3)}`, lines)
  })
})
