import { mapCodes } from './map-codes.js'

/**
 * The folding view: the same length as the text, so that one offset serves both.
 *
 * - full-width ASCII (U+FF01–U+FF5E) becomes ASCII: （ ， ： ； ％ １ ． ～ → ( , : ; % 1 . ~
 * - every Unicode space, the tab, the byte order mark and zero-width characters become U+0020; line breaks stay
 * - the dashes ‐ ‑ ‒ – — ― − become -
 * - ﹝﹞ become 〔〕
 *
 * The ideographic full stop, the enumeration comma and Chinese quotation marks stay as they are.
 */
export function fold(text: string): string {
  let at = 0
  while (at < text.length && FOLDED[text.charCodeAt(at)] === 0) at++
  return at === text.length ? text : mapCodes(text, FOLDED)
}

/** What each code unit becomes; 0 where it stays. */
const FOLDED = new Uint16Array(0x10000)

function becomes(sign: string, ...ranges: readonly (readonly [number, number])[]): void {
  for (const [first, last] of ranges) FOLDED.fill(sign.charCodeAt(0), first, last + 1)
}

for (let code = 0xff01; code <= 0xff5e; code++) FOLDED[code] = code - 0xfee0
becomes(
  ' ',
  [0x09, 0x09],
  [0x0b, 0x0c],
  [0x85, 0x85],
  [0xa0, 0xa0],
  [0xad, 0xad],
  [0x1680, 0x1680],
  [0x180e, 0x180e],
)
becomes(' ', [0x2000, 0x200f], [0x2028, 0x202f], [0x205f, 0x2064], [0x3000, 0x3000], [0xfeff, 0xfeff])
becomes('-', [0x2010, 0x2015], [0x2212, 0x2212])
becomes('〔', [0xfe5d, 0xfe5d])
becomes('〕', [0xfe5e, 0xfe5e])
