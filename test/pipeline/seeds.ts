import { readdirSync, readFileSync } from 'node:fs'
import { compileText } from '../../src/compile.js'
import type { RegistryDocument } from '../../src/generated/registry.js'

export interface Seed {
  readonly name: string
  readonly text: string
}

export const seeds: readonly Seed[] = readdirSync('seeds')
  .sort()
  .map((file) => ({ name: file.replace(/\.txt$/, ''), text: readFileSync(`seeds/${file}`, 'utf8') }))

const compiled = new Map<string, RegistryDocument>()

/** Each seed is compiled once for all tests of a file. */
export function documentOf({ name, text }: Seed): RegistryDocument {
  let document = compiled.get(name)
  if (!document) compiled.set(name, (document = compileText(text, { path: `seeds/${name}.txt` })))
  return document
}
