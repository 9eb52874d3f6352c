import type { Lexicon } from '../grammar/index.js'
import type { Role } from '../tree/nodes.js'

/** What stands in a column. */
export interface Column {
  readonly kind: 'task' | 'metric' | 'measure' | 'goal' | 'body' | 'time' | 'other'
  readonly role?: Role
  /** Of a goal: the year in its head, and whether it says that it is a goal. */
  readonly year?: number | null
  readonly stated?: boolean
}

const OTHER: Column = { kind: 'other' }
const ROLES = { labellead: 'lead', labelsupport: 'support', labelresponsible: 'responsible' } as const
const YEAR = /((?:19|20)\d\d)年?/g
/** 到“十四五”末: the fourteenth plan ends in 2025. */
const PLAN = /十([一二三四五六七])五/

/** What the head of a column says: 牵头单位 · 完成时限 · 指标名称 · 2025年目标值（%） */
export function columnOf(label: string, lexicon: Lexicon): Column {
  const text = label.replace(/\s+/g, '').replace(/["“”'‘’:]/g, '')
  const bare = text.replace(/\([^()]*\)/g, '')
  if (bare === '' || bare.length > 30) return OTHER
  const is = (list: string): boolean => lexicon.list(list).has(bare) || lexicon.list(list).has(text)
  const figure = figureColumn(bare, lexicon)
  if (figure) return figure
  if (is('tables.metric') || bare.endsWith('指标')) return { kind: 'metric' }
  if (is('tables.measure')) return { kind: 'measure' }
  const role = roleOf(text, lexicon)
  if (role) return role
  if (is('tables.task') || /(?:任务|举措|措施)$/.test(bare)) return { kind: 'task' }
  return OTHER
}

/** 2025年 · 2025年目标值 · 目标值 · “十四五”目标; what was there before (2020年现状) is no goal. */
function figureColumn(bare: string, lexicon: Lexicon): Column | null {
  const years = [...bare.matchAll(YEAR)].map((match) => Number(match[1]))
  const plan = PLAN.exec(bare)?.[1]
  const rest = bare
    .replace(YEAR, '')
    .replace(/十[一二三四五六七]五/, '')
    .replace(/^[到至]|[末底]|期间|时期|规划/g, '')
  if (lexicon.list('tables.base').has(rest)) return OTHER
  const stated = lexicon.list('tables.goal').has(rest)
  const year = years.at(-1) ?? (plan ? 1955 + 5 * (10 + '一二三四五六七'.indexOf(plan) + 1) : null)
  if (stated) return { kind: 'goal', year, stated }
  return years.length === 1 && rest === '' ? { kind: 'goal', year, stated } : null
}

/** 责任单位 · 牵头单位(责任单位) · 责任单位及配合单位 · 完成时限 */
function roleOf(text: string, lexicon: Lexicon): Column | null {
  const at = lexicon.list('roles.scope').at(text, 0)?.length ?? 0
  return labelAt(text, 0, lexicon) ?? (at > 0 ? labelAt(text, at, lexicon) : null)
}

function labelAt(text: string, at: number, lexicon: Lexicon): Column | null {
  let best: Column | null = null
  let length = 0
  for (const list of ['labellead', 'labelsupport', 'labelresponsible', 'labeltime'] as const) {
    const word = lexicon.list(`roles.${list}`).at(text, at)
    if (word === undefined || word.length <= length) continue
    length = word.length
    best = list === 'labeltime' ? { kind: 'time' } : { kind: 'body', role: ROLES[list] }
  }
  return /^(?:$|[(/、和及与或])/.test(text.slice(at + length)) ? best : null
}
