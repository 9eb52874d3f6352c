import { defineRule } from '../rule.js'
import { holding, located } from './from-diagnostic.js'

/** 新建高标准农田17.05亩，总数达到83.9万亩: one of the two has most likely lost its 万. */
export const figureOutOfScale = defineRule({
  name: 'figure-out-of-scale',
  severity: 'warning',
  about: {
    en: 'A figure is a thousand times smaller than one of the same thing beside it.',
    zh: '同一事物的相邻数字相差千倍以上，可能漏写“万”。',
  },
  messages: {
    scale: {
      en: '“{value}” is far out of scale beside “{neighbour}”; is 万 or 亿 missing?',
      zh: '“{value}”与相邻的“{neighbour}”相差悬殊，是否漏写“万”或“亿”？',
    },
    alone: { en: '“{value}” is far out of scale.', zh: '“{value}”数量级可疑。' },
  },
  *check(subject) {
    const { source, document } = subject
    for (const { span, related } of located(subject, 'quantity-out-of-scale')) {
      const value = source.slice(span)
      const obligations = holding(document.obligations, span)
      const [other] = related
      yield other
        ? { message: 'scale', values: { value, neighbour: source.slice(other) }, span, related, obligations }
        : { message: 'alone', values: { value }, span, obligations }
    }
  },
})
