import { expect } from 'vitest'
import type { RegistryDocument, Span } from '../../src/generated/registry.js'
import { validate } from '../../src/registry/validate.js'
import { registryHead } from '../../src/registry/head.js'

interface Quoted {
  readonly text: string
  readonly span: Span
}

/** Everything of a document that quotes its source. */
const quotes = (document: RegistryDocument): Quoted[] => [
  ...document.assignments,
  ...document.obligations,
  ...document.obligations.flatMap(({ targets, deadlines }) => [...targets, ...deadlines]),
  ...document.assignments.flatMap(({ deadlines }) => deadlines),
  ...document.sections.flatMap(({ deadlines }) => deadlines),
  ...document.deadlines,
]

/** What must hold of the registry of any text. */
export function expectInvariants(text: string, document: RegistryDocument): void {
  expect(validate({ ...registryHead(), documents: [document] }).problems).toEqual([])
  for (const { text: quote, span } of quotes(document)) expect(text.slice(span.start, span.end)).toBe(quote)
  let end = 0
  for (const { span, targets, deadlines } of document.obligations) {
    expect(span.start).toBeGreaterThanOrEqual(end)
    end = span.end
    for (const inner of [...targets, ...deadlines]) {
      expect(inner.span.start).toBeGreaterThanOrEqual(span.start)
      expect(inner.span.end).toBeLessThanOrEqual(span.end)
    }
  }
  const lines = text.split(/\r\n|\n|\r/)
  for (const { span } of document.sections) {
    expect(lines[span.line - 1]?.slice(span.column - 1)).toContain(text.slice(span.start, span.end))
  }
}
