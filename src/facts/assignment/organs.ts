import type { Lexicon } from '../../grammar/index.js'
import { sortShort } from '../../source/sort-short.js'
import { brackets } from '../../units/brackets.js'
import {
  AUTHORITY,
  DEPARTMENT,
  COMPETENT,
  PLACES,
  LEVELS,
  NOTE,
  GRADE,
  JOINT,
  ZONE,
  BRANCH,
  DEPARTMENT_OF,
  NAMED,
  FIELD_TAIL,
  isCentre,
  SEATED,
  TASKED,
  FIELDS,
  OPERATOR,
  isOffice,
  gradeJoint,
  levelsTogether,
  kindOfPlace,
} from './name-forms.js'
import { CHOSEN, whichLength } from './which.js'
import { type NameEnd, placeEnd } from './name-end.js'
import { KIND, NameWords, NO_TOKEN, type NameList } from './name-words.js'

const MAX = 60

interface State {
  pos: number
  last: 'start' | 'qualifier' | 'region' | 'field' | 'unknown' | 'organ'
  unknownFrom: number
  known: boolean
  joined: boolean
  tailFrom: number
  /** Whether it is places that 、 joins: 市、区 + 城市管理部门 */
  regions: boolean
  /** Whether an organ word stood since the last joint. */
  ended: boolean
  collective: boolean
  open: boolean
  verb: boolean
}

/** Reads names of public bodies at an offset, by the words of `organs.yaml`. */
export class Organs {
  private readonly words: NameWords

  constructor(lexicon: Lexicon) {
    this.words = new NameWords(lexicon)
  }

  /** Whether no name can begin here: a verb stands here that is no field of government. */
  isVerb(text: string, pos: number): boolean {
    const { words } = this
    return (
      words.verbAt(text, pos) > 1 &&
      whichLength(text, pos) === 0 &&
      words.token(text, pos) === NO_TOKEN &&
      words.at('place', text, pos) === 0 &&
      words.at('relative', text, pos) === 0
    )
  }

  private at(list: NameList, text: string, pos: number): number {
    return this.words.at(list, text, pos)
  }

  /** Every place where a name that starts at `start` may end, shortest first. */
  scan(text: string, start: number, limit: number): NameEnd[] {
    const ends: NameEnd[] = []
    const stop = Math.min(limit, start + MAX)
    const state: State = {
      pos: start,
      last: 'start',
      unknownFrom: start,
      known: true,
      joined: false,
      regions: false,
      tailFrom: start,
      ended: false,
      collective: false,
      open: false,
      verb: false,
    }
    const place = this.place(text, start)
    if (place > 0 && start + place <= stop) {
      ends.push(placeEnd(text, start, start + place))
      const bracket = LEVELS.exec(text.slice(start + place, start + place + 14))?.[0].length ?? 0
      if (bracket > 0) ends.push(placeEnd(text, start, start + place + bracket))
    }
    this.which(text, stop, state)
    while (state.pos < stop && this.step(text, stop, state, ends));
    return sortShort(ends, (a, b) => a.end - b.end)
  }

  /** 负有监督管理职责的 + 部门 · 排名第一的 + 牵头单位 */
  private which(text: string, stop: number, state: State): void {
    const end = state.pos + whichLength(text, state.pos)
    if (end === state.pos || end >= stop) return
    const unit = this.at('unit', text, end)
    if (unit > 0 && !TASKED.test(text.slice(end, end + unit))) return
    state.pos = end
    state.last = 'qualifier'
  }

  /** 各地 · 各区县 · 有条件的地方 */
  private place(text: string, pos: number): number {
    const place = this.at('place', text, pos)
    if (place === 0) {
      const whole = this.at('level', text, pos)
      if (whole > 1 && text[pos + whole] === '各') {
        const own = this.at('place', text, pos + whole)
        return own > 0 ? whole + own : 0
      }
    }
    if (place > 0) return place
    const kind = kindOfPlace(text, pos)
    const relative = kind > 0 ? 0 : this.at('relative', text, pos)
    if (relative === 0) return kind || levelsTogether(text, pos)
    const at = pos + relative
    const where = Math.max(this.at('place', text, at), this.at('level', text, at), this.at('unit', text, at))
    return where > 0 && !text.startsWith('城市', at) ? relative + where : 0
  }

