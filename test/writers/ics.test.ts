import { convertIcsCalendar, type IcsCalendar } from 'ts-ics'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Registry } from '../../src/index.js'
import { firstOccurrence } from '../../src/writers/ics-recurrence.js'
import { writerOf } from '../../src/writers/index.js'
import { example, saying } from './example.js'

async function calendar(registry: Registry, language: 'zh' | 'en' = 'zh'): Promise<string> {
  const writer = await writerOf('ics', language)
  if (!('whole' in writer)) throw new Error('no whole writer')
  return String(await writer.whole(registry, { language }))
}

const text = await calendar(example())
const read = (from: string): IcsCalendar => convertIcsCalendar(undefined, from)
const day = (date: { date: Date } | null | undefined): string | null =>
  date?.date.toISOString().slice(0, 10) ?? null

describe('a calendar, read by another library', () => {
  const { todos = [], events = [], ...head } = read(text)

  it('has a to-do for each date that binds an obligation, and for each time without a date', () => {
    expect(todos.map(({ summary, due }) => [day(due), summary])).toEqual([
      ['2026-12-31', '市卫生健康委: 到2026年底，新增托位3.2万个，普惠托位占比达到60%以上。'],
      ['2026-12-31', '市卫生健康委: 支持企业、园区和社区联合办托。'],
      ['2025-04-30', '市发展改革委: 2024年5月至2025年4月开展收费清理。'],
      ['2025-04-30', '市发展改革委: 托位空置率下降5至8个百分点。'],
      ['2025-04-30', '市发展改革委: 自本方案印发之日起30日内公布收费清单。'],
      [null, '市发展改革委: 自本方案印发之日起30日内公布收费清单。'],
      [null, '第一条 水库管理单位应当每年汛期前完成检查。'],
    ])
  })

  it('has an event for a period, with its last day in it', () => {
    const event = events.find(({ summary }) => summary.includes('收费清理'))
    expect([day(event?.start), day(event?.end)]).toEqual(['2024-05-01', '2025-05-01'])
  })

  it('has an event for a recurrence, from its first day after the date of issue', () => {
    const rules = events.flatMap(({ start, recurrenceRule }) =>
      recurrenceRule ? [[day(start), recurrenceRule]] : [],
    )
    expect(rules).toEqual([
      ['2024-06-30', { frequency: 'YEARLY', byMonth: [5, 11], byMonthday: [-1] }],
      ['2024-03-31', { frequency: 'MONTHLY', interval: 3, byMonthday: [-1] }],
    ])
  })

  it('says everything else in the description', () => {
    expect(todos[0]?.description).toMatch(
      /^任务内容: 到2026年底，.*\n目标: 新增托位 ＝ 32000个；普惠托位占比 ≥ 60%\n牵头: 市卫生健康委\n配合: 市财政局、市民政局等\n完成时限: 2026-12-31\n文件: 云台市托育服务提升三年行动方案 云政发〔2024〕12号\n/,
    )
    expect(todos[0]?.categories).toEqual(['结果'])
  })

  it('is stamped with the date of issue, or with a constant: never with the clock', () => {
    const stamps = new Set([...todos, ...events].map(({ stamp }) => stamp.date.toISOString()))
    expect(stamps).toEqual(new Set(['2024-03-18T00:00:00.000Z', '1970-01-01T00:00:00.000Z']))
    expect(head.prodId).toBe('-//qparse//registry//ZH')
  })

  it('is the same bytes every time, with one name an entry', async () => {
    expect(await calendar(example())).toBe(text)
    const names = [...text.matchAll(/^UID:(.*)\r$/gm)].map(([, name]) => name)
    expect(new Set(names).size).toBe(todos.length + events.length)
  })

  it('lines of at most 75 octets that break no character, CRLF', () => {
    const lines = text.split('\r\n')
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(text).not.toMatch(/\ufffd|[^\r]\n/)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })

  it('in English where that is asked for', async () => {
    expect(read(await calendar(example(), 'en')).todos?.[0]?.description).toMatch(/\nlead: 市卫生健康委\n/)
  })

  it('any text is one line of its description, and ends nothing', async () => {
    const letters = fc.constantFrom(...',;:\\"\r\n\t 甲😀=\u0007')
    await fc.assert(
      fc.asyncProperty(fc.array(letters, { maxLength: 40 }), async (parts) => {
        const nasty = `甲${parts.join('')}乙`
        const { todos: found = [] } = read(await calendar(saying(nasty)))
        // oxlint-disable-next-line no-control-regex -- exactly these are meant
        const expected = nasty.replaceAll(/[\u0000-\u001f]/g, ' ')
        expect(found.map(({ description }) => description?.split('\n')[0])).toEqual([`任务内容: ${expected}`])
      }),
      { numRuns: 100 },
    )
  })
})

it('a text that looks like the end of an entry stands inside it', async () => {
  const unfolded = (await calendar(saying('甲\r\nEND:VTODO\r\nBEGIN:VEVENT'))).replaceAll('\r\n ', '')
  expect(unfolded.match(/^END:VTODO\r$/gm)).toHaveLength(1)
  expect(unfolded).not.toMatch(/^BEGIN:VEVENT/m)
})

describe('the first day of a recurrence on or after a day', () => {
  it.each([
    ['FREQ=YEARLY', '2024-03-18', '2024-12-31', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1'],
    ['FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1', '2018-11-01', '2018-12-31', null],
    ['FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1', '2019-01-01', '2019-06-30', null],
    ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31', '2024-12-31', '2024-12-31', null],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2025-01-01', '2028-02-29', null],
    ['FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10', '2024-04-11', '2024-07-10', null],
    [
      'FREQ=YEARLY;BYMONTH=11,12,1,2,3',
      '2024-04-01',
      '2024-11-30',
      'FREQ=YEARLY;BYMONTH=11,12,1,2,3;BYMONTHDAY=-1',
    ],
    ['FREQ=YEARLY;INTERVAL=2', '2024-01-01', '2024-12-31', 'FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=-1'],
    ['FREQ=MONTHLY', '2024-02-01', '2024-02-29', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['FREQ=MONTHLY;BYMONTHDAY=5', '2024-02-06', '2024-03-05', null],
    ['FREQ=MONTHLY;INTERVAL=3', '2024-04-01', '2024-06-30', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1'],
    ['FREQ=MONTHLY;INTERVAL=6', '2024-07-01', '2024-12-31', 'FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1'],
    ['FREQ=WEEKLY', '2024-03-18', '2024-03-24', 'FREQ=WEEKLY;BYDAY=SU'],
    ['FREQ=WEEKLY;BYDAY=MO', '2024-03-19', '2024-03-25', null],
    ['FREQ=DAILY', '2024-03-18', '2024-03-18', null],
  ])('%s from %s is %s', (rrule, from, expected, anchored) =>
    expect(firstOccurrence(rrule, from)).toEqual({ day: expected, rrule: anchored ?? rrule }),
  )

  it('there is none by the hour, or on a day that no month has', () => {
    expect(firstOccurrence('FREQ=HOURLY', '2024-01-01')).toBeNull()
    expect(firstOccurrence('FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=31', '2024-01-01')).toBeNull()
  })
})
