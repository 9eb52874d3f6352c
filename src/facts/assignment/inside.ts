import type { Span } from '../../source/span.js'

/** Whether one span begins inside another. */
export const holds = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.start < outer.end

/** 各校负责评审（民办学校由市教育局负责）: the bracket speaks for itself. */
export function bracketed(folded: string, outer: Span, inner: Span): boolean {
  const before = folded.slice(outer.start, inner.start)
  return holds(outer, inner) && (before === '' || before.lastIndexOf('(') > before.lastIndexOf(')'))
}
