import { isOpening, nameStart } from './explained.js'
import type { NameWords } from './words.js'

/**
 * 领导小组 and the like, said of the one that the text has named in full before a place: its name, or null where there
 * is none or more than one. 泰安市营商环境工作领导小组 and 市营商环境工作领导小组 are one.
 */
export function groupsOf(folded: string, group: string, words: NameWords): (before: number) => string | null {
  const found: { at: number; name: string | null }[] = []
  for (let at = folded.indexOf(group); at >= 0; at = folded.indexOf(group, at + group.length)) {
    const start = nameStart(folded, at, words)
    const name = folded.slice(start, at + group.length)
    if (name.length < group.length + 3 || !isOpening(folded, start, words)) continue
    const known = found.at(-1)?.name ?? name
    if (known !== name && known.endsWith(name)) continue
    const same = name.endsWith(known)
    if (found.length === 0 || !same || name !== known) found.push({ at, name: same ? name : null })
    if (!same) break
  }
  return (before) => found.findLast(({ at }) => at < before)?.name ?? null
}
