import { describe, expect, it } from 'vitest'
import { findEffective } from '../../src/facts/deadline/find-effective.js'
import { baseLexicon } from '../../src/grammar/index.js'
import { SourceText } from '../../src/source/source-text.js'

/** Sentences of a document of 20 March 2019: in force on, until. */
const SENTENCES: readonly (readonly [string, string | null, string | null])[] = [
  ['本办法自2019年5月1日起施行，有效期5年。', '2019-05-01', '2024-04-30'],
  ['第三十二条 本办法自公布之日起施行，有效期至2023年12月31日。', '2019-03-20', '2023-12-31'],
  ['本意见自印发之日起实施，有效期三年。', '2019-03-20', '2022-03-19'],
  ['本规定自发布之日起30日后施行。', '2019-04-19', null],
  ['本细则自2019年7月1日起正式实施，试行期2年。', '2019-07-01', '2021-06-30'],
  ['本政策执行至2020年12月底。', null, '2020-12-31'],
  ['本措施自2019年4月1日至2021年3月31日施行。', '2019-04-01', '2021-03-31'],
  ['自2019年6月1日起施行。', '2019-06-01', null],
]
const OTHERS = [
  '《中华人民共和国电子商务法》自2019年1月1日起施行，各地要做好宣传。',
  '认证证书有效期5年。',
  '从2019年起，全面推行河长制。',
  '本办法由市财政局负责解释。',
  '',
]

const find = (text: string, referenceDate: string | null = '2019-03-20') =>
  findEffective(
    { source: new SourceText(text), lexicon: baseLexicon(), referenceDate },
    { start: 0, end: text.length },
  )

describe('from when and until when a document is in force', () => {
  for (const [text, on, until] of SENTENCES) it(text, () => expect(find(text)).toEqual({ on, until }))

  for (const text of OTHERS) it(`not: ${text}`, () => expect(find(text)).toBeNull())

  it('is not known where it counts from a date of issue that is not known', () => {
    expect(find('本办法自印发之日起施行，有效期5年。', null)).toBeNull()
    expect(find('本办法自2019年5月1日起施行。', null)).toEqual({ on: '2019-05-01', until: null })
  })
})
