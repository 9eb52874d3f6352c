import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Cues } from '../../src/grammar/cues.js'
import { requiredSigns } from '../../src/grammar/required-signs.js'
import { texts } from '../fuzz/vocabulary.js'

const cases: [RegExp, string | null][] = [
  [/达到|稳定在/, '达稳'],
  [/^以.{1,8}为主导/, '以'],
  [/(?<![许认])可(?!持续)|有权/, '可权'],
  [/(?:牵头|主办)?负责/, '负'],
  [/\d[./-]\d|小时/, '-./小'],
  [/[一二三]{2,4}、?期/, '期'],
  [/第?[^,]{2,}$/, null],
  [/(?:以下|如下)*/, null],
  [/\(.+\)/, '('],
  [new RegExp(String.raw`\u8fbe\u5230|[\u7a33\u56fa]`), '稳固达'],
]

test.each(cases)('%s needs one of %s', (pattern, signs) => {
  expect([...(requiredSigns(pattern) ?? [])].sort().join('') || null).toBe(
    signs && [...signs].sort().join(''),
  )
})

/** Patterns of every construct that the rules use. */
const patterns = [
  /要(?<![主重]要)(?![素点])|应当|必须|须(?<![必无]须)/,
  /占.{0,20}(?:比例|比重|的)|[率度数]达\d?|名列|总量.{0,6}\d/,
  /^(?:第.{1,5}条 *)?[^,要应]{2,16}包括/,
  /实行[“"]?谁|(?:参照|依照|按照?)(?:本|其).{0,40}执行[。;]?$/,
  /[年月日天季周旬]|学期|小时|分钟|\d[./-]\d|五/,
]

test('a pattern fits no text in which its cues see nothing', () => {
  const group = new Cues()
  const cued = patterns.map((pattern) => group.pattern(pattern))
  fc.assert(
    fc.property(texts, (text) => {
      const cues = group.in(text, 0, text.length)
      cued.forEach((one, at) => expect(one.test(cues, text)).toBe((patterns[at] as RegExp).test(text)))
    }),
  )
})

test('a pattern without a cue is refused', () => {
  expect(() => new Cues().pattern(/.*/)).toThrow('no cue')
})
