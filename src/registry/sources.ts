import type { Language } from '../diagnostics/message.js'
import type { Registry, RegistryDocument } from '../generated/registry.js'
import type { OriginMap } from '../source/origin.js'
import type { PageMap } from '../source/page-map.js'
import { SourceText } from '../source/source-text.js'
import { Problems, type Validation } from './problems.js'
import { placedOf } from './walk.js'

/** A source file as it is today; null where there is none, text null where its bytes are no text any more. */
export type CurrentSource = {
  readonly sha256: string
  readonly text: string | null
  readonly origin?: OriginMap
  readonly pages?: PageMap
} | null

/**
 * Whether the texts that a registry was made from still say what it quotes. `find` gives the file of a document;
 * a document that failed quotes nothing, so only its file's hash is compared.
 */
export async function validateSources(
  registry: Registry,
  find: (document: RegistryDocument) => Promise<CurrentSource>,
  language: Language = 'en',
): Promise<Validation> {
  const problems = new Problems(language)
  for (const [i, document] of registry.documents.entries()) {
    checkSource(document, await find(document), `documents[${i}]`, problems)
  }
  return { valid: problems.list.length === 0, problems: problems.list }
}

function checkSource(
  document: RegistryDocument,
  current: CurrentSource,
  base: string,
  problems: Problems,
): void {
  const { path, sha256, length } = document.source
  if (sha256 === null) return
  if (current === null) {
    problems.add(`${base}.source.path`, 'source-missing', { file: path })
    return
  }
  if (current.sha256 !== sha256)
    problems.add(`${base}.source.sha256`, 'source-changed', { actual: current.sha256 })
  if (length === 0) return
  if (current.text === null) problems.add(`${base}.source`, 'source-undecodable')
  else
    checkQuotes(
      document,
      new SourceText(current.text, path, current.text, current.origin, current.pages),
      base,
      length,
      problems,
    )
}

function checkQuotes(
  document: RegistryDocument,
  source: SourceText,
  base: string,
  length: number,
  problems: Problems,
): void {
  if (source.text.length !== length)
    problems.add(`${base}.source.length`, 'source-length', { actual: source.text.length })
  for (const { path, span, text } of placedOf(document)) {
    const at = `${base}.${path}`
    const actual = source.slice(span)
    if (text !== null && actual !== text) {
      problems.add(`${at}.text`, 'quote', { actual: actual.length > 40 ? `${actual.slice(0, 40)}…` : actual })
      continue
    }
    const { line, column } = source.place(Math.min(span.start, source.text.length))
    if (line !== span.line || column !== span.column) problems.add(`${at}.span`, 'place', { line, column })
  }
}
