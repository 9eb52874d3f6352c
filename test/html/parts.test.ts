import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAddress, START, writeAddress } from '../../src/writers/html/address.js'
import { pageDocument } from '../../src/writers/html/build-model.js'
import { countBodies, countDates, periodsOf, undated } from '../../src/writers/html/counts.js'
import { type Filters, NO_FILTERS, type Row, select } from '../../src/writers/html/filters.js'
import { layOut, partsOf } from '../../src/writers/html/marks.js'
import { quote } from '../../src/writers/html/model.js'
import { speakIn } from '../../src/writers/html/phrases.js'
import { timeScale } from '../../src/writers/html/time-scale.js'
import { CARE, given, HOSTILE, WATER } from './plans.js'

const documentOf = (text: string) => {
  const { registry } = given({ 'plan.txt': text })
  return pageDocument(registry.documents[0]!, text)
}

function rowsOf(...texts: string[]): Row[] {
  return texts.flatMap((text, at) => {
    const document = documentOf(text)
    return document.obligations.map((obligation, index) => ({ document, at, obligation, index }))
  })
}

const rows = rowsOf(CARE)
const found = (filters: Partial<Filters>): string[] =>
  select(rows, { ...NO_FILTERS, ...filters }).map(({ document, obligation }) =>
    quote(document, obligation.at),
  )

describe('filters', () => {
  test('types, also those that a unit has beside its main one', () => {
    expect(found({ types: ['prohibition'] })).toEqual(['严禁挪用养老服务资金。'])
    expect(found({ types: ['prohibition', 'encouragement'] })).toHaveLength(2)
  })

  test('a body by part of its name, or exactly', () => {
    expect(found({ body: '审计' })).toEqual(['每年12月底前开展一次安全检查。', '严禁挪用养老服务资金。'])
    expect(found({ body: '=审计' })).toEqual([])
    expect(found({ body: '=市审计局' })).toHaveLength(2)
  })

  test('a role, of the body that is asked for', () => {
    expect(found({ body: '财政', role: 'support' })).toHaveLength(2)
    expect(found({ body: '财政', role: 'lead' })).toEqual([])
  })

  test('days, both ends included', () => {
    expect(found({ after: '2023-06-30', before: '2023-06-30' })).toEqual([
      '2023年6月底前，完成老旧小区养老设施摸底。',
    ])
    expect(found({ after: '2025-01-01' })).toHaveLength(2)
  })

  test('words in any width and case, all of them', () => {
    expect(found({ text: '养老 ５５％' })).toHaveLength(1)
    expect(found({ text: '2.2-1' })).toHaveLength(1)
    expect(found({ text: '护理 台账' })).toEqual([])
  })

  test('what an obligation has or lacks', () => {
    expect(found({ has: 'target' }).length + found({ has: 'no-body' }).length).toBeGreaterThan(2)
    expect(found({ has: 'body' }).length + found({ has: 'no-body' }).length).toBe(rows.length)
    expect(found({ has: 'no-date' }).join('')).not.toContain('每年')
  })

  test('none of them: everything', () => expect(found({})).toHaveLength(rows.length))
})

describe('the address', () => {
  test('gives back what was written, whatever was typed', () => {
    const filters = fc.record({
      text: fc.string(),
      body: fc.string(),
      role: fc.constantFrom('' as const, 'lead' as const),
      types: fc.subarray(['action', 'outcome', 'permission'] as const),
      after: fc.constantFrom('', '2023-01-01'),
      before: fc.constantFrom('', '2025-12-31'),
      has: fc.constantFrom('' as const, 'target' as const),
    })
    fc.assert(
      fc.property(filters, fc.string(), (filters, selected) => {
        const address = { ...START, filters, selected, view: 'times' as const }
        expect(readAddress(`#${writeAddress(address)}`)).toEqual(address)
      }),
    )
  })

  test('says nothing where nothing was chosen', () => expect(writeAddress(START)).toBe(''))

  test('that means nothing asks for nothing', () => {
    expect(
      readAddress('#view=x&sort=&type=duty,&after=soon&role=boss&has=%FF&hide=all&theme=pink&&='),
    ).toEqual(START)
  })
})

