import type { Lexicon, WordList } from '../../grammar/index.js'

/** The word lists that names are read by. */
export interface NameWords {
  readonly notLevel: WordList
  readonly notPlace: WordList
  readonly local: WordList
  readonly organ: WordList
  readonly branch: WordList
  readonly hall: WordList
  readonly group: WordList
  readonly setup: WordList
  readonly before: WordList
  readonly field: WordList
  readonly level: WordList
  readonly province: WordList
  readonly determiner: WordList
}

const cache = new WeakMap<Lexicon, NameWords>()

/** The lists of a lexicon, looked up once. */
export function nameWords(lexicon: Lexicon): NameWords {
  let words = cache.get(lexicon)
  if (!words) {
    words = {
      notLevel: lexicon.list('names.notlevel'),
      notPlace: lexicon.list('names.notplace'),
      local: lexicon.list('names.local'),
      organ: lexicon.list('names.organ'),
      branch: lexicon.list('names.branch'),
      hall: lexicon.list('names.hall'),
      group: lexicon.list('names.group'),
      setup: lexicon.list('names.setup'),
      before: lexicon.list('names.before'),
      field: lexicon.list('organs.field'),
      level: lexicon.list('organs.level'),
      province: lexicon.list('organs.province'),
      determiner: lexicon.list('organs.determiner'),
    }
    cache.set(lexicon, words)
  }
  return words
}

/** How high a body stands. A city with districts, a prefecture and a league are all `city`. */
export type Level = 'central' | 'province' | 'city' | 'county'

const PLACE = /^[\u3400-\u9fff]{1,14}?(?:自治[区州县旗]|[省市县区盟旗]|地区)/
const MUNICIPALITY = /^(?:北京|天津|上海|重庆)/

/** Length of a named region at `offset`: 泰安市 · 西藏自治区; 0 where there is none. */
export function placeAt(text: string, offset: number, words: NameWords): number {
  if (words.level.at(text, offset) === '国家') return 0
  const place = PLACE.exec(text.slice(offset, offset + 20))?.[0] ?? ''
  const end = offset + place.length
  const marked = words.notPlace.endingAt(text, end)
  const other = words.notLevel.at(text, end - 1)
  if (marked !== undefined && marked.length <= place.length) return 0
  return place !== '' && other !== undefined && other.length > 1 ? 0 : place.length
}

/** The level of a region by its name or by the bare word: 泰安市 · 市 · 西藏 */
export function levelOf(region: string): Level {
  if (MUNICIPALITY.test(region)) return 'city'
  if (/自治区$|省$/.test(region)) return 'province'
  if (/[市盟州]$|地区$/.test(region)) return 'city'
  return /[县区旗]$/.test(region) ? 'county' : 'province'
}
