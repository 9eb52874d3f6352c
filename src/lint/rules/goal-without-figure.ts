import type { Obligation } from '../../generated/registry.js'
import type { Lexicon } from '../../grammar/index.js'
import type { SourceText } from '../../source/source-text.js'
import type { Span } from '../../source/span.js'
import { defineRule } from '../rule.js'

const CUES = 200

/** 服务质量显著提高: how much is nowhere said. A figure in the same paragraph says it. */
export const goalWithoutFigure = defineRule({
  name: 'goal-without-figure',
  severity: 'info',
  about: {
    en: 'A goal says only “markedly better”, without a figure.',
    zh: '目标只有“显著提高”之类的表述，没有量化指标。',
  },
  messages: {
    vague: { en: '“{text}” gives no figure to measure it by.', zh: '“{text}”没有可衡量的指标。' },
  },
  *check({ document, source, lexicon }) {
    const measured = new Set<number>()
    for (const { targets, span } of document.obligations) if (targets.length > 0) measured.add(span.line)
    for (const obligation of document.obligations) {
      if (!isGoal(obligation) || measured.has(obligation.span.line)) continue
      const found = vagueWords(source, obligation.span, lexicon)
      if (!found) continue
      const span = { ...found, page: obligation.span.page }
      yield { message: 'vague', values: { text: source.slice(found) }, span, obligations: [obligation.id] }
    }
  },
})

const isGoal = ({ type, also }: Obligation): boolean => type === 'outcome' || also.includes('outcome')

/** The first vague degree with what it is said of: 明显改善 · 显著成效 */
function vagueWords({ folded }: SourceText, { start, end }: Span, lexicon: Lexicon): Span | null {
  const [vague, change, gains] = [
    lexicon.list('lint.vague'),
    lexicon.list('verbs.change'),
    lexicon.list('lint.gains'),
  ]
  const stop = Math.min(end, start + CUES)
  for (let at = start; at < stop; at++) {
    const degree = vague.at(folded, at)
    if (degree === undefined) continue
    const next = at + degree.length
    const said = change.at(folded, next) ?? gains.at(folded, next)
    if (said !== undefined && next + said.length <= end) return { start: at, end: next + said.length }
  }
  return null
}
