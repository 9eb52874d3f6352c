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

/** The wording with the place of every character in the text, and the text's length at the end. */
export function wordingWithPlaces(text: string): { readonly words: string; readonly places: number[] } {
  const folded = sameWidth(text)
  const places: number[] = []
  let words = ''
  for (let i = 0; i < folded.length; i++) {
    const sign = folded.charAt(i)
    if (UNSEEN.test(sign)) continue
    words += sign
    places.push(i)
  }
  places.push(text.length)
  return { words, places }
}
