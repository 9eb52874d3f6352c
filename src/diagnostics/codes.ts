import type { Severity } from './diagnostic.js'

interface Code {
  readonly severity: Severity
  /** Message templates; `{name}` is filled from the diagnostic's `values`. */
  readonly en: string
  readonly zh: string
  /** What to do next. */
  readonly hint?: { readonly en: string; readonly zh: string }
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
  'file-missing': {
    severity: 'error',
    en: 'There is no file “{path}”.',
    zh: '找不到文件“{path}”。',
    hint: { en: 'Check the spelling of the path.', zh: '请检查路径是否正确。' },
  },
  'file-unreadable': {
    severity: 'error',
    en: 'The file “{path}” cannot be opened ({reason}).',
    zh: '无法打开文件“{path}”（{reason}）。',
    hint: { en: 'Check that you may read it.', zh: '请检查是否有读取权限。' },
  },
  'no-texts-in-folder': {
    severity: 'error',
    en: 'The folder “{path}” holds no .txt or .md file.',
    zh: '文件夹“{path}”中没有 .txt 或 .md 文件。',
    hint: {
      en: 'Give the files themselves if they have other names.',
      zh: '若文件名另有后缀，请直接指定文件。',
    },
  },
  'no-file-matches': {
    severity: 'error',
    en: 'No file matches “{path}”.',
    zh: '没有文件与“{path}”匹配。',
    hint: { en: 'Check the pattern, and put it in quotes.', zh: '请检查通配符，并加上引号。' },
  },
  'file-empty': {
    severity: 'error',
    en: 'The file holds no text.',
    zh: '文件中没有文字。',
  },
  'file-binary': {
    severity: 'error',
    en: 'This is a binary file ({kind}), not a text.',
    zh: '这是二进制文件（{kind}），不是文本。',
    hint: { en: 'Save it as plain text in UTF-8 and try again.', zh: '请另存为 UTF-8 纯文本后重试。' },
  },
  'file-not-utf8': {
    severity: 'error',
    en: 'The bytes are not UTF-8: line {line} holds a wrong one.',
    zh: '文件不是有效的 UTF-8：第 {line} 行有无效字节。',
    hint: { en: 'Save it as plain text in UTF-8 and try again.', zh: '请另存为 UTF-8 纯文本后重试。' },
  },
  'file-other-encoding': {
    severity: 'error',
    en: 'The file is not UTF-8; it looks like {guess}.',
    zh: '文件不是 UTF-8 编码，可能是 {guess}。',
    hint: {
      en: 'Convert it: iconv -f GB18030 -t UTF-8 old.txt > new.txt (or -f UTF-16)',
      zh: '请先转换编码：iconv -f GB18030 -t UTF-8 old.txt > new.txt（或 -f UTF-16）',
    },
  },
  'file-too-large': {
    severity: 'error',
    en: 'The file is larger than {limit} MB.',
    zh: '文件超过 {limit} MB。',
    hint: { en: 'Split it into its documents.', zh: '请按文件拆分。' },
  },
  'format-unsupported': {
    severity: 'error',
    en: 'Files of the kind {kind} cannot be read.',
    zh: '不支持读取 {kind} 文件。',
    hint: { en: 'Save it as .txt or .md in UTF-8.', zh: '请另存为 UTF-8 编码的 .txt 或 .md。' },
  },
  'duplicate-document': {
    severity: 'warning',
    en: 'Another document is called “{id}” too; this one is “{newId}”.',
    zh: '另有同名文档“{id}”，本文档改称“{newId}”。',
  },
  'internal-error': {
    severity: 'error',
    en: 'The document could not be compiled: {reason}',
    zh: '文档编译失败：{reason}',
    hint: {
      en: 'This is a fault in qparse: please report it with the text.',
      zh: '这是 qparse 的错误，请附原文报告。',
    },
  },
} as const satisfies Record<string, Code>

export type DiagnosticCode = keyof typeof CODES
