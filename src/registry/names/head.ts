import { type NameWords, placeAt } from './words.js'

/**
 * What a name opens with.
 *
 * - `level`: a bare level of government, whose it is the document says: 市 + 财政局
 * - `place`: a named region: 泰安市 + 财政局
 * - `each`: every region of a level: 各县(市、区) + 水利局
 * - `bare`: nothing, and the rest is the complete name of a local organ: 财政局 · 妇联
 * - `other`: anything else: 国家税务总局 · 泰安海关 · 有关部门 · 市直单位
 */
export interface Head {
  readonly kind: 'level' | 'place' | 'each' | 'bare' | 'other'
  readonly length: number
}

const OTHER: Head = { kind: 'other', length: 0 }
const LEVEL = /^(?:自治[区州县旗]|[省市县区州盟旗])/
const MANY = /各|单位$|^有关|^相关/
const LEAGUE = /^团([省市县区州盟旗])委$/

/** Reads what a folded name opens with. */
export function headOf(name: string, words: NameWords): Head {
  if (LEAGUE.test(name)) return { kind: 'level', length: 2 }
  if (words.notLevel.at(name, 0) === undefined) {
    const level = LEVEL.exec(name)?.[0].length ?? 0
    if (level > 0) return ownsRest(name, level, words) ? { kind: 'level', length: level } : OTHER
    const place = words.level.at(name, 0) === undefined ? placeAt(name, 0, words) : 0
    if (place > 0 && place < name.length) return { kind: 'place', length: place }
  } else if (!isBare(name, words)) return OTHER
  if (name.startsWith('各')) {
    const level = words.level.at(name, 1)
    if (level !== undefined && isBare(name.slice(1 + level.length), words)) {
      return { kind: 'each', length: 1 + level.length }
    }
  }
  return isBare(name, words) ? { kind: 'bare', length: 0 } : OTHER
}

/** 县 + 市场监管局, but not 县市区 or 自治区 + 有关部门 */
function ownsRest(name: string, level: number, words: NameWords): boolean {
  const rest = name.slice(level)
  if (isBare(rest, words)) return true
  const wider = words.level.at(name, 0)?.length ?? 0
  return rest !== '' && wider <= level && !LEVEL.test(rest) && !MANY.test(rest)
}

/** 财政局 · 市场监管局 · 妇联; not 海关 or 证监局, which no level of government owns. */
function isBare(name: string, words: NameWords): boolean {
  if (words.local.has(name)) return true
  const plain = name.endsWith(')') && name.includes('(') ? name.slice(0, name.indexOf('(')) : name
  if (words.branch.endingAt(plain, plain.length) !== undefined) return false
  if (words.determiner.at(plain, 0) !== undefined) return false
  const organ = words.organ.endingAt(plain, plain.length)
  let pos = 0
  for (let field = words.field.at(plain, 0); field !== undefined; field = words.field.at(plain, pos)) {
    pos += field.length
    if (plain[pos] === '和' || plain[pos] === '与') pos++
  }
  return organ !== undefined && pos > 0 && pos === plain.length - organ.length
}

/** 团市委 is the league's committee of the 市; every other name has its level in front. */
export const levelWord = (name: string, { length }: Head): string =>
  LEAGUE.exec(name)?.[1] ?? name.slice(0, length)

/** The name with the region in place of its level: 市财政局 → 泰安市财政局, 团市委 → 共青团泰安市委 */
export const withRegion = (name: string, region: string, { length }: Head): string =>
  LEAGUE.test(name) ? `共青团${region}委` : region + name.slice(length)
