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

/** Where a label may begin, and what has to follow it. */
const BEGINS = /(?<=^|[ |\]】])[【[]?(?=[^ ])/g
const FOLLOWS = /[】\]]?( *: *| +|$)/y

interface Label {
  readonly name: FieldName
  readonly word: string
  readonly start: number
  readonly end: number
  readonly spaced: boolean
  readonly colon: boolean
}

/** Which field each label names, and how long the longest is. */
interface Labels {
  readonly names: ReadonlyMap<string, FieldName>
  readonly longest: number
}

const known = new WeakMap<Lexicon, Labels>()

function labelsOf(lexicon: Lexicon): Labels {
  let labels = known.get(lexicon)
  if (!labels) {
    const names = new Map<string, FieldName>()
    for (const name of NAMES)
      for (const word of lexicon.list(`outline.${name}`).words) if (!names.has(word)) names.set(word, name)
    labels = { names, longest: Math.max(...[...names.keys()].map(({ length }) => length)) }
    known.set(lexicon, labels)
  }
  return labels
}

/** The longest label at a place; spaces may stand between its characters (文      号). */
function labelAt(text: string, start: number, at: number, { names, longest }: Labels): Label | null {
  let word = ''
  let found: Label | null = null
  for (let end = at; end < text.length && word.length < longest; end++) {
    if (text[end] === ' ') continue
    word += text[end]
    const name = names.get(word)
    FOLLOWS.lastIndex = end + 1
    const follows = name && FOLLOWS.exec(text)
    if (!follows) continue
    const spaced = end + 1 - at > word.length
    found = { name, word, start, end: FOLLOWS.lastIndex, spaced, colon: follows[1]?.includes(':') === true }
  }
  return found
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
  const labels = labelsOf(lexicon)
  const text = line.folded
  const found: { name: FieldName; from: number; to: number }[] = []
  BEGINS.lastIndex = 0
  for (let begins = BEGINS.exec(text); begins; begins = BEGINS.exec(text)) {
    const label = labelAt(text, begins.index, begins.index + begins[0].length, labels)
    BEGINS.lastIndex = label?.end ?? begins.index + 1
    if (!label) continue
    const { name, word, start, end, spaced, colon } = label
    if (NEEDS_COLON.has(word) && !colon && !(start === 0 && spaced)) continue
    const previous = found.at(-1)
    if (previous) previous.to = start
    found.push({ name, from: end, to: text.length })
  }
  return found.map(({ name, from, to }) => {
    const unknown = NEXT_LABEL.exec(text.slice(from, to))
    let value = source.trim(line.start + from, line.start + (unknown ? from + unknown.index : to))
    while (text[value.end - 1 - line.start] === '|') value = source.trim(value.start, value.end - 1)
    if (value.start === value.end && next && to === text.length) value = { start: next.start, end: next.end }
    return { name, value }
  })
}
