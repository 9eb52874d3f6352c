import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTime } from '../../src/grammar/parse-time.js'

/** One line for each time: what is written, what it means. The document is of 10 May 2018. */
const TIMES = `
到2020年                    by 2020-12-31 year
2025年底前                  by 2025-12-31 year
2025年年底前                by 2025-12-31 year
于2025年6月底前             by 2025-06-30 month
2025年12月31日前            by 2025-12-31 day
2025年12月31日（含）前      by 2025-12-31 day
2021年12月31日24时前        by 2021-12-31 day
2024年2月底                 by 2024-02-29 month
2020 年 12 月底前           by 2020-12-31 month
二〇二五年六月底前          by 2025-06-30 month
二○二五年十二月三十一日前   by 2025-12-31 day
2025.6.30前                 by 2025-06-30 day
截至2025年6月30日           by 2025-06-30 day
2025年前                    by 2025-12-31 year, date-without-day
2025年6月以前               by 2025-06-30 month, date-without-day
今年底                      by 2018-12-31 year
明年6月底前                 by 2019-06-30 month
年内                        by 2018-12-31 year
上半年                      by 2018-06-30 half
2025年三季度末              by 2025-09-30 quarter
6月上旬                     by 2018-06-10 month
2025年6月中旬前             by 2025-06-20 month
2月30日前                   by 2018-02-28 day, date-impossible
到“十四五”末                by 2025-12-31 period
“十三五”期间                period 2016-01-01 2020-12-31 period
十四五时期                  period 2021-01-01 2025-12-31 period
“十五五”规划期内            period 2026-01-01 2030-12-31 period
2023—2025年                 period 2023-01-01 2025-12-31 year
2024至2026年                period 2024-01-01 2026-12-31 year
从2017年到2020年            period 2017-01-01 2020-12-31 year
2018年4月-2019年12月        period 2018-04-01 2019-12-31 month
2020年1月-3月               period 2020-01-01 2020-03-31 month
2020年9—10月                period 2020-09-01 2020-10-31 month
2019年1月1日至12月31日      period 2019-01-01 2019-12-31 day
3月1—5日                    period 2018-03-01 2018-03-05 day
2018年11月至3月             period 2018-11-01 2019-03-31 month
12月上旬至中旬              period 2018-12-01 2018-12-20 month
2019年下半年至2020年上半年  period 2019-07-01 2020-06-30 half
即日起至6月底               period 2018-05-10 2018-06-30 month
从2019年起                  period 2019-01-01 ~ year
自2019年3月1日起            period 2019-03-01 ~ day
每年                        recurring FREQ=YEARLY
于每年12月31日前            recurring FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31
每年3月底前                 recurring FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1
每年3月和9月                recurring FREQ=YEARLY;BYMONTH=3,9
每年年末                    recurring FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31
每年6月15日、12月15日前     recurring FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15
每年11月1日至次年3月31日    recurring FREQ=YEARLY;BYMONTH=11,12,1,2,3
每年6月20日、12月10日前     recurring FREQ=YEARLY;BYMONTH=6,12
每年汛前                    recurring FREQ=YEARLY
于6月底和12月底             recurring FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1
6月30日和12月31日前         recurring FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1
每半年                      recurring FREQ=MONTHLY;INTERVAL=6
每季度                      recurring FREQ=MONTHLY;INTERVAL=3
每季度末                    recurring FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1
每季度首月10日前            recurring FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10
每季度末月25日前            recurring FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25
每季度终了后15日内          recurring FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15
每月5日前                   recurring FREQ=MONTHLY;BYMONTHDAY=5
每月底前                    recurring FREQ=MONTHLY;BYMONTHDAY=-1
次月10日前                  recurring FREQ=MONTHLY;BYMONTHDAY=10
每两年                      recurring FREQ=YEARLY;INTERVAL=2
每5年                       recurring FREQ=YEARLY;INTERVAL=5
每学期                      recurring FREQ=MONTHLY;INTERVAL=6
每周五前                    recurring FREQ=WEEKLY;BYDAY=FR
每日                        recurring FREQ=DAILY
5个工作日内                 relative P5D working
二十日内                    relative P20D
3个月内                     relative P3M
半年内                      relative P6M
一年半内                    relative P18M
24小时内                    relative PT24H
30分钟内                    relative PT30M
自印发之日起30日内          relative P30D from 印发之日
用三年左右时间              relative P3Y
用3—5年时间                 relative P5Y
今后五年                    relative P5Y
`

const NO_TIMES = [
  '',
  '到',
  '2020年度',
  '全年性',
  '2020年内蒙古',
  '定期',
  '十年前',
  '每周一次',
  '2020年底前完成',
  '前',
]

function written(text: string, referenceDate: string | null = '2018-05-10'): string | null {
  const { value, diagnostics } = parseTime(text, { referenceDate })
  if (!value) return null
  const { kind, from, until, rrule, duration, dayType, runsFrom, precision } = value
  const dates = kind === 'by' ? until : kind === 'period' ? `${from} ${until ?? '~'}` : null
  const parts = [kind, dates, rrule, duration, dayType, runsFrom && `from ${runsFrom}`, precision]
  return [parts.filter(Boolean).join(' '), ...diagnostics.map(({ code }) => code)].join(', ')
}

describe('a string that is one time expression', () => {
  for (const line of TIMES.trim().split('\n')) {
    const [text, meaning] = line.split(/ {3,}| {2,}(?=by|period|recurring|relative)/) as [string, string]
    it(text, () => expect(written(text)).toBe(meaning))
  }

  it('is null where the string is no time, or more than one', () => {
    for (const text of NO_TIMES) expect(parseTime(text).value, text).toBeNull()
  })

  it('reads full-width and ASCII signs alike', () => {
    expect(written('２０２５年６月底前')).toBe(written('2025年6月底前'))
    expect(written('2023-2025年')).toBe(written('2023—2025年'))
    expect(written('"十四五"期间')).toBe(written('“十四五”期间'))
  })

  it('says so where the date of issue is not known', () => {
    expect(written('年底前', null)).toBe('by, date-without-reference')
    expect(written('6月底前', null)).toBe('by, date-without-reference')
    expect(written('到2025年', null)).toBe('by 2025-12-31 year')
  })

  it('never throws, whatever the text', () => {
    const signs = [
      ...'每年月日季度旬底末前内到于至自从起-~、和一二十0123456789“”十四五期间半上下之工作个小时 ',
    ]
    const text = fc.array(fc.constantFrom(...signs), { maxLength: 24 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (input) => {
        const { value } = parseTime(input, { referenceDate: '2018-05-10' })
        return value === null || value.kind !== 'by' || /^\d{4}-\d\d-\d\d$/.test(value.until ?? '2000-01-01')
      }),
      { numRuns: 3000, seed: 20251122 },
    )
  })
})
