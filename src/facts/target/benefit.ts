import type { Bound } from '../../grammar/bound.js'
import type { Figure } from '../../grammar/figure.js'
import type { Reader } from './head.js'
import type { Clause, Setting } from './setting.js'
import { wordIn } from './words.js'
import { isClosed } from './tail.js'

/** Money and shares in a unit about a benefit are its terms, but a named rate stays a target: 报销比例达到75%. */
export function isBenefit(
  reader: Reader,
  figure: Figure,
  bound: Bound,
  clause: Clause,
  setting: Setting,
): boolean {
  if (!setting.benefit) return false
  if (figure.kind === 'money')
    return !isSpent(reader, figure, bound, clause) && !isTotal(reader, figure, clause)
  if (figure.kind === 'sortal' || figure.kind === 'measure') return figure.unit === '倍' && clause.benefit
  const { folded, words } = reader
  if (words.benefitRate.endingAt(folded, bound.start) !== undefined) return !isAverage(reader, bound, clause)
  const named = words.rateNoun.endingAt(folded, bound.start) !== undefined
  return named && (bound.limit !== null || bound.change !== null) ? false : clause.benefit
}

/** 平均担保费率降至1%以下: what all loans together are to cost is a goal, no term of one. */
const isAverage = ({ folded }: Reader, { start, limit, change }: Bound, clause: Clause): boolean =>
  (limit !== null || change !== null) && /(?:平均|综合|整体)[^,]*$/.test(folded.slice(clause.start, start))

/** More than one firm or person gets. */
const HUNDRED_MILLION = 1e8

/** 为企业减负80亿元以上, beside a clause about loans: what all of them get together; no condition of the next clause. */
function isTotal({ folded }: Reader, { value, start, end }: Figure, clause: Clause): boolean {
  if (clause.benefit || Number(value) < HUNDRED_MILLION || !isClosed(folded, end)) return false
  return (
    !/^(?:对|凡|经|年(?!底|末|内))|首次|达到?|突破|超过?/.test(folded.slice(clause.start, start)) &&
    !/^[,，] *(?:给予|予以|按|最高|奖|一次性|每)/.test(folded.slice(end, end + 6))
  )
}

/** Said of what one person, household or project gets. */
const TERMS =
  /给予|予以|按照?|最高|处以|罚|单[个户笔]|每[人户亩辆家个名月天吨件项台只头套张户次]|人均|户均|标准|限额|额度/

/** 每年安排补助资金不少于1.2亿元: what a government is to spend itself. */
function isSpent({ folded, words }: Reader, figure: Figure, bound: Bound, clause: Clause): boolean {
  if (bound.limit === '<=' || bound.limit === '<' || figure.after === '<=') return false
  if (folded[figure.end] === '的' || TERMS.test(folded.slice(clause.start, figure.start))) return false
  const verb = wordIn(words.spend, folded, clause.start, bound.start)
  if (!verb) return false
  return (
    wordIn(words.purse, folded, verb.end, bound.start) !== undefined ||
    (bound.start === verb.end && wordIn(words.purse, folded, figure.end, clause.end) !== undefined)
  )
}
