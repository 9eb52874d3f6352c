import { defineRule, type Place } from '../rule.js'
import { kindOf, type NumberKind, parentOf } from './number-kind.js'

/** The order of GB/T 9704. Articles hold (一), and that holds 1. */
const ORDER: readonly NumberKind[] = ['counting', 'bracketed', 'figure', 'bracketed figure', 'circled']
const EXAMPLES = ['一、', '（一）', '1.', '（1）', '①']

/** 一、 with 1. right under it: (一) is left out. Said once for each pair of forms, however often it comes. */
export const skippedLevel = defineRule({
  name: 'skipped-level',
  severity: 'warning',
  about: {
    en: 'A level of the usual numbering 一、（一）1.（1） is left out.',
    zh: '层次序数“一、（一）1.（1）”跳级使用。',
  },
  messages: {
    skipped: {
      en: '“{number}” stands right under “{parent}”; {missing} is left out (here and {more} more times).',
      zh: '“{number}”直接位于“{parent}”之下，缺少“{missing}”一级（另有 {more} 处）。',
    },
    once: {
      en: '“{number}” stands right under “{parent}”; {missing} is left out.',
      zh: '“{number}”直接位于“{parent}”之下，缺少“{missing}”一级。',
    },
  },
  *check({ document }) {
    const byId = new Map(document.sections.map((section) => [section.id, section]))
    const places = new Map<string, { values: Record<string, string>; spans: Place[] }>()
    const parents = new Set<string>()
    for (const section of document.sections) {
      const parent = parentOf(section, byId)
      if (!parent || section.computed) continue
      const rank = ORDER.indexOf(kindOf(section))
      const kind = kindOf(parent)
      const above = kind === 'article' ? 0 : ORDER.indexOf(kind)
      if (above < 0 || rank <= above + 1 || parents.has(parent.id)) continue
      parents.add(parent.id)
      const key = `${above} ${rank}`
      const { start, page } = section.span
      const span = { start, end: start + section.number.length, page }
      const known = places.get(key)
      if (known) known.spans.push(span)
      else {
        const missing = EXAMPLES.slice(above + 1, rank).join(' ')
        places.set(key, { values: { number: section.number, parent: parent.number, missing }, spans: [span] })
      }
    }
    for (const { values, spans } of places.values()) {
      const [span, ...related] = spans as [Place, ...Place[]]
      const more = related.length
      yield more === 0
        ? { message: 'once', values, span }
        : { message: 'skipped', values: { ...values, more }, span, related }
    }
  },
})
