import { sortShort } from '../../source/sort-short.js'
import type { FactContext } from '../context.js'
import type { NameEnd } from './name-end.js'
import { uncounted, withoutAlias } from './name-forms.js'
import type { Organs } from './organs.js'
import { organsOf } from './organs.js'

/** One body of a list, before it has a role. */
export interface ListedBody {
  readonly name: string
  readonly start: number
  readonly end: number
  /** Whether it is one by its own words, not only by the place where it stands. */
  readonly certain: boolean
}

export interface BodyList {
  readonly bodies: readonly ListedBody[]
  readonly end: number
  readonly openEnded: boolean
  /** Whether each is a body by its own words, not only by the place where it stands. */
  readonly certain: boolean
  /** Whether each part of each name is a known word. */
  readonly known: boolean
  /** Whether a firm, school or association stands among them. */
  readonly mixed: boolean
  /** Whether the list is nothing but a bare organ word (政府 · 部门). */
  readonly generic: boolean
}

/** How a list is read: where it may end, and what may stand in it. */
export interface ListOptions {
  readonly limit: number
  /** Whether the list may end here. */
  readonly stop: (pos: number) => boolean
  /** In a bracket or after a label everything listed is a body, whatever its words are. */
  readonly anything: boolean
  /** 财政、审计 + 等部门: what the list's own tail gives to each. */
  readonly tail?: string
}

interface Item extends NameEnd {
  readonly start: number
  raw: boolean
  /** A firm, school or association: read, but no body. */
  outsider: boolean
}

const SEPARATOR = /\s*(?:、|以及|及其|和|与|及|暨|或者?|,)\s*/y
const PROSE_SEPARATOR = /(?:、|以及|及其|和|及|或者?)\s*/y
const COUNT = /等(?:(?:[0-9一二三四五六七八九十]+)(?:个|家)?)?/y
const TAIL =
  /^(?:[^,;。、的()等]{2,14}?(?:部门|单位|机关)|(?:人民|街道)?政府的?派出(?:机关|机构)(?:\((?:机关|机构)\))?)/
/** No list is longer; what runs on is no list. */
const MAX_ITEMS = 100
const MAX_PROSE = 500
const OPENER = /[([【〔]/
const CLOSER = /[)\]】〕]/
/** Where the Chinese characters begin, behind all signs. */
const CHINESE = 0x3400

/** Read a list of bodies at an offset, or null where there is none that ends as it must. */
const itemOf = (start: number, name: NameEnd, raw: boolean): Item => ({
  start,
  end: name.end,
  kind: name.kind,
  known: name.known,
  joined: name.joined,
  tailFrom: name.tailFrom,
  collective: name.collective,
  open: name.open,
  nameEnd: name.nameEnd,
  raw,
  outsider: false,
})

export function readList(context: FactContext, start: number, options: ListOptions): BodyList | null {
  const limit = options.anything ? options.limit : Math.min(options.limit, start + MAX_PROSE)
  const reader = new ListReader(context, options, limit)
  const first = reader.items(start, null)
  const items = first && [...first, ...reader.further]
  const own = items?.filter((item) => !item.outsider)
  if (!items || !own || own.length === 0) return null
  const bodies = distribute(context, own, options)
  return {
    bodies,
    end: reader.end,
    openEnded: reader.open || items.some((item) => item.open),
    certain: bodies.every((body) => body.certain),
    known: items.every((item) => item.known && !item.raw),
    mixed: own.length < items.length,
    generic: own.every((item) => item.kind === 'generic'),
  }
}

class ListReader {
  end = 0
  open = false
  /** What a second list adds behind the tail of the first. */
  further: Item[] = []
  private readonly text: string
  private readonly organs: Organs
  private dead: Set<number> | null = null

  constructor(
    private readonly context: FactContext,
    private readonly options: ListOptions,
    private readonly limit: number,
  ) {
    this.text = context.source.folded
    this.organs = organsOf(context.lexicon)
  }

