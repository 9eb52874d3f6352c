// Word files for tests and scripts: hand-written WordprocessingML in a package, and a whole policy with real automatic
// numbering from its plain text.
//   node scripts/make-docx.mjs TEXT.txt OUT.docx
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const NAMESPACES = `xmlns:w="${MAIN}" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const escapeXml = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Parts by name as one archive, the same bytes for the same parts. */
export const zip = (parts) =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
    { mtime: new Date(1980, 0, 1) },
  )

/** The parts of a package around a body: elements of WordprocessingML as text. */
export const docxParts = ({ body, numbering = '', styles = '' }) => ({
  '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${OFFICE}/numbering" Target="numbering.xml"/></Relationships>`,
  'word/document.xml': `${HEAD}<w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`,
  'word/styles.xml': `${HEAD}<w:styles ${NAMESPACES}>${styles}</w:styles>`,
  'word/numbering.xml': `${HEAD}<w:numbering ${NAMESPACES}>${numbering}</w:numbering>`,
})

export const docx = (content) => zip(docxParts(content))

/** Text in two runs, as Word splits it where somebody typed again. */
export function run(text) {
  const cut = text.length >> 1
  return [text.slice(0, cut), text.slice(cut)]
    .filter((part) => part !== '')
    .map((part) => `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>${typed(part)}</w:r>`)
    .join('')
}

const typed = (text) =>
  text
    .split('\t')
    .map((part) => `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`)
    .join('<w:tab/>')

/** A paragraph; `properties` are elements of `w:pPr`. */
export const paragraph = (text, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`

export const inList = (list, level = 0) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`

export const level = (at, format, text, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${escapeXml(text)}"/></w:lvl>`

export const definition = (id, levels) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`

/** A list; `starts` are the values that levels begin with anew, by level. */
export const list = (id, definitionId, starts = {}) =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definitionId}"/>${Object.entries(starts)
    .map(([at, value]) => `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${value}"/></w:lvlOverride>`)
    .join('')}</w:num>`

const cell = (text) => `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${paragraph(text)}</w:tc>`

export const table = (rows) =>
  `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`

const HAN = '一二三四五六七八九十百零〇'
const chineseNumber = (text) => {
  const value = (part) => (part === '' ? 0 : HAN.indexOf(part) + 1)
  const [hundreds, rest] = text.includes('百') ? text.split('百') : ['', text]
  const [tens, ones] = rest.includes('十') ? rest.split('十') : ['', rest]
  const ten = rest.includes('十') ? (value(tens) || 1) * 10 : 0
  return value(hundreds) * 100 + ten + value(ones.replace(/[零〇]/, ''))
}

/** Numbers at the beginning of a line, outermost kind first: what they look like, how they count. */
const KINDS = [
  [/^(第)([一二三四五六七八九十百零]+)(章)/, 'chineseCountingThousand'],
  [/^(第)([一二三四五六七八九十百零]+)(条)/, 'chineseCountingThousand'],
  [/^()([一二三四五六七八九十百零]+)(、)/, 'chineseCountingThousand'],
  [/^([（(])([一二三四五六七八九十百零]+)([)）])/, 'chineseCounting'],
  [/^()(\d{1,3})([.．、])(?!\d)/, 'decimal'],
  [/^([（(])(\d{1,3})([)）])/, 'decimal'],
]

function numberOf(line) {
  for (const [at, [pattern, format]] of KINDS.entries()) {
    const match = pattern.exec(line)
    if (!match) continue
    const value = format === 'decimal' ? Number(match[2]) : chineseNumber(match[2])
    return { at, format, value, sign: `${match[1]}%${match[3]}`, length: match[0].length }
  }
  return null
}

/**
 * A policy's text as a Word file. Numbers are those of one list of several levels, the two outermost through paragraph
 * styles; where a number does not follow from those before it, the paragraph is in a list that begins with it. Lines with
 * tabs are rows of tables.
 */
export function policyDocx(text) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const numbers = lines.map(numberOf)
  const kinds = [
    ...new Map(numbers.filter(Boolean).map((number) => [`${number.at}${number.sign}`, number])).values(),
  ]
    .sort((a, b) => a.at - b.at)
    .slice(0, 9)
  const levels = new Map(kinds.map(({ at, sign }, index) => [`${at}${sign}`, index]))
  const counts = []
  const lists = [list(1, 0)]
  const properties = (number) => {
    const own = levels.get(`${number.at}${number.sign}`)
    const next = (counts[own] ?? 0) + 1
    counts.length = own
    counts[own] = number.value
    if (number.value === next) return own < 2 ? `<w:pStyle w:val="${own + 1}"/>` : inList(1, own)
    lists.push(list(lists.length + 1, 0, { [own]: number.value }))
    return inList(lists.length, own)
  }
  const blocks = []
  let rows = []
  for (const [at, line] of lines.entries()) {
    if (line.includes('\t')) {
      rows.push(line.split('\t'))
      continue
    }
    if (rows.length > 0) blocks.push(table(rows))
    rows = []
    const number = numbers[at]
    const known = number && levels.has(`${number.at}${number.sign}`)
    blocks.push(known ? paragraph(line.slice(number.length), properties(number)) : paragraph(line))
  }
  if (rows.length > 0) blocks.push(table(rows))
  const defined = kinds.map(({ format, sign }, at) => {
    const style = at < 2 ? `<w:pStyle w:val="${at + 1}"/>` : ''
    return level(at, format, sign.replace('%', `%${at + 1}`), `${style}<w:suff w:val="nothing"/>`)
  })
  const styles = [
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>',
    ...[0, 1].map(
      (at) =>
        `<w:style w:type="paragraph" w:styleId="${at + 1}"><w:name w:val="heading ${at + 1}"/><w:basedOn w:val="a"/><w:pPr><w:numPr>${at === 0 ? '' : `<w:ilvl w:val="${at}"/>`}<w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
    ),
  ]
  return docx({
    body: blocks.join(''),
    numbering: definition(0, defined.join('')) + lists.join(''),
    styles: styles.join(''),
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [from, to] = process.argv.slice(2)
  writeFileSync(to, policyDocx(readFileSync(from, 'utf8')))
}
