/** The value in a registry file, or the reason why there is none. */
export type RegistryFile = { readonly value: unknown } | { readonly fault: string }

/**
 * The value in the text of a registry file: JSON, YAML, or lines of JSON with one document each, which come back in a
 * registry around them. Whether it is a registry is for `validate` to say.
 */
export async function parseRegistry(text: string): Promise<RegistryFile> {
  const start = text.search(/[^\s\ufeff]/)
  if (start < 0) return { fault: 'empty' }
  const content = text.slice(start)
  if (!content.startsWith('{')) return parseYaml(content)
  try {
    const value: unknown = JSON.parse(content)
    return { value: isDocument(value) ? around([value]) : value }
  } catch (error) {
    const lines = parseLines(content)
    if (lines) return { value: around(lines) }
    const yaml = await parseYaml(content)
    return 'fault' in yaml ? { fault: (error as Error).message } : yaml
  }
}

async function parseYaml(content: string): Promise<RegistryFile> {
  const { load } = await import('js-yaml')
  try {
    const value = load(content)
    return typeof value === 'string' ? { fault: 'plain text' } : { value }
  } catch (error) {
    return { fault: (error as Error).message.split('\n')[0] ?? '' }
  }
}

/** Lines of JSON, every one a document; null where they are not. */
function parseLines(content: string): unknown[] | null {
  const documents: unknown[] = []
  for (const line of content.split('\n')) {
    if (line.trim() === '') continue
    try {
      const value: unknown = JSON.parse(line)
      if (!isDocument(value)) return null
      documents.push(value)
    } catch {
      return null
    }
  }
  return documents
}

const isDocument = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'obligations' in value && !('documents' in value)

/** Lines of JSON do not say what made them. */
export const UNKNOWN_HEAD = {
  schemaVersion: '1.0',
  generator: { name: 'qparse', version: 'unknown', grammar: `sha256:${'0'.repeat(64)}` },
} as const

const around = (documents: unknown[]): unknown => ({ ...UNKNOWN_HEAD, documents })
