/** Chinese characters and their punctuation, which are set without spaces between them. */
const WIDE =
  /[\u2014\u2018-\u201d\u2026\u2460-\u2473\u3001\u3002\u3005-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uffef\ud840-\udfff]/

const isWide = (character: string): boolean => WIDE.test(character)

/**
 * Text of two neighbouring lines as one: Chinese characters meet without a space, Latin words with one. Nothing is done
 * about hyphens: in policy texts they belong to names and figures (GB/T 9704-2012).
 */
export function joined(before: string, after: string): string {
  if (before === '' || after === '') return before + after
  const apart = !isWide(before.charAt(before.length - 1)) && !isWide(after.charAt(0))
  return before + (apart && WORD.test(before) && /^[A-Za-z(]/.test(after) ? ' ' : '') + after
}

const WORD = /[A-Za-z,.;:)]$/

/** Spaces that are only gaps in a document. */
export interface Gaps {
  /** Whether it has space between Chinese characters and Latin ones everywhere: 到 2020 年. */
  readonly besideLatin: boolean
}

/** Word processors put a little space between the two scripts, or none; then a space there was typed. */
export function gapsOf(texts: Iterable<string>): Gaps {
  let spaces = 0
  let meetings = 0
  for (const text of texts) {
    spaces += text.match(SPACE_BESIDE_LATIN)?.length ?? 0
    meetings += text.match(BESIDE_LATIN)?.length ?? 0
  }
  return { besideLatin: spaces > meetings }
}

/**
 * The text of one run without the spaces that are only gaps: a line that is spread to both margins has gaps between its
 * characters (人 民 政 府) that look like spaces; between words of several characters they are spaces.
 */
export function withoutGaps(text: string, { besideLatin }: Gaps): string {
  if (!text.includes(' ')) return text
  const words = text.replace(BETWEEN_WIDE, (gap, at: number) => {
    const right = at + gap.length
    const alone = isEdge(text, right + 1)
    return alone || PUNCTUATION.test(text.charAt(at - 1) + text.charAt(right)) ? '' : ' '
  })
  return besideLatin ? words.replace(SPACE_BESIDE_LATIN, '') : words
}

/** Whether nothing or a space stands there: the character before it is a single one. */
const isEdge = (text: string, at: number): boolean => text.charAt(at).trim() === ''

const ONE = WIDE.source
const BETWEEN_WIDE = new RegExp(`(?<=${ONE}) +(?=${ONE})`, 'g')
const BESIDE_LATIN = new RegExp(`(?<=${ONE})(?=[A-Za-z\\d])|(?<=[A-Za-z\\d%])(?=${ONE})`, 'g')
const SPACE_BESIDE_LATIN = new RegExp(`(?<=${ONE}) (?=[A-Za-z\\d])|(?<=[A-Za-z\\d%]) (?=${ONE})`, 'g')
const PUNCTUATION = /[\u2014\u2018-\u201d\u2026\u3001\u3002\u3008-\u3015\uff01-\uff0f\uff1a-\uff20]/
