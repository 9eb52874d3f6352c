import { describe, expect, it } from 'vitest'
import { compileText } from '../../src/compile.js'

/** The figures of a sentence, each with the date by which: `value due`. */
function dues(text: string): string[] {
  const { obligations } = compileText(`市政府办公室2024年工作要点\n一、总体目标\n${text}\n`)
  return obligations.flatMap(({ targets }) =>
    [...targets]
      .sort((a, b) => a.span.start - b.span.start || Number(a.value) - Number(b.value))
      .map(({ value, due }) => `${String(value)} ${due ?? '-'}`),
  )
}

describe('the date by which a figure is to be reached', () => {
  const cases: readonly (readonly [text: string, ...dues: string[]])[] = [
    ['到2026年，覆盖率达到60%，2028年达到80%。', '60 2026-12-31', '80 2028-12-31'],
    ['30%的村通过验收，2026年达到70%。', '30 2026-12-31', '70 2026-12-31'],
    ['到2026年，30%的村通过验收，2028年达到70%。', '30 2026-12-31', '70 2028-12-31'],
    // as many times as figures: each takes its own
    ['参与率稳步提高，2026年、2030年分别达到42%和48%。', '42 2026-12-31', '48 2030-12-31'],
    [
      '完成改造1200户，其中2025年、2026年分别完成700户和500户。',
      '1200 2026-12-31',
      '500 2026-12-31',
      '700 2025-12-31',
    ],
    // the time of an event is on no day
    ['春节前，清偿率达到70%。', '70 -'],
    ['清偿率达到70%。', '70 2024-12-31'],
    // within so many years: not by the date before
    ['2025年底前，覆盖率达到60%，五年内覆盖率达到90%。', '60 2025-12-31', '90 -'],
    ['开学前组织检查。明厨亮灶覆盖率达到90%。', '90 2024-12-31'],
  ]
  for (const [text, ...expected] of cases) it(text, () => expect(dues(text)).toEqual(expected))
})
