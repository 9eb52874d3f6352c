import { fill, type Language } from '../diagnostics/message.js'

/** A fault of a registry: where it is (documents[0].obligations[2].span) and one sentence about it. */
export interface Problem {
  readonly path: string
  readonly message: string
}

/** What `validate` gives. */
export interface Validation {
  readonly valid: boolean
  readonly problems: readonly Problem[]
}

const PROBLEMS = {
  type: { en: 'must be {expected}', zh: '类型应为 {expected}' },
  missing: { en: 'lacks “{name}”', zh: '缺少“{name}”' },
  extra: { en: 'has “{name}”, which the schema does not know', zh: '含有模式中没有的“{name}”' },
  enum: { en: 'must be one of {allowed}', zh: '只能是 {allowed} 之一' },
  const: { en: 'must be {expected}', zh: '必须是 {expected}' },
  pattern: { en: 'does not have the form {pattern}', zh: '不符合格式 {pattern}' },
  format: { en: 'is no valid {format}', zh: '不是有效的 {format}' },
  bound: { en: 'must be {limit}', zh: '必须 {limit}' },
  items: { en: 'must have {limit} items or characters', zh: '长度必须 {limit}' },
  unique: { en: 'holds the same item twice', zh: '有重复项' },
  schema: { en: 'does not fit the schema ({keyword})', zh: '不符合模式（{keyword}）' },
  duplicate: { en: 'the id “{id}” stands at {other} already', zh: 'id “{id}”已用于 {other}' },
  unresolved: { en: 'there is no {kind} “{id}” in this document', zh: '本文档中没有 {kind} “{id}”' },
  uncovered: {
    en: 'assignment “{id}” does not list this obligation among those that it covers',
    zh: '任务分工“{id}”的 covers 中没有这项义务',
  },
  reversed: { en: 'ends before it starts', zh: '结束位置早于开始位置' },
  outside: { en: 'reaches beyond {outer}', zh: '超出 {outer} 的范围' },
  length: {
    en: 'the text has {actual} characters, the span {expected}',
    zh: '文字长度为 {actual}，区间长度为 {expected}',
  },
  basis: { en: 'a date and its basis must stand together', zh: '日期与其依据必须同时存在' },
  kind: { en: 'a deadline of the kind {kind} needs {name}', zh: '{kind} 类时限须有 {name}' },
  order: { en: 'the first day comes after the last', zh: '起始日期晚于截止日期' },
  count: { en: '{name} is {actual}, but there are {expected}', zh: '{name} 为 {actual}，实际为 {expected}' },
  'source-missing': { en: 'the source “{file}” was not found', zh: '找不到原文“{file}”' },
  'source-changed': {
    en: 'the file has changed since: its sha256 is {actual}',
    zh: '原文已改动：sha256 现为 {actual}',
  },
  'source-undecodable': { en: 'the source can no longer be read as text', zh: '原文已无法按文本读取' },
  'source-length': { en: 'the source has {actual} characters', zh: '原文长度为 {actual}' },
  quote: { en: 'the source has “{actual}” here', zh: '原文此处为“{actual}”' },
  place: {
    en: 'this offset is line {line}, column {column} of the source',
    zh: '该位置实为原文第 {line} 行第 {column} 列',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>

export type ProblemCode = keyof typeof PROBLEMS

/** Problems of one registry that are kept; of more, nobody reads the rest. */
export const MOST_PROBLEMS = 1000

/** Collects problems in one language, the first `MOST_PROBLEMS`. */
export class Problems {
  readonly list: Problem[] = []

  constructor(private readonly language: Language) {}

  add(path: string, code: ProblemCode, values: Readonly<Record<string, string | number>> = {}): void {
    if (this.list.length < MOST_PROBLEMS)
      this.list.push({
        path: path === '' ? '(registry)' : path,
        message: fill(PROBLEMS[code][this.language], values),
      })
  }
}
