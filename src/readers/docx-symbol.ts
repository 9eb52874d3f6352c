/** Signs of the symbol fonts that official documents use, by font and place: boxes, ticks, bullets that are text. */
const SIGNS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    0x6c: '●', 0x6e: '■', 0x6f: '□', 0x70: '□', 0x71: '□', 0x72: '□', 0x75: '◆', 0x76: '❖', 0xa1: '○', 0xa8: '□',
    0xd8: '➢', 0xe0: '→', 0xfb: '✗', 0xfc: '√', 0xfd: '☒', 0xfe: '☑',
  },
  'wingdings 2': {
    0x50: '√', 0x51: '☒', 0x52: '☑', 0x53: '☒', 0x54: '☒', 0x97: '●', 0xa2: '■', 0xa3: '□',
  },
  symbol: {
    0xa3: '≤', 0xb3: '≥', 0xb4: '×', 0xb8: '÷', 0xb1: '±', 0xb0: '°', 0xb9: '≠', 0xbb: '≈', 0xa5: '∞', 0xae: '→', 0xb7: '·',
    0xd7: '·', 0x25: '%', 0x2d: '-', 0x6d: 'μ', 0x61: 'α', 0x62: 'β', 0x67: 'γ', 0x44: 'Δ', 0x53: 'Σ', 0x57: 'Ω',
  },
} // prettier-ignore

/** The first private character, where symbol fonts have their signs. */
const PRIVATE = 0xf000

/** The sign of `w:sym` (a font and a hexadecimal number) as a character; empty where no character says the same. */
export function signOf(font: string, char: string): string {
  const code = Number.parseInt(char, 16)
  const signs = SIGNS[font.trim().toLowerCase()]
  if (signs) return signs[code >= PRIVATE ? code - PRIVATE : code] ?? ''
  const shown = code >= 0x20 && code <= 0xffff && !(code >= 0xd800 && code <= 0xf8ff)
  return shown ? String.fromCharCode(code) : ''
}
