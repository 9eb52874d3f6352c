import type { Diagnostic, Obligation } from '../../generated/registry.js'
import type { Place, Subject } from '../rule.js'

/** A diagnostic of the compiler at its place. */
export interface Located {
  readonly message: string
  readonly span: Place
  readonly related: readonly Place[]
}

/** The diagnostics of one code that stand at a place: what the compiler noticed already is not looked for again. */
export function located({ document }: Subject, code: Diagnostic['code']): Located[] {
  const found: Located[] = []
  for (const item of document.diagnostics) {
    if (item.code !== code || !item.span) continue
    found.push({ message: item.message, span: item.span, related: item.related ? [item.related] : [] })
  }
  return found
}

/** Id of the obligation that holds a place, in a list; obligations stand in order and do not overlap. */
export function holding(obligations: readonly Obligation[], { start }: Place): string[] {
  let low = 0
  let high = obligations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((obligations[middle] as Obligation).span.start <= start) low = middle + 1
    else high = middle
  }
  const found = obligations[low - 1]
  return found && start < found.span.end ? [found.id] : []
}
