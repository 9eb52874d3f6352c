import type { CurrentBody } from '../../generated/registry.js'
import { homeOf } from '../../registry/names/home.js'
import { reorganisationsOf } from '../../registry/names/reorganisations.js'
import { nameWords } from '../../registry/names/words.js'
import { defineRule } from '../rule.js'
import { namedBodies } from './body-places.js'

/**
 * 市质监局 in a document of 2021: the reorganisation of 2018 was over. Where only the year of the national plan is known,
 * local bodies are taken to have followed by the end of the next year.
 */
export const abolishedOrgan = defineRule({
  name: 'abolished-organ',
  severity: 'warning',
  about: {
    en: 'A body had been abolished before the document was issued.',
    zh: '文件成文前，所列机构已经撤销或更名。',
  },
  messages: {
    gone: {
      en: '“{name}” became “{current}” ({basis}) before the document was issued on {issued}.',
      zh: '“{name}”在文件成文（{issued}）之前已改为“{current}”（{basis}）。',
    },
  },
  *check({ document, source, lexicon }) {
    const issued = document.issuedOn
    if (issued === null) return
    const { level } = homeOf(document, source.folded, nameWords(lexicon))
    const reorganisations = reorganisationsOf(lexicon)
    const seen = new Set<string>()
    const signs = lexicon.list('lint.signs')
    for (const { name, full, span, obligations } of namedBodies(document)) {
      if (seen.has(full) || signs.has(full)) continue
      seen.add(full)
      const change = reorganisations.first(full, level)
      if (!change || issued <= lastDay(change)) continue
      const values = { name, current: change.name, basis: change.basis ?? '', issued }
      yield { message: 'gone', values, span, obligations }
    }
  },
})

/** The last day on which the old name may have been right. */
function lastDay({ since, basis }: CurrentBody): string {
  if (since !== null) return since
  const year = /\((\d{4})年\)/.exec(basis ?? '')?.[1]
  return year === undefined ? '9999-12-31' : `${Number(year) + 1}-12-31`
}
