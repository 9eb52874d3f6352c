const DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
} // prettier-ignore
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }

/**
 * The integer that Chinese numerals name, or null where they name none: 二十一 → 21, 一百零三 → 103, 两千万 → 20000000.
 * Digits in a row are read place by place: 二〇二五 → 2025.
 */
export function chineseNumber(text: string): number | null {
  if (text === '') return null
  if (text.length === 1 && DIGITS[text] !== undefined) return DIGITS[text]
  if (isPlaceByPlace(text)) return Number(text.replace(/./g, (c) => String(DIGITS[c])))
  let total = 0
  let section = 0
  let digit: number | null = null
  for (const c of text) {
    if (c in DIGITS) {
      if (digit !== null && digit !== 0) return null
      digit = DIGITS[c] as number
    } else if (c in SMALL) {
      section += (digit ?? 1) * (SMALL[c] as number)
      digit = null
    } else if (c in LARGE) {
      total = (total + section + (digit ?? 0)) * (LARGE[c] as number)
      section = 0
      digit = null
    } else return null
  }
  return total + section + (digit ?? 0)
}

/** 二〇二五 */
function isPlaceByPlace(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (DIGITS[text.charAt(at)] === undefined) return false
  return true
}
