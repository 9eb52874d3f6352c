import type { Lexicon } from '../../grammar/index.js'
import { fold } from '../../source/fold.js'
import { defineRule } from '../rule.js'

/** The end of a title in brackets is no part of its name: 质量发展纲要（2011—2020年） · 管理办法（试行） */
const TAIL = /\([^()]*\)$/
/** A number may also stand before the title: 国发〔2018〕3号文《…》 */
const NUMBER_BEFORE = /\d+号[^《》。;]{0,8}$/

/** 《关于开展质量提升行动的指导意见》 without 中发〔2017〕24号. Once a document has given the number it need not again. */
export const citationWithoutNumber = defineRule({
  name: 'citation-without-number',
  severity: 'info',
  about: { en: 'A cited instrument has no document number.', zh: '引用文件未注明发文字号。' },
  messages: {
    bare: { en: '“{title}” is cited without its number.', zh: '引用《{title}》未注明发文字号。' },
  },
  *check({ document, source, lexicon }) {
    const known = new Set([document.title ?? ''].map(plain))
    for (const { title, documentNumber } of document.citations)
      if (documentNumber !== null) known.add(plain(title))
    for (const { title, span } of document.citations) {
      const name = plain(title)
      if (known.has(name) || !isNumbered(name, lexicon)) continue
      known.add(name)
      const before = source.folded.slice(Math.max(0, span.start - 40), span.start)
      if (NUMBER_BEFORE.test(before) || isToBeMade(before, lexicon)) continue
      yield { message: 'bare', values: { title }, span }
    }
  },
})

const plain = (title: string): string => fold(title).replaceAll(' ', '').replace(TAIL, '')

const isNumbered = (title: string, lexicon: Lexicon): boolean =>
  lexicon.list('lint.numbered').endingAt(title, title.length) !== undefined

/** 制定《…办法》 · 编制完成《…》、《…》 */
function isToBeMade(before: string, lexicon: Lexicon): boolean {
  const clause = before.slice(Math.max(...['。', ';', ','].map((sign) => before.lastIndexOf(sign))) + 1)
  const making = lexicon.list('lint.making')
  for (let at = 0; at < clause.length; at++) if (making.at(clause, at) !== undefined) return true
  return false
}
