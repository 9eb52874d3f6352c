import type { Registry } from '../../src/index.js'

/** Fields whose words are those of a document or of its file; every other has words of the schema. */
const FREE = new Set(
  (
    'id section assignment covers path title documentNumber issuers addressees indexNumber number heading text ' +
    'name canonical metric unit message version grammar'
  ).split(' '),
)

/** The registry with `words` behind everything in it that comes from outside. */
export const planted = (registry: Registry, words: string): Registry => plant(registry, '', words) as Registry

function plant(value: unknown, key: string, words: string): unknown {
  if (typeof value === 'string') return FREE.has(key) ? value + words : value
  if (Array.isArray(value)) return value.map((item) => plant(item, key, words))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plant(item, name, words)]))
}
