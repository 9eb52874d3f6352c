import type { Deadline, RegistryDocument, Span } from '../generated/registry.js'

/** Something of a document that stands at a place of its source. */
export interface Placed {
  /** Path from the document: obligations[3].targets[0] */
  readonly path: string
  readonly span: Span
  /** Its words, where it quotes them. */
  readonly text: string | null
  /** The item that it has to lie in, where there is one. */
  readonly outer: { readonly path: string; readonly span: Span } | null
}

/** Every deadline of a document with its path. */
export function* deadlinesOf(document: RegistryDocument): Generator<{ path: string; deadline: Deadline }> {
  const owners: [string, Deadline[]][] = [
    ['', document.deadlines],
    ...document.sections.map((item, i): [string, Deadline[]] => [`sections[${i}].`, item.deadlines]),
    ...document.assignments.map((item, i): [string, Deadline[]] => [`assignments[${i}].`, item.deadlines]),
    ...document.obligations.map((item, i): [string, Deadline[]] => [`obligations[${i}].`, item.deadlines]),
  ]
  for (const [owner, list] of owners) {
    for (const [i, deadline] of list.entries()) yield { path: `${owner}deadlines[${i}]`, deadline }
  }
}

/** Everything of a document that has a place. */
export function* placedOf(document: RegistryDocument): Generator<Placed> {
  const free = { text: null, outer: null }
  for (const [i, { span }] of document.citations.entries()) yield { path: `citations[${i}]`, span, ...free }
  for (const [i, { span }] of document.sections.entries()) yield { path: `sections[${i}]`, span, ...free }
  for (const [i, { span, text }] of document.assignments.entries()) {
    yield { path: `assignments[${i}]`, span, text, outer: null }
  }
  for (const [i, { span, text, targets, deadlines }] of document.obligations.entries()) {
    const path = `obligations[${i}]`
    yield { path, span, text, outer: null }
    const outer = { path, span }
    for (const [j, item] of targets.entries()) {
      yield { path: `${path}.targets[${j}]`, span: item.span, text: item.text, outer }
    }
    for (const [j, item] of deadlines.entries()) {
      yield { path: `${path}.deadlines[${j}]`, span: item.span, text: item.text, outer }
    }
  }
  for (const { path, deadline } of deadlinesOf(document)) {
    if (!path.startsWith('obligations')) yield { path, span: deadline.span, text: deadline.text, outer: null }
  }
  for (const [i, { span, related }] of document.diagnostics.entries()) {
    if (span) yield { path: `diagnostics[${i}]`, span, ...free }
    if (related) yield { path: `diagnostics[${i}].related`, span: related, ...free }
  }
}
