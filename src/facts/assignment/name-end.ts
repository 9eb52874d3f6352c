/** A place where the name of a body may end. */
export interface NameEnd {
  readonly end: number
  /**
   * - `organ`: a complete name
   * - `generic`: an organ word with nothing before it (政府 · 部门)
   * - `place`: a collective place that acts by itself (各地 · 各区县)
   * - `region`, `field`: only where or what, not who; a body only with a tail (黄埔区、天河区人民政府 · 财政、审计部门)
   */
  readonly kind: 'organ' | 'generic' | 'place' | 'region' | 'field'
  /** Whether every part of the name is a known word. */
  known: boolean
  /** Whether 、 or 和 joins parts of it under one organ word: 财政、审计部门 */
  readonly joined: boolean
  /** Where the tail that the joined parts share begins. */
  readonly tailFrom: number
  /** Whether it opens with 各 有关 相关 县级以上 …: one body as printed. */
  readonly collective: boolean
  /** 公安、民政等部门 */
  readonly open: boolean
  /** Where the name itself ends, when a note follows that is no part of it: 省水利厅(以下称主管部门) */
  nameEnd: number
}

/** 各地 · 各区县 */
export const placeEnd = (text: string, start: number, end: number): NameEnd => ({
  end,
  kind: 'place',
  known: true,
  joined: false,
  tailFrom: 0,
  collective: /^[各有相]/.test(text[start] ?? ''),
  open: false,
  nameEnd: end,
})
