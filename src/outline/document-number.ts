import { run } from '../generated/document-number.js'
import { Grammar } from '../grammar/run.js'
import type { Span } from '../source/span.js'

const GRAMMAR = new Grammar(run)
/** 〔2018〕42号, wherever it stands. */
const GATE = /[〔[(【]\d{4}[〕\])】] {0,4}第? {0,4}\d{1,5} {0,4}号/g
const AGENCY = /[\u4e00-\u9fffA-Za-z]/
/** Verbs that stand before a number in running text and are no part of it: 根据国发〔2018〕42号 */
const VERB = /^(?:根据|按照|依据|依照|贯彻|落实|执行|转发|印发|结合|参照|详见|见|由|和|与|及)+/

/** The document numbers between two offsets of the folded text. */
export function findDocumentNumbers(folded: string, from: number, to: number): Span[] {
  const numbers: Span[] = []
  for (const match of folded.slice(from, to).matchAll(GATE)) {
    const bracket = from + match.index
    let start = bracket
    while (start > from && bracket - start < 16 && AGENCY.test(folded[start - 1] ?? '')) start--
    start += VERB.exec(folded.slice(start, bracket))?.[0].length ?? 0
    const read = GRAMMAR.run('documentNumber', folded, start)
    if (read && read.end <= to) numbers.push({ start, end: read.end })
  }
  return numbers
}
