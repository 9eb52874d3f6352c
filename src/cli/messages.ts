import { type Language, sentence } from '../diagnostics/message.js'
import { printable } from '../diagnostics/width.js'
import { HAND_ON_MESSAGES } from './messages-hand-on.js'

const MESSAGES = {
  about: {
    en: 'Compile Chinese government policy texts into registries of obligations.',
    zh: '将政策文本编译为义务登记册（registry）。',
  },
  'about-compile': {
    en: 'compile texts into one registry (this is what happens without a command)',
    zh: '将文本编译为一个登记册（省略命令时即为此命令）',
  },
  'about-validate': {
    en: 'check registries: shape, references and, with --sources, their quotes',
    zh: '检查登记册：结构、引用；加 --sources 时并核对原文',
  },
  'about-explain': {
    en: 'show how a text, or one line of it, is read: units, rules, values',
    zh: '说明如何解读全文或某一行：单元、规则、取值',
  },
  'about-diff': {
    en: 'compare two registries or texts: what was added, moved, reworded, tightened, put off …',
    zh: '对比两个登记册或文本：新增、移动、改写、指标收紧、时限推后等',
  },
  'about-schema': {
    en: 'print a JSON Schema (registry, lexicon …)',
    zh: '输出 JSON Schema（registry、lexicon 等）',
  },
  'about-lint': {
    en: 'check texts as drafts: missing bodies and dates, figures that disagree, numbering …',
    zh: '检查文稿质量：责任单位、时限、数据矛盾、编号等',
  },
  'arg-files': {
    en: 'files, folders, glob patterns, or - for standard input',
    zh: '文件、文件夹、通配符，或用 - 表示标准输入',
  },
  'arg-registries': {
    en: 'registry files (YAML, JSON or lines of JSON)',
    zh: '登记册文件（YAML、JSON 或 NDJSON）',
  },
  'arg-place': { en: 'a text file, with :LINE for one line of it', zh: '文本文件；加 :行号 只看一行' },
  'arg-old': { en: 'the earlier registry, text or folder', zh: '旧的登记册、文本或文件夹' },
  'arg-new': { en: 'the later registry, text or folder', zh: '新的登记册、文本或文件夹' },
  'arg-schema': { en: 'name of the schema', zh: '模式名称' },
  'opt-format': {
    en: 'output format: yaml, json, ndjson (one document a line); rows (one obligation a line), csv, md, xlsx, ics, html',
    zh: '输出格式：yaml、json、ndjson（每行一个文档）；rows（每行一项义务）、csv、md、xlsx、ics、html',
  },
  'opt-output': {
    en: 'write to this file, or one registry a document to this folder',
    zh: '写入文件；若为文件夹，则每个文档写一个登记册',
  },
  'opt-diff-format': {
    en: 'output format: pretty, json, md or html',
    zh: '输出格式：pretty、json、md 或 html',
  },
  'opt-diff-output': { en: 'write to this file', zh: '写入文件' },
  'opt-only': {
    en: 'only changes of this kind (target-tightened, deadline-later …; may be repeated)',
    zh: '只列此类变更（target-tightened、deadline-later 等，可重复使用）',
  },
  'opt-stat': { en: 'only how many changes there are of each kind', zh: '只列各类变更的数量' },
  'opt-all': { en: 'unchanged obligations too', zh: '未变的义务也列出' },
  'opt-exit-code': { en: 'exit with 1 where there are differences', zh: '有差异时退出码为 1' },
  'opt-strict': { en: 'exit with 1 on warnings too', zh: '有警告时退出码也为 1' },
  'opt-date': {
    en: 'reference date YYYY-MM-DD for texts that have none of their own',
    zh: '文本自身无日期时的基准日期 YYYY-MM-DD',
  },
  'opt-encoding': {
    en: 'encoding of the files (utf-8, gb18030, gbk, big5, utf-16le …) where it is not found rightly',
    zh: '指定文件编码（utf-8、gb18030、gbk、big5、utf-16le 等），自动识别有误时使用',
  },
  'opt-emit-text': {
    en: 'write the text of each document, to which places refer, to this folder',
    zh: '将各文档提取出的文本（位置所指的文本）写入此文件夹',
  },
  'opt-jobs': {
    en: 'documents compiled at once (default: one a core, where there are enough documents)',
    zh: '同时编译的文档数（默认在文档较多时取处理器核数）',
  },
  'opt-cache': {
    en: 'folder of compiled documents: what has not changed is not compiled again',
    zh: '编译缓存文件夹：未变的文档不再重新编译',
  },
  'opt-shard': { en: 'I/N: only part I of N of the documents', zh: 'I/N：只编译 N 份中的第 I 份文档' },
  'opt-stdin-format': {
    en: 'ndjson: standard input holds {"id", "text"}, one document a line',
    zh: 'ndjson：标准输入每行一个文档 {"id", "text"}',
  },
  'opt-quiet': { en: 'print errors only', zh: '只显示错误' },
  'opt-verbose': { en: 'print every diagnostic, notes too', zh: '显示全部诊断，包括提示' },
  'opt-lexicon': {
    en: 'further words for the rules (YAML; may be repeated)',
    zh: '补充词表（YAML，可重复使用）',
  },
  'opt-lint-format': {
    en: 'output format: pretty, json, sarif, github or junit',
    zh: '输出格式：pretty、json、sarif、github 或 junit',
  },
  'opt-lint-output': { en: 'write to this file', zh: '写入文件' },
  'opt-rule': {
    en: 'NAME=off|info|warning|error: set a rule (may be repeated)',
    zh: '规则名=off|info|warning|error：设置规则（可重复使用）',
  },
  'opt-config': {
    en: 'settings file instead of qparse.config.yaml',
    zh: '配置文件，默认为当前目录下的 qparse.config.yaml',
  },
  'opt-max-warnings': { en: 'exit with 1 if there are more warnings', zh: '警告超过此数时退出码为 1' },
  'opt-sources': { en: 'folder with the texts that the registry was made from', zh: '登记册原文所在文件夹' },
  'opt-lang': { en: 'language of messages: en or zh', zh: '界面语言：en 或 zh' },
  'opt-no-color': { en: 'no colours', zh: '不使用颜色' },
  'opt-version': { en: 'print the version', zh: '显示版本号' },
  'opt-help': { en: 'show this help', zh: '显示帮助' },
  'help-usage': { en: 'Usage:', zh: '用法：' },
  'help-arguments': { en: 'Arguments:', zh: '参数：' },
  'help-options': { en: 'Options:', zh: '选项：' },
  'help-global': { en: 'Global Options:', zh: '通用选项：' },
  'help-commands': { en: 'Commands:', zh: '命令：' },
  'help-examples': { en: 'Examples:', zh: '示例：' },
  'help-exit': {
    en: 'Exit status: 0 done; 1 done, but a document has an error (or a warning under --strict), validate or lint found a fault, or diff --exit-code a difference; 2 wrong usage, or a file that could not be opened or written.',
    zh: '退出码：0 完成；1 已完成，但有文档出错（--strict 下含警告），validate 或 lint 发现问题，或 diff --exit-code 发现差异；2 用法错误，或文件无法打开、写入。',
  },
  'usage-no-files': {
    en: 'Which files? Give files, folders or - for standard input.',
    zh: '请指定文件、文件夹，或用 - 表示标准输入。',
  },
  'usage-missing-argument': { en: 'The argument “{name}” is missing.', zh: '缺少参数“{name}”。' },
  'usage-unknown-option': { en: 'There is no option “{name}”.', zh: '没有选项“{name}”。' },
  'usage-option-argument': { en: 'The option “{name}” needs a value.', zh: '选项“{name}”需要一个值。' },
  'usage-excess': { en: 'Too many arguments.', zh: '参数过多。' },
  'usage-value': {
    en: '“{value}” cannot be given to {option}; it takes {allowed}.',
    zh: '{option} 不接受“{value}”，可用：{allowed}。',
  },
  'usage-help': { en: 'See qparse --help.', zh: '参见 qparse --help。' },
  'a-date': { en: 'a day of the calendar as YYYY-MM-DD', zh: '格式为 YYYY-MM-DD 的有效日期' },
  'no-schema': {
    en: 'There is no schema “{name}”; there are: {known}.',
    zh: '没有模式“{name}”；现有：{known}。',
  },
  'no-line': {
    en: 'The file has {count} lines; there is no line {line}.',
    zh: '文件共 {count} 行，没有第 {line} 行。',
  },
  'lexicon-unreadable': {
    en: 'The word list “{path}” cannot be read ({reason}).',
    zh: '无法读取词表“{path}”（{reason}）。',
  },
  'lexicon-syntax': {
    en: '{path}:{line}  This is not YAML: {reason}',
    zh: '{path}:{line}  YAML 语法错误：{reason}',
  },
  'lexicon-shape': {
    en: 'The word list “{path}” is wrong at {place} ({reason}); it looks like {file: {list: [word, word]}}.',
    zh: '词表“{path}”在 {place} 处有误（{reason}）；格式应为 {文件: {词表: [词, 词]}}。',
  },
  'lexicon-unknown-list': {
    en: 'No rule reads the list “{list}” of “{path}”. There are: {known}',
    zh: '没有规则使用“{path}”中的词表“{list}”。现有：{known}',
  },
  'config-unreadable': {
    en: 'The settings file “{path}” cannot be read ({reason}).',
    zh: '无法读取配置文件“{path}”（{reason}）。',
  },
  'config-syntax': {
    en: '{path}:{line}  This is not YAML: {reason}',
    zh: '{path}:{line}  YAML 语法错误：{reason}',
  },
  'config-shape': {
    en: 'The settings file “{path}” is wrong at {place} ({reason}); see qparse schema config.',
    zh: '配置文件“{path}”在 {place} 处有误（{reason}）；参见 qparse schema config。',
  },
  'lint-summary': {
    en: 'documents: {documents}, errors: {error}, warnings: {warning}, notes: {info}',
    zh: '{documents} 个文档：{error} 个错误，{warning} 个警告，{info} 个提示',
  },
  'lint-too-many': {
    en: 'Warnings: {warning}; --max-warnings allows {limit}.',
    zh: '警告共 {warning} 个，超过 --max-warnings 允许的 {limit} 个。',
  },
  'output-failed': {
    en: 'The output “{path}” cannot be written ({reason}).',
    zh: '无法写入“{path}”（{reason}）。',
  },
  'invalid-output': {
    en: '{id}: internal error, the registry does not fit its own schema and was not written: {path} {message}',
    zh: '{id}：内部错误，登记册不符合模式，未写出：{path} {message}',
  },
  internal: { en: 'Internal error: {reason}', zh: '内部错误：{reason}' },
  'more-diagnostics': {
    en: '{path}: {count} more; -v shows all, and all are in the registry.',
    zh: '{path}：另有 {count} 条；-v 显示全部，登记册中亦全部保留。',
  },
  'written-to': { en: 'Written to {path}', zh: '已写入 {path}' },
  'from-cache': { en: '{count} of them from the cache', zh: '其中 {count} 个取自缓存' },
  'cache-failed': {
    en: 'The cache “{path}” cannot be written ({reason}); nothing else is lost.',
    zh: '无法写入缓存“{path}”（{reason}），其他输出不受影响。',
  },
  progress: { en: '{done}/{total} documents, {rate} a second', zh: '{done}/{total} 个文档，每秒 {rate} 个' },
  'usage-files-and-lines': {
    en: 'With --stdin-format the documents come from standard input: leave out “{path}”.',
    zh: '使用 --stdin-format 时文档来自标准输入，请去掉“{path}”。',
  },
  'nothing-written': { en: 'Nothing was written.', zh: '未写出任何内容。' },
  'input-failed': { en: '{reason}', zh: '{reason}' },
  'nothing-to-compare': {
    en: '“{path}” gives no text to compare.',
    zh: '“{path}”没有可对比的文本。',
  },
  'no-differences': { en: 'No differences.', zh: '没有差异。' },
  'registry-valid': {
    en: '{path}: valid; documents: {documents}, obligations: {obligations}',
    zh: '{path}：有效（{documents} 个文档，{obligations} 项义务）',
  },
  'registry-invalid': { en: '{path}: problems: {count}', zh: '{path}：{count} 个问题' },
  'registry-unparsed': { en: '{path}: this is no registry: {reason}', zh: '{path}：不是登记册：{reason}' },
  'sources-valid': { en: '{path}: every quote stands in its source', zh: '{path}：引文均与原文一致' },
  'sources-missing': { en: 'There is no folder “{path}”.', zh: '找不到文件夹“{path}”。' },
  'col-document': { en: 'document', zh: '文档' },
  'col-sections': { en: 'sections', zh: '章节' },
  'col-obligations': { en: 'obligations', zh: '义务' },
  'col-action': { en: 'action', zh: '行动' },
  'col-outcome': { en: 'outcome', zh: '结果' },
  'col-prohibition': { en: 'prohib.', zh: '禁止' },
  'col-encouragement': { en: 'encour.', zh: '鼓励' },
  'col-permission': { en: 'permit', zh: '许可' },
  'col-targets': { en: 'targets', zh: '指标' },
  'col-deadlines': { en: 'deadlines', zh: '时限' },
  'col-assignments': { en: 'assigned', zh: '分工' },
  'col-diagnostics': { en: 'err/warn/note', zh: '错误/警告/提示' },
  'col-coverage': { en: 'coverage', zh: '覆盖率' },
  total: { en: 'total ({count})', zh: '合计（{count}）' },
  'coverage-note': {
    en: 'coverage: cues of a fact (负责, 牵头, 95%以上) that some rule took',
    zh: '覆盖率：已被规则识别的线索（负责、牵头、95%以上等）所占比例',
  },
  'explain-document': { en: 'document', zh: '文档' },
  'explain-section': { en: 'section', zh: '章节' },
  'explain-unit': { en: 'unit', zh: '单元' },
  'explain-rules': { en: 'rules', zh: '规则' },
  'explain-obligation': { en: 'obligation', zh: '义务' },
  ...HAND_ON_MESSAGES,
  'explain-nothing': { en: 'No unit stands on this line.', zh: '此行没有单元。' },
} as const satisfies Record<string, Readonly<Record<Language, string>>>

export type MessageName = keyof typeof MESSAGES

/** A message in a language, with its places filled; what comes from files and arguments cannot steer a terminal. */
export type Say = (name: MessageName, values?: Readonly<Record<string, string | number>>) => string

export const sayIn =
  (language: Language): Say =>
  (name, values = {}) =>
    sentence(MESSAGES[name][language], printableValues(values), language)

const printableValues = (values: Readonly<Record<string, string | number>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, printable(String(value))]))

/** The language of `--lang`, or null. */
export function askedLanguage(args: readonly string[]): Language | null {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const asked = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1])
  return asked === 'en' || asked === 'zh' ? asked : null
}

/** The language of the environment. */
export function languageOf(environment: NodeJS.ProcessEnv): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG']
  const known = locale || Intl.DateTimeFormat().resolvedOptions().locale
  return /^zh/i.test(known) ? 'zh' : 'en'
}
