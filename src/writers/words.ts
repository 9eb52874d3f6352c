import type { Language } from '../diagnostics/message.js'
import type { Assignee, DueBasis, Obligation, Target } from '../generated/registry.js'

type Words<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>

/** Headings of the tables that are handed on, and the few words in them. */
export const HEADINGS = {
  zh: {
    tasks: '任务分解表',
    targets: '指标表',
    bodies: '部门任务表',
    number: '序号',
    document: '文件',
    id: '编号',
    section: '章节',
    text: '任务内容',
    type: '类型',
    target: '目标',
    lead: '牵头单位',
    responsible: '责任单位',
    support: '配合单位',
    due: '完成时限',
    basis: '时限依据',
    place: '原文位置',
    metric: '指标',
    comparator: '要求',
    value: '数值',
    high: '上限',
    unit: '单位',
    quote: '原文',
    body: '部门',
    current: '现部门',
    role: '职责',
    task: '任务序号',
    line: '第 {line} 行第 {column} 字',
    page: '第 {page} 页',
    openEnded: '等',
    from: '始于',
    until: '至',
    footer: '第 &P 页，共 &N 页',
    issuers: '发文机关',
    documentNumber: '文号',
    issuedOn: '成文日期',
    obligations: '任务 {count} 项',
    none: '（没有义务）',
  },
  en: {
    tasks: 'Tasks',
    targets: 'Targets',
    bodies: 'By body',
    number: 'No.',
    document: 'Document',
    id: 'Id',
    section: 'Section',
    text: 'Task',
    type: 'Type',
    target: 'Targets',
    lead: 'Lead',
    responsible: 'Responsible',
    support: 'Support',
    due: 'Due',
    basis: 'Basis',
    place: 'Place',
    metric: 'Metric',
    comparator: 'Asks',
    value: 'Value',
    high: 'High',
    unit: 'Unit',
    quote: 'Quote',
    body: 'Body',
    current: 'Today',
    role: 'Role',
    task: 'Task no.',
    line: 'line {line}, column {column}',
    page: 'page {page}',
    openEnded: ' and others',
    from: 'from',
    until: 'to',
    footer: 'Page &P of &N',
    issuers: 'Issued by',
    documentNumber: 'Number',
    issuedOn: 'Issued on',
    obligations: '{count} obligations',
    none: '(no obligations)',
  },
} as const satisfies Words<string>

export type Heading = keyof (typeof HEADINGS)['zh']

export const TYPES: Words<Obligation['type']> = {
  zh: { action: '行动', outcome: '结果', prohibition: '禁止', encouragement: '鼓励', permission: '许可' },
  en: {
    action: 'action',
    outcome: 'outcome',
    prohibition: 'prohibition',
    encouragement: 'encouragement',
    permission: 'permission',
  },
}

export const ROLES: Words<Assignee['role']> = {
  zh: { lead: '牵头', responsible: '责任', support: '配合' },
  en: { lead: 'lead', responsible: 'responsible', support: 'support' },
}

/** What a date rests on; a date of the same sentence needs no word. */
export const BASES: Words<DueBasis> = {
  zh: {
    stated: '本句',
    paragraph: '承前句',
    assignment: '分工完成时限',
    section: '章节标题',
    'lead-in': '总领句',
    document: '标题年份',
  },
  en: {
    stated: 'stated',
    paragraph: 'paragraph',
    assignment: 'assignment',
    section: 'section',
    'lead-in': 'lead-in',
    document: 'title',
  },
}

export const COMPARATORS: Words<Target['comparator']> = {
  zh: {
    '>=': '≥',
    '>': '＞',
    '<=': '≤',
    '<': '＜',
    '=': '＝',
    '~': '约',
    range: '介于',
    increase: '提高',
    decrease: '下降',
  },
  en: {
    '>=': '≥',
    '>': '>',
    '<=': '≤',
    '<': '<',
    '=': '=',
    '~': 'about',
    range: 'between',
    increase: 'increase',
    decrease: 'decrease',
  },
}
