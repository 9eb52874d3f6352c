import type { RegistryDocument } from '../../generated/registry.js'
import type { SourceText } from '../../source/source-text.js'
import type { Span } from '../../source/span.js'
import { defineRule } from '../rule.js'
import { located } from './from-diagnostic.js'

const PAIRS = ['()', '[]', '【】', '〔〕', '《》', '“”', '‘’', '「」'] as const
const CLOSER = new Map<string, string>(PAIRS.map(([opener = '', closer = '']) => [opener, closer]))
const CLOSERS = new Set(CLOSER.values())
const SIGNS = /[()[\]【】〔〕《》“”‘’「」]/g
/** The sign of a number has no partner: 1) */
const NUMBER = /^ *[\da-zA-Z一二三四五六七八九十]{1,3}\)/

/** （市财政局负责 without its ）; 实施“一窗受理 without its ”. */
export const unbalancedBracket = defineRule({
  name: 'unbalanced-bracket',
  severity: 'error',
  about: { en: 'A bracket or quotation mark has no partner.', zh: '括号、引号或书名号不成对。' },
  messages: {
    lone: { en: '“{sign}” has no partner in its sentence.', zh: '“{sign}”在本句中没有配对。' },
  },
  *check(subject) {
    const { document, source } = subject
    const lines = new Set<number>()
    for (const { span } of located(subject, 'unbalanced-bracket')) {
      lines.add(source.lineIndex(span.start))
      yield { message: 'lone', values: { sign: source.slice(span) }, span }
    }
    for (const place of unsentenced(document, source)) {
      const index = source.lineIndex(place)
      const at = lines.has(index) ? null : loneSign(source.folded, source.lines[index] as Span)
      lines.add(index)
      if (at === null) continue
      const span = { start: at, end: at + 1 }
      yield { message: 'lone', values: { sign: source.slice(span) }, span }
    }
  },
})

/** Where the title and the assignments stand: the compiler reports the sentences only. */
function unsentenced({ title, assignments }: RegistryDocument, { text }: SourceText): number[] {
  const at = title === null ? -1 : text.indexOf(title)
  return [...(at < 0 ? [] : [at]), ...assignments.map(({ span }) => span.start)]
}

/** The first sign of a line without a partner, or null. */
function loneSign(folded: string, { start, end }: Span): number | null {
  const line = folded.slice(start, end).replace(NUMBER, (number) => ' '.repeat(number.length))
  const open: { sign: string; at: number }[] = []
  for (const { 0: sign, index } of line.matchAll(SIGNS)) {
    if (!CLOSERS.has(sign)) open.push({ sign, at: start + index })
    else if (CLOSER.get(open.at(-1)?.sign ?? '') === sign) open.pop()
    else return open.at(-1)?.at ?? start + index
  }
  return open[0]?.at ?? null
}