describe('marks in a text', () => {
  test.each([CARE, WATER, HOSTILE, '', '\r\n\r', 'x'])('pieces joined are the lines: %#', (text) => {
    const document = documentOf(text)
    const lines = layOut(document)
    const joined = lines.map(({ stretches }) =>
      stretches.flatMap(({ pieces }) => pieces.map(({ start, end }) => text.slice(start, end))).join(''),
    )
    expect(joined).toEqual(text.split(/\r\n|\n|\r/))
    for (const [i, line] of lines.entries()) {
      expect(partsOf(line, 10).flat()).toEqual(lines[i]?.stretches)
    }
  })

  test('a figure lies in its obligation, under its own mark', () => {
    const document = documentOf(CARE)
    const pieces = layOut(document).flatMap(({ stretches }) =>
      stretches.flatMap(({ obligation, pieces }) => pieces.map((piece) => ({ obligation, ...piece }))),
    )
    const target = pieces.find(({ marks }) => marks.some(({ kind }) => kind === 'target'))
    expect(target?.obligation).toBe(0)
    expect(CARE.slice(target?.start, target?.end)).toContain('覆盖率')
    const bracket = pieces.find(({ start }) => CARE.startsWith('（责任单位', start))
    expect(bracket).toMatchObject({ obligation: -1, marks: [{ kind: 'assignment' }] })
  })
})

describe('counts', () => {
  test('a body counts once in each obligation, by its strongest role', () => {
    const [first, ...others] = countBodies(rows)
    expect(first).toMatchObject({ name: '市民政局', lead: 3, responsible: 2, support: 0, total: 5 })
    expect(others.map(({ name }) => name)).toContain('市卫生健康委')
  })

  test('names are in full where there are several documents', () => {
    const names = (...texts: string[]): string[] => countBodies(rowsOf(...texts)).map(({ name }) => name)
    expect(names(CARE)).toContain('市民政局')
    expect(names(CARE, WATER)).toContain('临江市民政局')
  })

  test('days, periods, and times without a day', () => {
    expect(countDates(rows).map(({ date }) => date)).toEqual(['2023-06-30', '2025-12-31'])
    expect(periodsOf(rows).map(({ deadline }) => deadline.start)).toEqual(['2023-01-01'])
    expect(undated(rows).map(({ deadline }) => deadline.kind)).toEqual(['recurring'])
  })
})

describe('the time line', () => {
  test('lies within its width, in the order of days', () => {
    const { x, ticks } = timeScale(['2023-06-30', '2025-12-31'], 600)
    const places = ['2023-01-01', '2023-06-30', '2024-02-29', '2025-12-31'].map(x)
    expect([...places].sort((a, b) => a - b)).toEqual(places)
    expect(places[0]).toBeGreaterThan(0)
    expect(places.at(-1)).toBeLessThan(600)
    expect(ticks[0]).toEqual({ x: 0, label: '2023' })
  })

  test.each([[['2023-01-01']], [['0001-01-01', '9999-12-31']], [['2014-12-31', '2035-12-31']]])(
    'has ticks that can be read: %j',
    (dates) => {
      const { ticks } = timeScale(dates, 320)
      expect(ticks.length).toBeGreaterThan(0)
      for (const [i, tick] of ticks.entries()) {
        expect(tick.x - (ticks[i - 1]?.x ?? -Infinity)).toBeGreaterThan(40)
      }
    },
  )
})

test('phrases are filled in', () => {
  expect(speakIn('en')('shown', { n: 3, all: 9 })).toBe('3 of 9 obligations')
  expect(speakIn('zh')('shown', { n: 3, all: 9 })).toBe('3 / 9 项义务')
})
