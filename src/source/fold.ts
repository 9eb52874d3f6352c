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
  return text.replace(FOLDED, (c) => {
    const code = c.charCodeAt(0)
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
    if (code >= 0x2010) {
      if (code <= 0x2015 || code === 0x2212) return '-'
      if (code === 0xfe5d) return '〔'
      if (code === 0xfe5e) return '〕'
    }
    return ' '
  })
}

const FOLDED =
  /[\uff01-\uff5e\u3000\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2010-\u2015\u2028-\u202f\u205f-\u2064\u2212\ufe5d\ufe5e\ufeff\t\v\f\u0085]/g
