import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { docxParts, paragraph, policyDocx, table, zip } from '../../scripts/make-docx.mjs'
import { compileInput } from '../../src/compile/document.js'
import { fileBytes, readText } from '../../src/readers/input.js'
import { DOCX } from '../../src/readers/kind.js'

const COUNT = Number(process.env['QPARSE_FUZZ_COUNT'] ?? 400)
const SEED = Number(process.env['QPARSE_FUZZ_SEED'] ?? 20_261_129)
const MINUTES = 60

const POLICY = policyDocx(readFileSync('fixtures/formats/policy.txt', 'utf8'))
const PARTS = docxParts({
  body: [
    paragraph('一、主要任务'),
    '<w:p><w:pPr><w:pStyle w:val="A"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>到2027年，覆盖率达到90%以上。</w:t></w:r></w:p>',
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>甲</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    table([
      ['任务', '牵头单位', '完成时限'],
      ['开展整治。', '市公安局', '2027年6月底前'],
    ]),
    '<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc></w:tr></w:tbl>',
    '<mc:AlternateContent><mc:Choice><w:p><w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>由市教育局负责。</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r></w:p></mc:Choice></mc:AlternateContent>',
  ].join(''),
  numbering:
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num>',
  styles:
    '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="A"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>',
})
/** Pieces of the language, to be put where they do not belong. */
const PIECES = ['<w:p>', '</w:p>', '<w:tbl>', '<w:tr>', '</w:tc>', '<w:tc>', '<w:del>', '<w:vMerge/>', '<w:br/>', '<w:t>由市教育局牵头，', '-1', '99999', '%9', '"', '>', '&#0;', '<!--', '<![CDATA[', '<!DOCTYPE a>', '\u0000', '　', '\t'] // prettier-ignore

/** One change: at a share of the length, so much is taken out and a piece put in. */
const change = fc.record({
  part: fc.constantFrom(...Object.keys(PARTS)),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(60),
  piece: fc.constantFrom('', ...PIECES),
})
const inXml = fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => {
  const parts = { ...PARTS }
  for (const { part, at, cut, piece } of changes) {
    const xml = parts[part] ?? ''
    const from = Math.floor(at * xml.length)
    parts[part] = xml.slice(0, from) + piece + xml.slice(from + cut)
  }
  return zip(parts)
})
/** Whole elements, which may stand where they make no sense and leave the file well-formed. */
const ELEMENTS = ['<w:p/>', '<w:br/>', '<w:del><w:r><w:t>甲</w:t></w:r></w:del>', '<w:tbl><w:tr><w:tc/></w:tr></w:tbl>', '<w:vMerge/>', '<w:gridSpan w:val="999"/>', '<w:hMerge/>', '<w:numPr><w:ilvl w:val="12"/><w:numId w:val="1"/></w:numPr>', '<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>', '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>', '<w:instrText>PAGE</w:instrText>', '<w:lvlOverride w:ilvl="9"/>', '<w:numStyleLink w:val="A"/>', '<w:lvlText w:val="%9%1"/>', '<w:isLgl/>', '<w:r><w:t>（市民政局负责）</w:t></w:r>', '<w:t>\t2027年底前\t</w:t>', '<w:txbxContent><w:p><w:r><w:t>甲。</w:t></w:r></w:p></w:txbxContent>', '<w:sdt/>', '<w:sym w:font="Symbol" w:char="F0B3"/>'] // prettier-ignore
const put = fc.record({
  part: fc.constantFrom('word/document.xml', 'word/document.xml', 'word/numbering.xml', 'word/styles.xml'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  piece: fc.constantFrom(...ELEMENTS),
})
const inElements = fc.array(put, { minLength: 1, maxLength: 12 }).map((changes) => {
  const parts = { ...PARTS }
  for (const { part, at, piece } of changes) {
    const xml = parts[part] ?? ''
    const from = xml.indexOf('>', Math.floor(at * xml.length)) + 1
    if (from < xml.length && xml.indexOf('<w:', 60) < from)
      parts[part] = xml.slice(0, from) + piece + xml.slice(from)
  }
  return zip(parts)
})
const inBytes = fc
  .record({
    flips: fc.array(fc.tuple(fc.nat(POLICY.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
    end: fc.option(fc.nat(POLICY.length)),
  })
  .map(({ flips, end }) => {
    const bytes = Buffer.from(POLICY)
    for (const [at, value] of flips) bytes[at] = value
    return end === null ? bytes : bytes.subarray(0, end)
  })

/** Nothing throws, a file gives text or the reason why not, and every quote stands where the registry says. */
async function check(bytes: Uint8Array): Promise<void> {
  const input = await readText(fileBytes('a.docx', bytes, DOCX))
  if ('code' in input) return
  const document = compileInput(input)
  expect(document.diagnostics.filter(({ code }) => code === 'internal-error')).toEqual([])
  for (const { text, span } of [...document.obligations, ...document.assignments])
    expect(input.text.slice(span.start, span.end)).toBe(text)
  for (const { span } of document.sections)
    expect(span.line).toBeLessThanOrEqual(input.origin?.lineCount ?? 0)
}

it(`${COUNT} changed Word files (seed ${SEED})`, { timeout: MINUTES * 60_000 }, async () => {
  const property = fc.asyncProperty(fc.oneof(inElements, inXml, inBytes), check)
  const result = await fc.check(property, { seed: SEED, numRuns: COUNT })
  if (!result.failed) return
  const [smallest] = result.counterexample ?? []
  const repeat = `QPARSE_FUZZ_SEED=${SEED} QPARSE_FUZZ_COUNT=${COUNT}`
  const reason = (result.errorInstance as Error | undefined)?.message
  expect.fail(
    `${repeat}\nsmallest failing file: ${Buffer.from(smallest ?? []).toString('base64')}\n${reason}`,
  )
})