  private step(text: string, stop: number, state: State, ends: NameEnd[]): boolean {
    const { pos, last } = state
    const { word, kinds } = this.words.token(text, pos)
    const best = word.length
    if (best === 0 || pos + best > stop || (word === '驻' && SEATED.test(text.slice(pos, pos + 6))))
      return this.other(text, stop, state, ends)
    const end = pos + best
    const fresh = last === 'start' || last === 'qualifier' || last === 'region' || last === 'organ'
    if (kinds & (KIND.full | KIND.suffix)) {
      return this.organ(text, end, best, (kinds & KIND.full) !== 0, state, ends)
    }
    const own = isOffice(text, pos, word, state.collective)
    const office = last !== 'field' || (word === '机构' && AUTHORITY.test(text.slice(pos - 2, pos))) || own
    if (kinds & KIND.unit && (last !== 'start' || best > 3) && office && (last !== 'unknown' || own)) {
      return this.close(state, end, ends, last === 'start' && !NAMED.test(word) ? 'generic' : 'organ')
    }
    if (kinds & KIND.determiner) {
      // 市、区两级财政部门
      const together = state.joined && state.regions && /^[两三]级$/.test(word)
      if (
        !fresh ||
        (state.joined && !together && last !== 'organ') ||
        (last === 'organ' && PLACES.test(text.slice(pos - 2, pos + 1)))
      )
        return false
      state.pos = end
      state.collective = true
      state.last = 'qualifier'
      return true
    }
    if (!state.ended && kinds & (state.regions ? KIND.level : KIND.level | KIND.field)) state.tailFrom = end
    if (kinds & KIND.level) return this.level(text, end, state, ends)
    if (kinds & KIND.field) {
      if (last !== 'unknown') state.last = 'field'
      state.pos = end
      if (state.last === 'field') ends.push(this.ending(state, end, 'field'))
      return true
    }
    return this.other(text, stop, state, ends)
  }

  /** 部门 局 人民政府 …: a place where the name may end. */
  private organ(
    text: string,
    end: number,
    length: number,
    full: boolean,
    state: State,
    ends: NameEnd[],
  ): boolean {
    const { last } = state
    const single = length === 1
    const word = text.slice(end - length, end)
    if (single && (last === 'start' || last === 'organ')) return false
    if (last !== 'field' && (this.words.lists.never.endingAt(text, end)?.length ?? 0) > length) return false
    if (state.verb && !this.words.lists.task.has(word) && !this.isFunction(text, end - length, word, state))
      return false
    if (state.joined && state.collective && ZONE.test(word)) return false
    state.ended = true
    if (last === 'unknown' && !state.verb && (state.collective ? DEPARTMENT : COMPETENT).test(word))
      state.known = true
    const generic = last === 'start' && !full && !NAMED.test(word)
    state.pos = end
    state.last = 'organ'
    ends.push(this.ending(state, end, generic ? 'generic' : 'organ'))
    return true
  }

  /** 数据使用部门 · 许可实施机关: what the office does stands before the word for it. */
  private isFunction(text: string, at: number, word: string, state: State): boolean {
    if (!/^(?:牵头|责任|主管)?(?:部门|机关)$/.test(word) || at - state.unknownFrom > 6) return false
    const verb = this.words.verbs.endingAt(text, at)
    return verb?.length === 2 && !this.words.lists.causative.has(verb)
  }

