/** How a Chinese way of counting writes the figures and powers of ten. */
interface Counting {
  readonly digits: string
  /** Behind ones, tens, hundreds and thousands. */
  readonly units: readonly string[]
  /** For powers that are left out between others: 一百零一. */
  readonly zero: string
  /** Whether one ten is 十 (十二, but 一百一十二), any power is without its one (百十二), or none (壹拾贰). */
  readonly one: 'tens' | 'all' | 'none'
}

const HAN = '〇一二三四五六七八九'
const CHINESE: Counting = { digits: HAN, units: ['', '十', '百', '千'], zero: '零', one: 'tens' }
const JAPANESE: Counting = { ...CHINESE, zero: '', one: 'all' }
const LEGAL: Counting = {
  digits: '零壹贰叁肆伍陆柒捌玖',
  units: ['', '拾', '佰', '仟'],
  zero: '零',
  one: 'none',
}
const TRADITIONAL_LEGAL: Counting = { ...LEGAL, digits: '零壹貳參肆伍陸柒捌玖' }

/** The ways of counting that a number format of a list may name (ECMA-376 part 1, 17.18.59); else it counts 1, 2, 3. */
const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: (value) => (value < 100 ? counted(value, CHINESE) : digitwise(value)),
  taiwaneseCounting: (value) => (value < 100 ? counted(value, CHINESE) : digitwise(value)),
  chineseCountingThousand: (value) => counted(value, CHINESE),
  taiwaneseCountingThousand: (value) => counted(value, CHINESE),
  japaneseCounting: (value) => counted(value, JAPANESE),
  chineseLegalSimplified: (value) => counted(value, LEGAL),
  ideographLegalTraditional: (value) => counted(value, TRADITIONAL_LEGAL),
  ideographDigital: (value) => digitwise(value),
  taiwaneseDigital: (value) => digitwise(value),
  japaneseDigitalTenThousand: (value) => digitwise(value),
  ideographTraditional: (value) => nth('甲乙丙丁戊己庚辛壬癸', value),
  ideographZodiac: (value) => nth('子丑寅卯辰巳午未申酉戌亥', value),
  ideographEnclosedCircle: (value) => nth('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉', value),
  decimalEnclosedCircle: (value) => nth(run('①', 20), value),
  decimalEnclosedCircleChinese: (value) => nth(run('①', 20), value),
  decimalEnclosedParen: (value) => nth(run('⑴', 20), value),
  decimalEnclosedFullstop: (value) => nth(run('⒈', 20), value),
  decimalFullWidth: (value) => String(value).replace(/\d/g, (digit) => nth(run('０', 10), Number(digit) + 1)),
  decimalFullWidth2: (value) => FORMATS['decimalFullWidth']?.(value) ?? '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  numberInDash: (value) => `- ${value} -`,
  upperLetter: (value) => letters(value),
  lowerLetter: (value) => letters(value).toLowerCase(),
  upperRoman: (value) => roman(value),
  lowerRoman: (value) => roman(value).toLowerCase(),
  none: () => '',
}

/** A whole number as a list in the format shows it; a format that does not reach so far shows figures. */
export const formatNumber = (value: number, format: string): string =>
  value >= 1 && Object.hasOwn(FORMATS, format) ? (FORMATS[format]?.(value) ?? '') : String(value)

function counted(value: number, { digits, units, zero, one }: Counting): string {
  if (value > 9999) return String(value)
  let text = ''
  let gap = false
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10
    if (digit === 0) {
      gap = text !== ''
      continue
    }
    if (gap) text += zero
    gap = false
    const bare = digit === 1 && power > 0 && (one === 'all' || (one === 'tens' && power === 1 && text === ''))
    text += (bare ? '' : digits.charAt(digit)) + (units[power] ?? '')
  }
  return text
}

/** 一〇二 */
const digitwise = (value: number): string =>
  String(value).replace(/\d/g, (digit) => HAN.charAt(Number(digit)))

const nth = (signs: string, value: number): string => signs.charAt(value - 1) || String(value)

/** Signs that follow each other in Unicode. */
const run = (first: string, length: number): string =>
  String.fromCharCode(...Array.from({ length }, (_, at) => first.charCodeAt(0) + at))

/** A … Z, AA, BB … ZZ */
function letters(value: number): string {
  const times = Math.ceil(value / 26)
  return times > 9 ? String(value) : String.fromCharCode(65 + ((value - 1) % 26)).repeat(times)
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'],
  [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
] // prettier-ignore

function roman(value: number): string {
  if (value > 3999) return String(value)
  let text = ''
  let rest = value
  for (const [worth, sign] of ROMAN) for (; rest >= worth; rest -= worth) text += sign
  return text
}
