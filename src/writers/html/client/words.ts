import type { PageTarget } from '../model.js'

const SIGNS: Readonly<Record<string, string>> = {
  '>=': '≥',
  '<=': '≤',
  '>': '>',
  '<': '<',
  '=': '=',
  '~': '≈',
  increase: '+',
  decrease: '−',
}

/** A target's figure as people write it: ≥ 98%, +15个百分点, 60 → 90%. */
export function figure({ comparator, value, unit, bound, from, to }: PageTarget): string {
  const number = (n: number): string => n.toLocaleString('en', { maximumFractionDigits: 10 })
  const of = unit ?? ''
  if (Array.isArray(value)) return `${value.map(number).join('–')}${of}`
  const change = comparator === 'increase' || comparator === 'decrease'
  const atLeast = change && bound ? `${SIGNS[bound] ?? ''} ` : ''
  const steps =
    from === null && to === null
      ? ''
      : ` (${[from, to].map((n) => (n === null ? '' : number(n))).join(' → ')}${of})`
  return `${atLeast}${SIGNS[comparator] ?? ''}${change ? '' : ' '}${number(value)}${of}${steps}`
}
