import type { FrontMatter } from '../../tree/nodes.js'
import { headOf, levelWord } from './head.js'
import { type Level, levelOf, type NameWords, placeAt } from './words.js'

/** Where a document is from, as far as its issuers and its title say so. */
export interface Home {
  readonly level: Level | null
  /** 市 → 泰安市; null where two regions of that level are named. */
  readonly regions: ReadonlyMap<string, string | null>
  /** The one region that issued it, where there is one. */
  readonly region: string | null
}

const CENTRAL = /^(?:国务院|中共中央|中央|国家|全国|中国|中华人民共和国|最高)/
const MINISTRY = /(?:部|总局|总署|监会)$/
const WORD = /(?:自治[区州县旗]|[省市县区盟旗]|地区)$/
const GOVERNED = ['人民政府', '政府', '委', '党委', '行政公署', '行署']

/**
 * 泰安市人民政府 → 市 is 泰安市; 广州市天河区人民政府 → 市 is 广州市, 区 is 广州市天河区. The title is asked only where no
 * issuer is known, and believed only where the text names a government of the region.
 */
export function homeOf(
  { issuers, title }: Pick<FrontMatter, 'issuers' | 'title'>,
  folded: string,
  words: NameWords,
): Home {
  const regions = new Map<string, string | null>()
  const own: string[] = []
  const levels = new Set<Level | null>()
  for (const issuer of issuers.length > 0 ? issuers : titleRegion(title, folded, words)) {
    const chain = regionsOf(issuer, words)
    for (const region of chain) {
      const word = WORD.exec(region)?.[0] ?? ''
      const known = regions.get(word)
      regions.set(word, known === undefined || known === region ? region : null)
    }
    const last = chain.at(-1)
    if (last !== undefined && !own.includes(last)) own.push(last)
    levels.add(issuerLevel(issuer, last, words))
  }
  const level = levels.size === 1 ? ([...levels][0] ?? null) : null
  return { level, regions, region: own.length === 1 ? (own[0] ?? null) : null }
}

function issuerLevel(issuer: string, region: string | undefined, words: NameWords): Level | null {
  if (region !== undefined) return levelOf(region)
  if (CENTRAL.test(issuer) || MINISTRY.test(issuer)) return 'central'
  const head = headOf(issuer, words)
  return head.kind === 'level' ? levelOf(levelWord(issuer, head)) : null
}

/** 中共广州市天河区委 → 广州市, 广州市天河区 */
function regionsOf(name: string, words: NameWords): string[] {
  const regions: string[] = []
  const start = name.startsWith('中共') ? 2 : 0
  if (start === 0 && CENTRAL.test(name)) return regions
  let pos = start
  for (let length = placeAt(name, pos, words); length > 0 && regions.length < 3;) {
    pos += length
    regions.push(name.slice(start, pos))
    length = placeAt(name, pos, words)
  }
  return regions
}

function titleRegion(title: string | null, folded: string, words: NameWords): string[] {
  if (title === null) return []
  if (CENTRAL.test(title)) return [title]
  const length = placeAt(title, 0, words)
  const region = title.slice(0, length)
  return length > 0 && GOVERNED.some((organ) => folded.includes(region + organ)) ? [region] : []
}
