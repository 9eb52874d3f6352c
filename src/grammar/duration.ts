import type { LengthNode } from './time-nodes.js'

/** An ISO 8601 duration, and whether its days are working days. */
interface Length {
  readonly duration: string
  readonly dayType: 'working' | null
}

const UNITS: Readonly<Record<string, readonly [number, string]>> = {
  年: [1, 'Y'],
  学年: [1, 'Y'],
  季度: [3, 'M'],
  学期: [6, 'M'],
  月: [1, 'M'],
  周: [7, 'D'],
  星期: [7, 'D'],
  小时: [1, 'H'],
  分钟: [1, 'MIN'],
}

/** 5个工作日 → P5D of working days, 一年半 → P18M, 半个月 → P15D, 24小时 → PT24H */
export function duration({ amount, unit }: LengthNode): Length {
  const [times, letter] = UNITS[unit] ?? [1, 'D']
  const total = amount * times
  const dayType = unit === '工作日' ? 'working' : null
  const whole = Number.isInteger(total)
  if (letter === 'MIN') return { duration: `PT${Math.ceil(total)}M`, dayType }
  if (letter === 'H') return { duration: whole ? `PT${total}H` : `PT${total * 60}M`, dayType }
  if (letter === 'Y' && !whole) return { duration: `P${total * 12}M`, dayType }
  if (letter === 'M' && !whole) return { duration: `P${Math.round(total * 30)}D`, dayType }
  return { duration: `P${total}${letter}`, dayType }
}