  /** 市 · 省级 · 开发区, alone or as the end of a place name (泰安市). */
  private level(text: string, end: number, state: State, ends: NameEnd[]): boolean {
    const { last, pos } = state
    if (text.startsWith('所在地', end - 3)) {
      state.pos = end
      state.last = 'qualifier'
      return true
    }
    const isRegion = this.isRegion(text, end)
    if (last === 'field' && !(isRegion && text[end - 1] === '区' && end - pos > 1)) return false
    if (last === 'unknown') {
      const named = isRegion && pos - state.unknownFrom <= 6 && !state.verb
      if (named) state.last = 'region'
      state.pos = end
      if (named) {
        state.known = true
        ends.push(this.ending(state, end, 'region'))
      }
      return true
    }
    state.pos = end
    state.last = isRegion ? 'region' : 'qualifier'
    if (isRegion) ends.push(this.ending(state, end, 'region'))
    return true
  }

  /** An organ word by itself (部门 · 政府), as the second part of a pair: 有关部门和单位 */
  generic(text: string, pos: number): number {
    return Math.max(this.at('suffix', text, pos), this.at('unit', text, pos))
  }

  /** A zone that follows a collective place in a list: 各区县、示范区 */
  bare(text: string, pos: number): number {
    return this.at('bareplace', text, pos)
  }

  /** A firm, school or association in a list: never a body in prose. */
  outsider(text: string, pos: number): number {
    const known = this.at('other', text, pos)
    return known > 0 ? known : (OPERATOR.exec(text.slice(pos, pos + 16))?.[0].length ?? 0)
  }

  etc(text: string, pos: number): number {
    return this.at('etc', text, pos)
  }

  /** Signs inside a name, and characters that no list knows. */
  private other(text: string, stop: number, state: State, ends: NameEnd[]): boolean {
    const { pos, last } = state
    const code = text.charCodeAt(pos)
    if (last === 'unknown' && this.words.isOfName(code)) return this.unknownSign(text, code, state)
    const sign = text[pos] as string
    if ((sign === '(' || sign === '〔') && last === 'region') {
      const levels = LEVELS.exec(text.slice(pos, Math.min(stop, pos + 14)))?.[0].length ?? 0
      state.pos = pos + levels
      if (!state.ended) state.tailFrom = state.pos
      return levels > 0
    }
    const graded = last === 'qualifier' ? gradeJoint(text, pos) : 0
    if (graded > 0 && graded < stop) return this.join(text, graded, state)
    if (sign === '(' && last === 'field') return this.secondField(text, stop, state)
    if (sign === '(') return last === 'organ' && this.bracket(text, stop, state, ends)
    if (last === 'field' || last === 'region') {
      JOINT.lastIndex = pos
      const joint = JOINT.exec(text)
      // 各镇(街道)和区安委会: 和 parts what one 各 does not hold together
      if (joint && last === 'region' && state.collective && joint[0] !== '、') return false
      if (joint) return this.join(text, pos + joint[0].length, state)
      const tail =
        last === 'field' && sign === '等'
          ? FIELD_TAIL.exec(text.slice(pos, Math.min(stop, pos + 12)))?.[0].length
          : 0
      if (tail) {
        state.open = true
        return this.close(state, pos + tail, ends)
      }
    }
    // 各级 + 负有监督管理职责的部门
    if (last === 'organ' || (last === 'qualifier' && text.startsWith('负有', pos)))
      return this.behind(text, stop, state, ends)
    if (sign === '中' && last === 'field' && isCentre(text, pos)) return this.close(state, pos + 2, ends)
    if ((sign === '驻' || sign === '在') && (last === 'start' || last === 'qualifier'))
      return this.seat(text, state)
    if (sign === '“') {
      const close = pos + text.slice(pos, stop).indexOf('”')
      if (close < pos) return false
      this.unknown(state, pos)
      state.pos = close + 1
      return true
    }
    return this.unknownSign(text, code, state)
  }

  /** 中央 + 驻甘 + 单位 */
  private seat(text: string, state: State): boolean {
    const seat = SEATED.exec(text.slice(state.pos, state.pos + 6))?.[0].length ?? 0
    state.pos += seat
    state.last = 'qualifier'
    return seat > 0
  }

