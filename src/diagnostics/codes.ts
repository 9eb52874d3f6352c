import type { Severity } from './diagnostic.js'

interface Code {
  readonly severity: Severity
  /** Message templates; `{name}` is filled from the diagnostic's `values`. */
  readonly en: string
  readonly zh: string
}

/** The closed list of diagnostic codes. Each has a paragraph in docs/diagnostics.md. */
export const CODES = {
  'unread-cue': {
    severity: 'warning',
    en: 'No rule could read “{cue}” here, so a fact may be missing.',
    zh: '此处的“{cue}”没有规则能够识别，可能遗漏事实。',
  },
  'duplicate-id': {
    severity: 'warning',
    en: 'Section number {id} stands here a second time.',
    zh: '章节编号 {id} 在此重复出现。',
  },
  'numbering-gap': {
    severity: 'warning',
    en: 'Numbering jumps from {previous} to {number}.',
    zh: '编号从 {previous} 跳到 {number}。',
  },
  'date-without-day': {
    severity: 'info',
    en: '“{text}” names no day; the end of that period is taken.',
    zh: '“{text}”没有写明日期，取该时段的最后一天。',
  },
  'date-without-reference': {
    severity: 'warning',
    en: '“{text}” counts from the date of issue, which is not known; give --date.',
    zh: '“{text}”须从成文日期起算，而成文日期不明；请用 --date 指定。',
  },
  'date-impossible': {
    severity: 'warning',
    en: '“{text}” is no date of the calendar.',
    zh: '“{text}”不是有效日期。',
  },
  'quantity-out-of-scale': {
    severity: 'warning',
    en: '{value} is far out of scale beside {neighbour} of the same thing.',
    zh: '{value} 与同一事物的 {neighbour} 相差悬殊。',
  },
  'uncertain-assignment': {
    severity: 'info',
    en: '“{name}” may be the body responsible here, but nothing makes it certain.',
    zh: '“{name}”可能是此处的责任主体，但依据不足。',
  },
  'unbalanced-bracket': {
    severity: 'info',
    en: 'The bracket “{bracket}” has no partner.',
    zh: '括号“{bracket}”不成对。',
  },
} as const satisfies Record<string, Code>

export type DiagnosticCode = keyof typeof CODES