  /** The items from `pos` to where the list ends; the longest names that let it end are taken. */
  items(pos: number, previous: Item | null, depth = 0): Item[] | null {
    if (this.dead?.has(pos) || pos >= this.limit || depth > MAX_ITEMS) return null
    for (const item of this.candidates(pos, previous)) {
      if (this.ends(item.end, item)) return [item]
      const next = this.next(item)
      if (next === null) continue
      const rest = this.items(next, item, depth + 1)
      if (rest) return [item, ...rest]
    }
    if (depth > 0) (this.dead ??= new Set()).add(pos)
    return null
  }

  private ends(pos: number, item: Item): boolean {
    if (item.kind === 'region' && !this.options.anything) return false
    if (item.kind === 'field' && !this.options.anything) return false
    COUNT.lastIndex = pos
    const etc = COUNT.exec(this.text)
    if (etc && this.tail(pos + etc[0].length)) {
      this.open = etc[0].length === 1
      return true
    }
    if (!this.options.stop(pos)) return false
    this.end = pos
    return true
  }

  /** 等部门 · 等基础数据库牵头建设部门 · 等人民政府的派出机关 */
  private tail(after: number): boolean {
    const word = this.organs.etc(this.text, after)
    const long = word > 0 ? word : (TAIL.exec(this.text.slice(after, after + 20))?.[0].length ?? 0)
    for (const length of long === word ? [word] : [long, 0]) {
      const end = this.beyondOutsider(after + length)
      if (end <= this.limit && this.options.stop(end)) {
        this.end = end
        return true
      }
      if (this.goesOn(after + length)) return true
    }
    return false
  }

  /** 工会、妇联等人民团体 + 和科协、社科联等社会组织: a second list behind the tail of the first. */
  private goesOn(pos: number): boolean {
    const next = !this.options.anything && pos < this.limit ? this.separator(pos) : null
    if (next === null) return false
    const reader = new ListReader(this.context, this.options, this.limit)
    const items = reader.items(next, null)
    if (!items) return false
    this.end = reader.end
    this.further = [...items, ...reader.further]
    return true
  }

  /** 工会、妇联等人民团体 + 以及志愿服务组织: who stands behind the tail is no body. */
  private beyondOutsider(pos: number): number {
    const next = pos < this.limit ? this.separator(pos) : null
    const outsider = next === null ? 0 : this.organs.outsider(this.text, next)
    return next !== null && outsider > 0 ? next + outsider : pos
  }

  /** Where the next item begins: behind a sign, or at once in 各地各部门. */
  private next(item: Item): number | null {
    const next = this.separator(item.end)
    if (next !== null) return next
    if (
      this.options.anything &&
      this.text[item.end] === ' ' &&
      (item.kind === 'organ' || item.kind === 'place')
    )
      return this.afterSpaces(item.end)
    if (item.kind !== 'place' && !item.collective) return null
    return /[各有相]/.test(this.text[item.end] ?? '') ? item.end : null
  }

  /** 市教育局 市财政局 */
  private afterSpaces(pos: number): number {
    let next = pos
    while (this.text[next] === ' ') next++
    return next
  }

  private separator(pos: number): number | null {
    const sign = this.options.anything ? SEPARATOR : PROSE_SEPARATOR
    sign.lastIndex = pos
    const match = sign.exec(this.text)
    return match ? pos + match[0].length : null
  }

