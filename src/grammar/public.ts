/**
 * The number and time grammars by themselves (`qparse/grammar`). They give a value or null with diagnostics, and never
 * throw.
 *
 *     parseQuantity('不低于百分之九十五').value?.value  // 95
 *     parseTime('6月底前', { referenceDate: '2024-03-01' }).value?.until  // '2024-06-30'
 */
export { parseQuantity, type QuantityValue } from './parse-quantity.js'
export { parseTime, type TimeValue } from './parse-time.js'
