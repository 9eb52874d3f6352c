import type { Language } from '../diagnostics/message.js'
import type { Role } from '../generated/registry.js'
import type { Kind } from './kinds.js'
import type { SectionKind } from './types.js'

type Words = Readonly<Record<Language, string>>

const word = (en: string, zh: string): Words => ({ en, zh })

const KIND: Readonly<Record<Kind | Exclude<SectionKind, Kind>, Words>> = {
  added: word('added', '新增'),
  removed: word('removed', '删除'),
  unchanged: word('unchanged', '未变'),
  split: word('split', '拆分'),
  merged: word('merged', '合并'),
  moved: word('moved', '移动'),
  renumbered: word('renumbered', '编号变更'),
  retitled: word('retitled', '标题变更'),
  reworded: word('reworded', '改写'),
  'type-changed': word('type changed', '类型变更'),
  strengthened: word('strengthened', '约束加强'),
  weakened: word('weakened', '约束减弱'),
  'target-tightened': word('target tightened', '指标收紧'),
  'target-relaxed': word('target relaxed', '指标放宽'),
  'target-added': word('target added', '新增指标'),
  'target-removed': word('target removed', '取消指标'),
  'deadline-earlier': word('deadline earlier', '时限提前'),
  'deadline-later': word('deadline later', '时限推后'),
  'deadline-added': word('deadline added', '新增时限'),
  'deadline-removed': word('deadline removed', '取消时限'),
  'assignee-added': word('assignee added', '新增责任单位'),
  'assignee-removed': word('assignee removed', '减少责任单位'),
  'role-changed': word('role changed', '职责变更'),
}

const ROLE: Readonly<Record<Role, Words>> = {
  lead: word('lead', '牵头'),
  responsible: word('responsible', '负责'),
  support: word('support', '配合'),
}

const OTHER = {
  title: word('Changes', '变更对照'),
  kind: word('kind', '类别'),
  count: word('count', '数量'),
  changes: word('Changes', '变更'),
  sections: word('Sections', '章节变更'),
  due: word('due', '期限'),
  target: word('target', '指标'),
  parts: word('also', '另有'),
} as const

export const kindName = (kind: keyof typeof KIND, language: Language): string => KIND[kind][language]

export const roleName = (role: Role, language: Language): string => ROLE[role][language]

export const say = (name: keyof typeof OTHER, language: Language): string => OTHER[name][language]
