import { createHash } from 'node:crypto'
import type { LexiconData } from '../grammar/index.js'
import type { Registry } from '../generated/registry.js'
import { grammarHash, version } from '../generated/version.js'

/** What stands before the documents. Further words (`--lexicon`) are part of the grammar, so they change its hash. */
export function registryHead(words: readonly LexiconData[] = []): Omit<Registry, 'documents'> {
  return {
    schemaVersion: '1.0',
    generator: { name: 'qparse', version, grammar: words.length === 0 ? grammarHash : extended(words) },
  }
}

function extended(words: readonly LexiconData[]): string {
  const hash = createHash('sha256').update(grammarHash)
  for (const data of words) hash.update(JSON.stringify(data))
  return `sha256:${hash.digest('hex')}`
}
