import { htmlDiff } from './html.js'
import { markdownDiff } from './markdown.js'
import { prettyDiff, prettyStat, type PrettyOptions } from './pretty.js'
import type { Diff } from './types.js'

export { diffRegistries } from './diff.js'
export { KINDS, type Kind } from './kinds.js'
export { differs, viewOf } from './view.js'

/** The formats of a comparison by the name that `-f` takes. */
export const DIFF_FORMATS = ['pretty', 'json', 'md', 'html'] as const

export type DiffFormat = (typeof DIFF_FORMATS)[number]

/** A comparison, or only its counts, in a format. */
export function writeDiff(
  diff: Diff,
  format: DiffFormat,
  options: PrettyOptions & { stat?: boolean },
): string {
  switch (format) {
    case 'pretty':
      return options.stat ? prettyStat(diff, options) : prettyDiff(diff, options)
    case 'json':
      return `${JSON.stringify(diff, null, 2)}\n`
    case 'md':
      return markdownDiff(diff, options.language)
    case 'html':
      return htmlDiff(diff, options.language)
  }
}