  private candidates(pos: number, previous: Item | null): Item[] {
    const { limit } = this
    const { anything } = this.options
    const found: Item[] = []
    for (const end of this.organs.scan(this.text, pos, limit)) {
      const raw = end.kind === 'region' || end.kind === 'field'
      if (raw && !anything && (end.kind === 'field' || end.collective)) continue
      if (end.kind === 'region' && end.collective) continue
      found.push(itemOf(pos, end, raw))
    }
    if (previous?.collective) {
      const bare = this.organs.bare(this.text, pos)
      if (bare > 0) found.unshift(this.item(pos, pos + bare, 'place'))
      const generic = this.organs.generic(this.text, pos)
      if (generic > 0) found.push(this.item(pos, pos + generic, 'generic'))
    }
    const outsider = anything ? 0 : this.organs.outsider(this.text, pos)
    if (outsider > 0) {
      const item = this.item(pos, pos + outsider, 'generic')
      item.outsider = true
      found.push(item)
    }
    sortShort(found, (a, b) => b.end - a.end)
    if (!anything) return found
    const whole = found.filter((item) => this.closes(item))
    const raw = this.rawEnd(pos)
    if (raw > pos) {
      const item = this.item(pos, raw, 'organ')
      item.raw = true
      item.known = false
      whole.push(item)
    }
    return whole
  }

  /** Whether a listed name may end here; a bare field only before 、, since 和 may stand inside the name. */
  private closes(item: Item): boolean {
    if (item.end >= this.limit || this.text[item.end] === '、') return true
    return item.kind !== 'field' && this.next(item) !== null
  }

  private item(start: number, end: number, kind: NameEnd['kind']): Item {
    return {
      start,
      end,
      kind,
      known: true,
      joined: false,
      tailFrom: start,
      collective: false,
      open: false,
      nameEnd: end,
      raw: false,
      outsider: false,
    }
  }

  /** Up to the next 、 or comma outside brackets. */
  private rawEnd(pos: number): number {
    let depth = 0
    for (let i = pos; i < this.limit; i++) {
      if (this.text.charCodeAt(i) >= CHINESE) continue
      const sign = this.text[i] as string
      if (OPENER.test(sign)) depth++
      else if (CLOSER.test(sign)) depth--
      else if (depth <= 0 && (sign === '、' || sign === ',')) return i
    }
    return this.limit
  }
}

/** Items to bodies: 各级党委 + 政府 is one; 金融 + 保险部门 are two, each with the tail. */
function distribute(context: FactContext, items: readonly Item[], options: ListOptions): ListedBody[] {
  const { source } = context
  const bodies: ListedBody[] = []
  let certain = true
  const name = (start: number, end: number, tail = ''): void => {
    const text = source.text.slice(start, end).trim()
    if (text !== '') bodies.push({ name: text + tail, start, end, certain })
  }
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Item
    let last = item
    certain = !item.raw
    while (item.collective && isSecond(source.folded, item, items[i + 1])) last = items[++i] as Item
    if (item.joined && !item.collective) {
      const tail = item.kind === 'field' ? (options.tail ?? '') : ''
      for (const part of shared(context, item, tail)) bodies.push(part)
    } else if (isBrand(context, item)) name(item.start, item.end, branchOf(context, items, i) || options.tail)
    else if (item.kind === 'field') name(item.start, item.end, options.tail)
    else if (item.kind === 'region' && !item.collective) {
      const tail = tailOf(source.text, items, i)
      certain = tail !== ''
      name(item.start, item.end, tail)
    } else if (item.open)
      bodies.push({
        name: unopened(source.text.slice(item.start, item.end), item),
        start: item.start,
        end: item.end,
        certain,
      })
    else name(item.start, last.nameEnd)
  }
  return bodies
}

/** 各级党委和 + 政府 · 各市、+ 县 · 各区委、+ 区政府: the determiner stands for both. */
const isSecond = (folded: string, item: Item, next: Item | undefined): boolean =>
  next !== undefined &&
  (next.kind === 'generic' ||
    (item.kind === 'place' &&
      /^[省市县区州旗乡镇村]{1,3}(?:[(〔][省市县区州旗乡镇街道、]{1,8}[)〕])?$/.test(
        folded.slice(next.start, next.end),
      )) ||
    isTwin(folded, item, next))

/** 各区委、区政府 */
function isTwin(folded: string, item: Item, next: Item): boolean {
  const level = /^各([省市县区州镇乡])(?:党?委)$/.exec(folded.slice(item.start, item.end))?.[1]
  return level !== undefined && folded.slice(next.start, next.end).replace('人民', '') === `${level}政府`
}

