import { describe, expect, it } from 'vitest'
import { CODES, type DiagnosticCode } from '../../src/diagnostics/codes.js'
import { fill, messageOf, translate } from '../../src/diagnostics/message.js'
import { printDiagnostic, snippet } from '../../src/diagnostics/print.js'
import { cut, displayWidth, pad } from '../../src/diagnostics/width.js'

const codes = Object.keys(CODES) as DiagnosticCode[]
const names = (template: string): string[] =>
  [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')

describe('messages', () => {
  it.each(codes)('%s has the same places in both languages, and goes from one to the other', (code) => {
    const { en, zh } = CODES[code]
    expect(names(zh).toSorted()).toEqual(names(en).toSorted())
    const values = Object.fromEntries(names(en).map((name, i) => [name, `第${i}处 “${name}”`]))
    expect(translate(code, messageOf(code, values), 'zh')).toBe(fill(zh, values))
    expect(translate(code, messageOf(code, values), 'en')).toBe(fill(en, values))
  })

  it('a sentence that is not of the template stays', () => {
    expect(translate('duplicate-id', 'Something else.', 'zh')).toBe('Something else.')
  })
})

describe('widths', () => {
  it.each([
    ['负责', 4],
    ['a负', 3],
    ['（）', 4],
    ['e\u0301', 1],
    ['𠮷', 2],
    ['', 0],
  ])('%s takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })

  it('padding and cutting count columns', () => {
    expect(pad('章节', 6)).toBe('章节  ')
    expect(pad('7', 3, true)).toBe('  7')
    expect(cut('关于加强监管的意见', 9)).toBe('关于加强…')
    expect(cut('短', 9)).toBe('短')
  })
})

describe('the place in its line', () => {
  const shown = (text: string, start: number, end: number, width = 40): string[] => {
    const { line, carets } = snippet(text, { start, end }, width)
    return [line, carets]
  }

  it('carets are two columns for each Chinese character', () => {
    expect(shown('第一行\nab由市教育局负责。\n', 6, 11)).toEqual(['ab由市教育局负责。', '  ^^^^^^^^^^'])
  })

  it('a long line is cut to a window around the place', () => {
    const text = `${'前'.repeat(500)}负责${'后'.repeat(500)}`
    const [line = '', carets = ''] = shown(text, 500, 502)
    expect(line).toMatch(/^…前+负责后+…$/)
    expect(displayWidth(line)).toBeLessThanOrEqual(42)
    expect(displayWidth(line.slice(0, line.indexOf('负')))).toBe(carets.indexOf('^'))
    expect(carets.trim()).toBe('^^^^')
  })

  it('a place over several lines is marked in its first', () => {
    expect(shown('甲乙\n丙丁', 1, 5)).toEqual(['甲乙', '  ^^'])
  })

  it('nothing that moves the cursor reaches the terminal', () => {
    expect(shown('a\u001b[31m\tb', 0, 1)[0]).toBe('a [31m b')
  })

  it('a place at the very end, and a line of megabytes', () => {
    expect(shown('甲', 1, 1)).toEqual(['甲', '  ^'])
    const text = '一'.repeat(4_000_000)
    expect(displayWidth(shown(text, 2_000_000, 3_000_000)[0] ?? '')).toBeLessThanOrEqual(42)
  })
})

describe('a diagnostic', () => {
  const span = { start: 0, end: 2, line: 1, column: 1, page: null }
  const item = {
    code: 'unread-cue',
    severity: 'warning',
    message: messageOf('unread-cue', { cue: '负责' }),
    span,
  } as const

  it('in English and in Chinese', () => {
    expect(printDiagnostic('a.txt', '负责监管', item, { language: 'en' }).split('\n').slice(0, 3)).toEqual([
      'a.txt:1:1  warning unread-cue  No rule could read “负责” here, so a fact may be missing.',
      '  负责监管',
      '  ^^^^',
    ])
    expect(printDiagnostic('a.txt', '负责监管', item, { language: 'zh' })).toContain(
      '警告 unread-cue  此处的“负责”没有规则能够识别',
    )
  })

  it('of a whole file has no snippet but says what to do', () => {
    const missing = {
      code: 'file-missing',
      severity: 'error',
      message: messageOf('file-missing', { path: 'a.txt' }),
      span: null,
    } as const
    expect(printDiagnostic('a.txt', null, missing, { language: 'en' })).toBe(
      'a.txt  error file-missing  There is no file “a.txt”.\n  → Check the spelling of the path.',
    )
  })
})
