import { explainTree } from '../../src/cli/explain-tree.js'
import { sayIn } from '../../src/cli/messages.js'
import { compileText, parse } from '../../src/compile.js'
import { PLAIN } from '../../src/diagnostics/print.js'
import { SourceText } from '../../src/source/source-text.js'

/** One example: what it shows, a text, and what is read in it. */
export interface FormCase {
  readonly title: string
  readonly text: string
  readonly facts: string
}

/** The cases of a file: `# title`, text, a line `-----`, facts; a line `=====` between two cases. */
export function casesOf(file: string): FormCase[] {
  return file.split(/^=====\n/m).map((part) => {
    const [head = '', facts = ''] = part.split(/^-----\n/m)
    const [, title = '', text = ''] = /^# (.*)\n([^]*)$/.exec(head) ?? []
    return { title, text: text.trimEnd(), facts: facts.trimEnd() }
  })
}

export const caseText = ({ title, text, facts }: FormCase): string => `# ${title}\n${text}\n-----\n${facts}\n`

/** What `qparse explain` prints of a text. */
export function factsOf(text: string): string {
  const view = { line: null, palette: PLAIN, say: sayIn('en') }
  return explainTree(parse(text), compileText(text), new SourceText(text), view)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}
