import { compileText } from '../../src/compile.js'
import { diffRegistries } from '../../src/diff/diff.js'
import type { Diff, Change } from '../../src/diff/types.js'
import type { Registry } from '../../src/generated/registry.js'
import { registryHead } from '../../src/registry/head.js'

/** The registry of some texts. */
const registryOf = (...texts: readonly string[]): Registry => ({
  ...registryHead(),
  documents: texts.map((text, i) => ({
    ...compileText(text, { path: `plan${i + 1}.txt` }),
    id: `plan${i + 1}`,
  })),
})

export const diffTexts = (old: string, now: string): Diff => diffRegistries(registryOf(old), registryOf(now))

/** The changes, without what stayed. */
export const changed = ({ changes }: Diff): Change[] =>
  changes.filter(({ kinds }) => kinds[0] !== 'unchanged')

/** The kinds of the only change that there is. */
export function kindsOf(old: string, now: string): readonly string[] {
  const found = changed(diffTexts(old, now))
  return found.length === 1 ? (found[0]?.kinds ?? []) : found.map(({ kinds }) => kinds.join('+'))
}