/** 杨凌示范区、西咸新区管委会: the organ word of the next name that has one; 市、县级政府: its level too. */
function tailOf(text: string, items: readonly Item[], from: number): string {
  const next = items.slice(from + 1).find((item) => item.kind !== 'region')
  const own = items[from]
  if (next?.kind !== 'organ' || !own) return ''
  const name = text.slice(next.start, next.end)
  const tail = /(?:管理委员会|管委会|人民政府|政府|党委|党工委)$/.exec(name)?.[0] ?? ''
  return own.end - own.start === 1 && name.slice(1) === `级${tail}` ? `级${tail}` : tail
}

/** 电信、移动、联通岳阳分公司: the place and 分公司 of the next firm that has them. */
function branchOf({ source, lexicon }: FactContext, items: readonly Item[], from: number): string {
  const brands = lexicon.list('organs.brand')
  const next = items
    .slice(from + 1)
    .find((item) => (brands.at(source.folded, item.start) ?? '').length < item.end - item.start)
  const brand = next && brands.at(source.folded, next.start)
  const tail = brand === undefined || !next ? '' : source.text.slice(next.start + brand.length, next.end)
  return /^[\u4e00-\u9fff]{0,10}公司$/.test(tail) ? tail : ''
}

const isBrand = ({ source, lexicon }: FactContext, { raw, start, end }: Item): boolean =>
  raw && lexicon.list('organs.brand').at(source.folded, start)?.length === end - start

/** What 和 joins under one of these are two (财政和审计部门); 招商和投资促进中心 is one. */
const KINDS = /(?:部门|机关|机构|单位|政府|党委|管委会|委员会|法院|检察院|组织|队伍)$/

/** 财政、审计部门 → 财政部门, 审计部门; 教育和体育局 stays one. */
function shared(context: FactContext, item: Item, given: string): ListedBody[] {
  const { source } = context
  const { folded } = source
  const written =
    item.kind === 'field' ? undefined : uncounted(source.text.slice(item.tailFrom, item.nameEnd))
  const tail = (item.open ? OPEN_TAIL.exec(folded.slice(item.start, item.end))?.[1] : written) ?? given
  const bodyEnd = item.nameEnd - (written?.length ?? 0)
  const parts = joints(context, item.start, bodyEnd)
  const commas = parts.some((part) => part.sign === '、')
  const both = commas || KINDS.test(tail)
  const bodies: ListedBody[] = []
  let start = item.start
  for (const { at, sign } of both ? parts : []) {
    const part = withoutAlias(source.text.slice(start, at))
    bodies.push({ name: part + tail, start, end: at, certain: !item.raw })
    start = at + sign.length
  }
  bodies.push({
    name: uncounted(unopened(source.text.slice(start, item.nameEnd), item)) + (written ? '' : tail),
    start,
    end: item.end,
    certain: !item.raw,
  })
  return bodies
}

/** Where 、 and 和 stand between the parts of a name, not inside one (文化和旅游 · 县(市、区)). */
function joints(context: FactContext, start: number, end: number): { at: number; sign: string }[] {
  const text = context.source.folded
  const field = context.lexicon.list('organs.field')
  const level = context.lexicon.list('organs.level')
  const found: { at: number; sign: string }[] = []
  for (let pos = start; pos < end;) {
    const word = field.at(text, pos) ?? level.at(text, pos)
    const sign = /^(?:、|以及|和|与|及)/.exec(text.slice(pos, pos + 2))?.[0]
    if (word !== undefined) pos += word.length
    else if (sign !== undefined) {
      found.push({ at: pos, sign })
      pos += sign.length
    } else pos++
  }
  return found
}

/** 民政等部门 → 民政部门 */
const unopened = (name: string, item: Item): string => (item.open ? name.replace(OPEN_TAIL, '$1') : name)
const OPEN_TAIL = /等(?:[0-9一二三四五六七八九十]+个?)?(?:有关|相关)?([^等]*?(?:部门|机关))(?:和?单位)?$/
