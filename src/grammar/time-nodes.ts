/** What grammars/time.peggy reads: plain nodes, no dates yet. */

/** A point of the calendar with whatever of it was written. */
export interface TimePoint {
  /** 2025年 */
  year?: number
  /** 今年 is 0, 明年 1 */
  offset?: number
  /** 十四五 is 14; without an edge all five years */
  plan?: number
  half?: 1 | 2
  quarter?: number
  month?: number
  /** 本月 */
  thisMonth?: true
  /** 上旬 中旬 下旬 */
  third?: number
  day?: number
  /** 底 末 or 初 */
  edge?: 'start' | 'end'
  /** 月底 without a month before it */
  sameMonth?: true
  /** 即日, and 印发之日 */
  now?: true
  /** 春节 汛期: no day of the calendar by itself */
  event?: true
  /** So many days after 印发之日 */
  days?: number
  /** All of it, not its end: 全年, and the month of a stage */
  whole?: true
}

interface Ranged {
  start: number
  end: number
}

export interface InstantNode extends Ranged {
  type: 'instant'
  lead: string
  point: TimePoint
  bound: string
}

export interface StretchNode extends Ranged {
  type: 'stretch'
  lead: string
  from: TimePoint
  to: TimePoint
  bound: string
}

export interface OnwardNode extends Ranged {
  type: 'onward'
  lead: string
  point: TimePoint
  /** 自印发之日起 */
  issue?: true
}

export interface LengthNode extends Ranged {
  type: 'length'
  /** 印发之日 */
  from: string | null
  amount: number
  unit: string
  /** How long a document is in force: 有效期5年 */
  term?: true
}

export interface EveryNode extends Ranged {
  type: 'every'
  unit: 'year' | 'half' | 'quarter' | 'month' | 'week' | 'day' | 'hour'
  interval: number
  points?: TimePoint[]
  from?: TimePoint
  to?: TimePoint
  /** Days of the month, -1 the last. */
  days?: number[]
  /** Which month of the quarter, 1 to 3. */
  quarterMonth?: number
  weekday?: string
  /** 按月 */
  per?: true
}

export type TimeNode = InstantNode | StretchNode | OnwardNode | LengthNode | EveryNode
