import { fold } from '../source/fold.js'

/** What nobody sees: white space, and marks that only choose a glyph. */
const UNSEEN = /[\s\u034f\ufe00-\ufe0f]/
const ALL_UNSEEN = /[\s\u034f\ufe00-\ufe0f]+/g
/** Half-width forms of Chinese and kana signs: ｡ ､ ｢. */
const HALF = /[\uff61-\uffdc]/g

const sameWidth = (text: string): string =>
  fold(text).replace(HALF, (sign) => sign.normalize('NFKC').charAt(0))

/** The wording alone: white space, width and zero-width characters are gone. */
export const wording = (text: string): string => sameWidth(text).replace(ALL_UNSEEN, '')

/** Letters that no text has, for figures. */
const FIRST = 0xe000
const LAST = 0xf8ff
const DIGIT = /\d/

/**
 * The wording with the place of every sign in the text, and the text's length at the end. A figure is one sign, so
 * that 96 and 98 differ as a whole; `figures` holds those seen, and has to be the same for texts that are compared.
 */
export function wordingWithPlaces(
  text: string,
  figures: Map<string, string>,
): { readonly words: string; readonly places: number[] } {
  const folded = sameWidth(text)
  const places: number[] = []
  let words = ''
  for (let i = 0; i < folded.length; i++) {
    const sign = folded.charAt(i)
    if (UNSEEN.test(sign)) continue
    places.push(i)
    if (!DIGIT.test(sign)) {
      words += sign
      continue
    }
    let end = i + 1
    while (DIGIT.test(folded.charAt(end))) end++
    words += letterFor(folded.slice(i, end), figures)
    i = end - 1
  }
  places.push(text.length)
  return { words, places }
}

function letterFor(figure: string, figures: Map<string, string>): string {
  const known = figures.get(figure)
  if (known !== undefined) return known
  const letter = String.fromCharCode(Math.min(LAST, FIRST + figures.size))
  figures.set(figure, letter)
  return letter
}