  /** 交通运输 + (港口) + 主管部门 */
  private secondField(text: string, stop: number, state: State): boolean {
    const field = FIELDS.exec(text.slice(state.pos, Math.min(stop, state.pos + 14)))?.[0].length ?? 0
    state.pos += field
    return field > 0 && this.at('suffix', text, state.pos) > 0
  }

  /** A character that no list knows, or a verb as a part of a name. */
  private unknownSign(text: string, code: number, state: State): boolean {
    const { pos } = state
    if (!this.words.isOfName(code)) return false
    const verb = this.words.verbAt(text, pos)
    if (verb > 1) {
      if (state.last === 'start') return false
      state.verb = true
    }
    this.unknown(state, pos)
    state.pos = pos + Math.max(1, verb)
    return true
  }

  /** What follows a complete name and makes another of it: 省级人民政府 + 确定的部门 · 国家统计局 + 某某调查队 */
  private behind(text: string, stop: number, state: State, ends: NameEnd[]): boolean {
    const { pos } = state
    const rest = text.slice(pos, Math.min(stop, pos + 28))
    const chosen = CHOSEN.exec(rest)?.[0].length ?? 0
    const below = text[pos - 1] === '府' ? DEPARTMENT_OF.exec(rest) : null
    const branch = (BRANCH.exec(rest) ?? below)?.[0].length ?? 0
    if (chosen === 0 && (branch === 0 || this.words.verbAt(text, pos) > 1)) return false
    return this.close(state, pos + (chosen || branch), ends)
  }

  /** The name may end at an offset. */
  private close(state: State, end: number, ends: NameEnd[], kind: NameEnd['kind'] = 'organ'): true {
    state.pos = end
    state.last = 'organ'
    ends.push(this.ending(state, end, kind))
    return true
  }

  private isRegion(text: string, end: number): boolean {
    return text[end - 1] === ')' || this.words.lists.region.endingAt(text, end) !== undefined
  }

  private unknown(state: State, pos: number): void {
    if (state.last !== 'unknown') state.unknownFrom = pos
    state.last = 'unknown'
    state.known = false
  }

  /** 财政、审计部门 · 市、县人民政府: a further part of the same kind follows. */
  private join(text: string, next: number, state: State): boolean {
    const field = this.at('field', text, next)
    const level = this.at('level', text, next)
    const region = level >= field && this.isRegion(text, next + level)
    const graded = state.last === 'qualifier' && GRADE.test(text.slice(next, next + level))
    const same = state.last === 'field' ? field > 0 : level > 0 && (region || graded)
    if (!same || this.at('determiner', text, next) >= Math.max(field, level)) return false
    const full = Math.max(this.at('full', text, next), this.at('suffix', text, next))
    if (full > Math.max(field, level)) return false
    state.joined = true
    state.regions ||= state.last !== 'field'
    state.pos = next
    return true
  }

  /** 市科技局(知识产权局): a bracket that belongs to the name. */
  private bracket(text: string, stop: number, state: State, ends: NameEnd[]): boolean {
    const pair = brackets(text, { start: state.pos, end: stop }).pairs[0]
    if (!pair || pair.start !== state.pos) return false
    const note = NOTE.test(text.slice(pair.start, pair.start + 4))
    const name = this.ending(state, pair.end, 'organ')
    if (note) name.nameEnd = pair.start
    ends.push(name)
    state.pos = pair.end
    return true
  }

  private ending(state: State, end: number, kind: NameEnd['kind']): NameEnd {
    const { known, joined, tailFrom, collective, open } = state
    return { end, kind, known, joined, tailFrom, collective, open, nameEnd: end }
  }
}

const cache = new WeakMap<Lexicon, Organs>()

/** The reader of names for a lexicon, made once. */
export function organsOf(lexicon: Lexicon): Organs {
  let organs = cache.get(lexicon)
  if (!organs) cache.set(lexicon, (organs = new Organs(lexicon)))
  return organs
}
