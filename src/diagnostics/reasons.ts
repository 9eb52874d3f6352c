import type { Language } from './message.js'

/**
 * Reasons that come in English from where a file is parsed (V8 for JSON, js-yaml, ajv, our own readers), in Chinese: the
 * English sentence as a pattern, and ours with $1 for what it names.
 */
const CHINESE: readonly (readonly [RegExp, string])[] = [
  // JSON
  [/^Unexpected end of JSON input$/, 'JSON 不完整，内容提前结束'],
  [/^Unexpected token '(.+?)', (.*) is not valid JSON$/su, '此处不应出现“$1”：$2'],
  [/^Unexpected number$/, '此处不应出现数字'],
  [/^Unexpected string$/, '此处不应出现字符串'],
  [/^Unexpected non-whitespace character after JSON$/, 'JSON 结束后还有多余内容'],
  [/^Expected property name or '}'$/, '此处应为用双引号括起的键，或“}”'],
  [/^Expected double-quoted property name$/, '此处应为用双引号括起的键（前面可能多了逗号）'],
  [/^Expected ':' after property name$/, '键之后应为“:”'],
  [/^Expected ',' or '(.)' after (?:property value|array element)$/, '此处应为“,”或“$1”'],
  [/^Unterminated string$/, '字符串缺少结尾的引号'],
  [/^Bad control character in string literal$/, '字符串中有未转义的换行、制表符等控制字符'],
  [/^Bad (?:escaped character|Unicode escape)$/, '字符串中有无效的转义'],
  // YAML
  [/^unexpected end of the (?:stream|document) within a flow collection$/, '缺少“]”或“}”，内容提前结束'],
  [
    /^unexpected end of the (?:stream|document) within a (?:single|double) quoted scalar$/,
    '引号没有结尾，内容提前结束',
  ],
  [/^bad indentation of a (?:mapping|sequence) entry$/, '缩进有误，或冒号、引号使用不当'],
  [/^deficient indentation$/, '缩进不足'],
  [/^tab characters must not be used in indentation$/, '缩进不能使用制表符，请改用空格'],
  [/^duplicated mapping key$/, '键重复'],
  [/^missed comma between flow collection entries$/, '各项之间缺少逗号'],
  [/^end of the stream or a document separator is expected$/, '此处应已结束，却还有其他内容'],
  [/^expected a single document in the stream, but found more$/, '只能有一个 YAML 文档，却有多个'],
  [/^expected ':' after a mapping key$/, '键之后应为“:”'],
  [/^unknown escape sequence$/, '引号中有无效的转义'],
  [/^the stream contains non-printable characters$/, '含有不可见的控制字符'],
  [/^unknown (?:scalar|sequence|mapping) tag !<(.*)>$/su, '不支持标签 $1'],
  [/^nesting exceeded maxDepth \((\d+)\)$/, '嵌套超过 $1 层'],
  [/^aliases exceeded maxAliases \((\d+)\)$/, '别名（*）超过 $1 个'],
  // Shapes
  [/^must NOT have additional properties(?:: (.*))?$/su, '含有不允许的键 $1'],
  [/^must have required property '(.*)'$/su, '缺少键“$1”'],
  [/^must be equal to one of the allowed values(?:: (.*))?$/su, '只能取下列值之一：$1'],
  [/^must be (?:object|array|string|integer)$/, '类型不符'],
  [/^must NOT have fewer than 1 (?:properties|items|characters)$/, '不能为空'],
  [/^must match pattern "(.*)"$/su, '不符合格式 $1'],
  // Our own
  [/^empty$/, '内容为空'],
  [/^plain text$/, '只是普通文本'],
  [/^(?:it has )?more than (\d+) values$/, '超过 $1 个值'],
  [/^YAML of more than (\d+) MB; JSON may be larger$/, 'YAML 超过 $1 MB；JSON 可以更大'],
  [/^it is not JSON$/, '不是 JSON'],
  [/^it has no "(\w+)"$/, '缺少“$1”'],
  [/^file-too-large$/, '文件过大'],
  [/^file-changing$/, '读取时文件仍在变动'],
]

/** The reason in the language; one that nobody has worded yet stays as it came. */
export function reasonIn(reason: string, language: Language): string {
  if (language === 'en') return reason
  for (const [pattern, sentence] of CHINESE) {
    const match = pattern.exec(reason)
    if (match)
      return sentence
        .replace('$1', () => match[1] ?? '')
        .replace('$2', () => match[2] ?? '')
        .trim()
  }
  return reason
}
