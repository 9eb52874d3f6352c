/** First and last code points that terminals draw two columns wide. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
]

/** Columns that one character takes: 2 for Chinese and full-width signs, 0 for marks that join the one before. */
export function charWidth(char: string): number {
  const code = char.codePointAt(0) ?? 0
  if (code < 0x300) return 1
  if (code <= 0x36f || (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0x200b && code <= 0x200f)) return 0
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1
}

/** Columns that a string takes on a terminal. */
export function displayWidth(text: string): number {
  let width = 0
  for (const char of text) width += charWidth(char)
  return width
}

/** The text with spaces up to `width` columns, before it where `right`. */
export function pad(text: string, width: number, right = false): string {
  const fill = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return right ? fill + text : text + fill
}

/** The text cut to at most `width` columns; an ellipsis says that it was cut. */
export function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let out = ''
  let used = 1
  for (const char of text) {
    used += charWidth(char)
    if (used > width) break
    out += char
  }
  return `${out}…`
}

// oxlint-disable-next-line no-control-regex -- exactly these are meant
const STEERS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]/g

/** Control characters would move the cursor, hide text or turn it around; a terminal gets a space instead. */
export const printable = (text: string): string => text.replace(STEERS, ' ')
