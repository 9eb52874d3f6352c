import type { Lexicon } from '../grammar/index.js'
import type { SourceText } from '../source/source-text.js'
import type { Span } from '../source/span.js'
import type { Line } from './line.js'

export type FieldName =
  'indexNumber' | 'documentNumber' | 'issuer' | 'issuedOn' | 'publishedOn' | 'title' | 'otherField'

export interface Field {
  readonly name: FieldName
  readonly value: Span
}

const NAMES: readonly FieldName[] = [
  'indexNumber',
  'documentNumber',
  'issuer',
  'issuedOn',
  'publishedOn',
  'title',
  'otherField',
]
/** Too common to be a label unless a colon says so. */
const NEEDS_COLON = new Set([
  '时间',
  '日期',
  '名称',
  '标题',
  '来源',
  '依据',
  '主题',
  '分类',
  '类别',
  '状态',
  '备注',
  '编辑',
  '审核',
  '打印',
  '分享',
  '地址',
])

/** A label that no list knows ends the value before it: 000014/2022-1   所属机构:… */
const NEXT_LABEL = / {2,}[\u4e00-\u9fff](?: *[\u4e00-\u9fff]){1,9} *:/

interface Label {
  readonly name: FieldName
  readonly word: string
}

const compiled = new WeakMap<Lexicon, { pattern: RegExp; labels: Map<string, Label> }>()

/** One pattern for all labels; spaces may stand between the characters of a label (文      号). */
function patternOf(lexicon: Lexicon): { pattern: RegExp; labels: Map<string, Label> } {
  let known = compiled.get(lexicon)
  if (!known) {
    const labels = new Map<string, Label>()
    for (const name of NAMES)
      for (const word of lexicon.list(`outline.${name}`).words)
        if (!labels.has(word)) labels.set(word, { name, word })
    const words = [...labels.keys()].sort((a, b) => b.length - a.length)
    const alternatives = words.map((word) =>
      [...word].map((c) => c.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join(' *'),
    )
    known = {
      pattern: new RegExp(`(?<=^|[ |\\]】])[【[]?(${alternatives.join('|')})[】\\]]?( *: *| +|$)`, 'g'),
      labels,
    }
    compiled.set(lexicon, known)
  }
  return known
}

/**
 * The labelled fields of one line of an index table, one or several to a line:
 *
 *   索 引 号:	000014349/2018-00217	主题分类:	卫生、体育
 *
 * A field whose label ends the line has the next line's text as its value.
 */
export function readFields(
  source: SourceText,
  line: Line,
  next: Line | undefined,
  lexicon: Lexicon,
): Field[] {
  const { pattern, labels } = patternOf(lexicon)
  const found: { name: FieldName; from: number; to: number }[] = []
  for (const match of line.folded.matchAll(pattern)) {
    const word = (match[1] as string).replace(/ /g, '')
    const label = labels.get(word) as Label
    if (NEEDS_COLON.has(word) && !match[2]?.includes(':') && !(match.index === 0 && match[1]?.includes('  ')))
      continue
    const previous = found.at(-1)
    if (previous) previous.to = match.index
    found.push({ name: label.name, from: match.index + match[0].length, to: line.folded.length })
  }
  return found.map(({ name, from, to }) => {
    const unknown = NEXT_LABEL.exec(line.folded.slice(from, to))
    let value = source.trim(line.start + from, line.start + (unknown ? from + unknown.index : to))
    if (value.start === value.end && next && to === line.folded.length)
      value = { start: next.start, end: next.end }
    return { name, value }
  })
}
