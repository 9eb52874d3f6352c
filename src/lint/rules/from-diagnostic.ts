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

/** Ids of the obligations that hold a place. */
export const holding = (obligations: readonly Obligation[], { start }: Place): string[] =>
  obligations.filter(({ span }) => span.start <= start && start < span.end).map(({ id }) => id)
