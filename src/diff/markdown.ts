import type { Language } from '../diagnostics/message.js'
import { printable } from '../diagnostics/width.js'
import { factLines, placeText, sectionText } from './describe.js'
import { KINDS } from './kinds.js'
import { piecesOf, withTags } from './runs.js'
import type { Change, Diff } from './types.js'
import { kindName, say } from './words.js'

/** The comparison as Markdown: counts, sections, then a heading for each change. */
export function markdownDiff({ documents, stat, sections, changes }: Diff, language: Language): string {
  const lines = [`# ${say('title', language)}`, '']
  for (const { old, new: now } of documents) {
    const name = (side: typeof old): string => escape(side ? (side.title ?? side.id) : '∅')
    lines.push(`- ${name(old)} → ${name(now)}`)
  }
  lines.push('', `| ${say('kind', language)} | ${say('count', language)} |`, '| --- | ---: |')
  for (const kind of KINDS) if (stat[kind] > 0) lines.push(`| ${kindName(kind, language)} | ${stat[kind]} |`)
  if (sections.length > 0) lines.push('', `## ${say('sections', language)}`, '')
  for (const { kinds, old, new: now } of sections) {
    const places = [old, now].flatMap((side) => (side ? [escape(sectionText(side))] : []))
    lines.push(`- **${kinds.map((kind) => kindName(kind, language)).join(', ')}** ${places.join(' → ')}`)
  }
  if (changes.length > 0) lines.push('', `## ${say('changes', language)}`)
  for (const change of changes) lines.push(...changeLines(change, language))
  return `${lines.join('\n')}\n`
}

function changeLines(change: Change, language: Language): string[] {
  const { kinds, old, new: now, details } = change
  const places = [old, now].flatMap((side) => (side ? [escape(placeText(side))] : []))
  const names = kinds.map((kind) => kindName(kind, language)).join(', ')
  const facts = [
    ...details.parts.map((part) => `${say('parts', language)} ${placeText(part)}`),
    ...factLines(change, language),
  ]
  const lines = ['', `### ${names}: ${places.join(' → ')}`, '', `> ${withTags(piecesOf(change), escape)}`]
  if (facts.length > 0) lines.push('', ...facts.map((fact) => `- ${escape(fact)}`))
  return lines
}

/** No sign of the text is one of Markdown or HTML. */
const escape = (text: string): string =>
  printable(text)
    .replace(/[\\`*_{}[\]()#+\-.!|~>]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
