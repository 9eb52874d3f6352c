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
  'date-of-event': {
    severity: 'info',
    en: '“{text}” counts from an event on no stated day, so the deadline has no date.',
    zh: '“{text}”以某一时节为界，没有写明日期，期限不含具体日期。',
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
    en: 'The folder “{path}” holds no .txt, .md, .html or .docx file.',
    zh: '文件夹“{path}”中没有 .txt、.md、.html 或 .docx 文件。',
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
  'file-changing': {
    severity: 'error',
    en: 'The file was being written while it was read.',
    zh: '读取时文件正在被写入。',
    hint: { en: 'Compile it again when it is complete.', zh: '请待文件写完后重新编译。' },
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
  'file-undecodable': {
    severity: 'error',
    en: 'The bytes are not {encoding}: byte {byte} ({value}, line {line}) cannot be read.',
    zh: '文件不是有效的 {encoding}：第 {byte} 字节（{value}，第 {line} 行）无法解码。',
    hint: {
      en: 'Give the encoding with --encoding if it is another, or save the file as UTF-8 and try again.',
      zh: '若为其他编码请用 --encoding 指定，或另存为 UTF-8 后重试。',
    },
  },
  'file-too-nested': {
    severity: 'error',
    en: 'Elements of the file lie more than {limit} deep in one another.',
    zh: '文件中的元素嵌套超过 {limit} 层。',
    hint: { en: 'Save its text and try again.', zh: '请将其正文另存为文本后重试。' },
  },
  'table-too-large': {
    severity: 'warning',
    en: 'A table has more than {limit} cells and was read as plain lines.',
    zh: '表格超过 {limit} 个单元格，已按普通文本读取。',
  },
  'format-mismatch': {
    severity: 'warning',
    en: 'By its name the file is {named}, but it holds {found}; it was read as that.',
    zh: '文件名表明其为 {named}，实际内容为 {found}，已按后者读取。',
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
    hint: { en: 'Save it as .docx, or as .txt in UTF-8.', zh: '请另存为 .docx，或 UTF-8 编码的 .txt。' },
  },
  'format-convertible': {
    severity: 'error',
    en: 'Files of the kind {kind} cannot be read, but converted.',
    zh: '无法直接读取 {kind} 文件，但可以转换。',
    hint: {
      en: 'Open it in Word or WPS and save it as .docx, or run: soffice --headless --convert-to docx FILE',
      zh: '请用 Word 或 WPS 打开并另存为 .docx，或运行：soffice --headless --convert-to docx 文件',
    },
  },
  'text-left-out': {
    severity: 'info',
    en: 'Left out of the text: {count} text boxes, notes or embedded files.',
    zh: '未读入正文的文本框、脚注、嵌入文件：{count} 处。',
  },
  'file-encrypted': {
    severity: 'error',
    en: 'The file is protected by a password.',
    zh: '文件有密码保护。',
    hint: { en: 'Open it, take the password off, and save it.', zh: '请打开文件，取消密码后保存。' },
  },
  'file-damaged': {
    severity: 'error',
    en: 'The file is damaged: its part {part} cannot be read.',
    zh: '文件已损坏：其中的 {part} 无法读取。',
    hint: {
      en: 'Fetch it again, or open it in the program that made it and save it anew.',
      zh: '请重新获取，或用原来的软件打开后另存。',
    },
  },
  'part-too-large': {
    severity: 'error',
    en: 'The part {part} of the file holds more than {limit}.',
    zh: '文件中的 {part} 超过 {limit}。',
    hint: {
      en: 'No policy text is so large: make sure that the file is what it should be.',
      zh: '政策文件不会如此之大：请确认文件来源。',
    },
  },
  'file-scanned': {
    severity: 'error',
    en: 'The pages of the file are pictures: it holds no text.',
    zh: '文件各页均为图像，没有文字。',
    hint: {
      en: 'Run character recognition (OCR) over it, for example: ocrmypdf -l chi_sim IN.pdf OUT.pdf',
      zh: '请先进行文字识别（OCR），例如：ocrmypdf -l chi_sim 输入.pdf 输出.pdf',
    },
  },
  'pages-without-text': {
    severity: 'warning',
    en: 'Nothing could be read on page {pages}: only pictures are there.',
    zh: '第 {pages} 页只有图像，未能读取。',
    hint: {
      en: 'Run character recognition (OCR) over the file if these pages have text.',
      zh: '若这些页上有文字，请先对文件进行文字识别（OCR）。',
    },
  },
  'file-too-many-pages': {
    severity: 'error',
    en: 'The file has more than {limit} pages.',
    zh: '文件超过 {limit} 页。',
    hint: { en: 'Split it into its documents.', zh: '请按文件拆分。' },
  },
  'file-too-slow': {
    severity: 'error',
    en: 'Reading the file took too long and was given up.',
    zh: '读取文件耗时过长，已放弃。',
    hint: {
      en: 'It may be damaged: open it in a viewer and print it to a new PDF, or save its text.',
      zh: '文件可能已损坏：请用阅读器打开后另行打印为 PDF，或另存为文本。',
    },
  },
  'duplicate-document': {
    severity: 'warning',
    en: 'Another document is called “{id}” too; this one is “{newId}”.',
    zh: '另有同名文档“{id}”，本文档改称“{newId}”。',
  },
  'line-unreadable': {
    severity: 'error',
    en: 'Line {line} is no document: {reason}.',
    zh: '第 {line} 行不是文档：{reason}。',
    hint: {
      en: 'Each line has to be JSON like {"id": "plan", "text": "…"}.',
      zh: '每行须为 JSON，形如 {"id": "plan", "text": "…"}。',
    },
  },
  'worker-crashed': {
    severity: 'error',
    en: 'The document was given up after its worker died twice: {reason}',
    zh: '处理该文档的线程两次中止，已放弃：{reason}',
    hint: {
      en: 'Compile it alone with more memory: NODE_OPTIONS=--max-old-space-size=8192.',
      zh: '请增加内存后单独编译：NODE_OPTIONS=--max-old-space-size=8192。',
    },
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
