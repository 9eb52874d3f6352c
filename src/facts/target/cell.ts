import { comparatorOf, readBound } from '../../grammar/bound.js'
import { readFigures } from '../../grammar/figure.js'
import type { Span } from '../../source/span.js'
import type { GoalCell, Row, Target } from '../../tree/nodes.js'
import type { FactContext } from '../context.js'
import { targetWords } from './words.js'

/** What a cell may hold besides its figure and the words of a bound: [95] (五年累计) ** */
const BESIDES = /[[\]【】()*#]/g
/** 森林覆盖率(%) · 市场主体总量(万户) */
const UNIT_IN_METRIC = /\(([^()]{1,10})\)$/
/** 万亩 → 亩 with four more digits */
const SCALES: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['亿', 8],
  ['百万', 6],
  ['十万', 5],
  ['万', 4],
]

/** The figure in a cell under 2025年目标值 as a target of the row's metric; null where the cell holds no single figure. */
export function readGoal(context: FactContext, row: Row, goal: GoalCell, rowStart: number): Target | null {
  const { source, lexicon } = context
  const { metric } = row
  if (!metric) return null
  const { folded } = source
  const { measures } = targetWords(lexicon)
  const figures = readFigures(folded, goal, measures)
  const figure = figures[0]
  if (!figure || figures.length > 1) return null
  const bound = readBound(folded, goal.start, figure, measures)
  const rest = folded.slice(goal.start, bound.start) + folded.slice(figure.end, goal.end)
  if (rest.replace(BESIDES, '').trim().length > 6) return null
  const { name, unit: inMetric } = metricOf(context, metric)
  const printed = row.unit ? source.slice(row.unit) : inMetric
  const measured = figure.unit === null ? measure(printed) : { unit: figure.unit, digits: 0 }
  const { comparator, bound: limit } = comparatorOf(figure, bound)
  const value =
    typeof figure.value === 'number'
      ? scaled(figure.value, measured.digits)
      : ([scaled(figure.value[0], measured.digits), scaled(figure.value[1], measured.digits)] as [
          number,
          number,
        ])
  return {
    type: 'target',
    start: metric.start >= rowStart ? Math.min(metric.start, goal.start) : goal.start,
    end: goal.end,
    metric: name,
    comparator,
    value,
    unit: measured.unit,
    bound: limit,
    from: null,
    to: null,
    ...(goal.year === null ? {} : { due: `${goal.year}-12-31` }),
    rule: 'target.cell',
  }
}

function metricOf({ source }: FactContext, metric: Span): { name: string; unit: string | null } {
  const folded = source.folded.slice(metric.start, metric.end)
  const number =
    /^(?:\(?\d{1,3}[.、)]|[①-⑳]|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、) */.exec(folded)?.[0]
      .length ?? 0
  const unit = UNIT_IN_METRIC.exec(folded)
  const isUnit = unit !== null && /^[%‰]|^[万亿]?[\u4e00-\u9fff/%·]{1,8}$/.test(unit[1] ?? '')
  const end = isUnit ? metric.start + unit.index : metric.end
  const name = source.text.slice(metric.start + number, end).trim()
  return { name: name === '' ? source.slice(metric) : name, unit: isUnit ? (unit[1] as string) : null }
}

/** What a unit cell says: 亿元 → 元 with eight more digits; — says nothing. */
function measure(printed: string | null): { unit: string | null; digits: number } {
  const unit = (printed ?? '').replace(/[\s\u3000]/g, '').replace('％', '%')
  if (unit === '' || /^[-—–/无]+$/.test(unit)) return { unit: null, digits: 0 }
  const scale = SCALES.find(([word]) => unit.startsWith(word) && unit.length > word.length)
  return scale ? { unit: unit.slice(scale[0].length), digits: scale[1] } : { unit, digits: 0 }
}

/** Exact: the decimal point is moved in the digits. */
const scaled = (value: number, digits: number): number =>
  digits === 0 ? value : Number(`${value}e${digits}`)
