import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { compileBytes } from '../../src/compile.js'
import type { MediaType } from '../../src/readers/kind.js'
import { docx, docxParts, paragraph, zip } from '../../scripts/make-docx.mjs'

const DOCX: MediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const GOOD = docx({ body: paragraph('加强监管。') })
const parts = docxParts({ body: paragraph('加强监管。') })
const withDocument = (xml: string): Uint8Array => zip({ ...parts, 'word/document.xml': xml })

/** A compound file with a stream of that name, as far as a reader looks. */
const compound = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1016),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ])

/** An archive whose list says something else of a part than is true: that it is small. */
function lying(): Uint8Array {
  const bytes = Buffer.from(
    zip({ ...parts, 'word/document.xml': `<w:document>${' '.repeat(20_000_000)}</w:document>` }),
  )
  const at = bytes.lastIndexOf('word/document.xml') - 46
  bytes.writeUInt32LE(1000, at + 24)
  return bytes
}

/** Half a gigabyte of one byte, packed and packed again. */
function bomb(): Uint8Array {
  const packed = deflateRawSync(deflateRawSync(Buffer.alloc(1 << 26)))
  return zip({ ...parts, 'word/document.xml': packed })
}

const codes = async (bytes: Uint8Array, mediaType: MediaType = DOCX): Promise<string[]> =>
  (await compileBytes(bytes, { path: 'a.docx', mediaType })).diagnostics.map(
    ({ code, message }) => `${code}: ${message}`,
  )

describe('what is no Word file, or a broken one, is said', () => {
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'file-empty: The file holds no text.'],
    ['white space', Buffer.from('\n'), 'file-empty: The file holds no text.'],
    ['an empty document', docx({ body: '' }), 'file-empty: The file holds no text.'],
    [
      'half a file',
      GOOD.subarray(0, GOOD.length >> 1),
      'file-damaged: The file is damaged: its part ZIP cannot be read.',
    ],
    ['an empty archive', zip({}), 'format-unsupported: Files of the kind ZIP cannot be read.'],
    [
      'another archive',
      zip({ 'a.txt': '加强监管。' }),
      'format-unsupported: Files of the kind ZIP cannot be read.',
    ],
    [
      'a spreadsheet',
      zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }),
      'format-unsupported: Files of the kind XLSX cannot be read.',
    ],
    [
      'a program',
      zip({ 'META-INF/MANIFEST.MF': 'x' }),
      'format-unsupported: Files of the kind JAR cannot be read.',
    ],
    [
      'an OFD',
      zip({ 'OFD.xml': '<ofd/>' }),
      'format-convertible: Files of the kind OFD cannot be read, but converted.',
    ],
    [
      'an ODT',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text' }),
      'format-convertible: Files of the kind ODT cannot be read, but converted.',
    ],
    [
      'an old Word file',
      compound('WordDocument'),
      'format-convertible: Files of the kind DOC cannot be read, but converted.',
    ],
    ['an old spreadsheet', compound('Workbook'), 'format-unsupported: Files of the kind XLS cannot be read.'],
    [
      'a file with a password',
      compound('EncryptedPackage'),
      'file-encrypted: The file is protected by a password.',
    ],
    [
      'RTF',
      Buffer.from('{\\rtf1 x}'),
      'format-convertible: Files of the kind RTF cannot be read, but converted.',
    ],
    [
      'a saved page with its pictures',
      Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n'),
      'format-convertible: Files of the kind MHTML cannot be read, but converted.',
    ],
    [
      'one XML file',
      Buffer.from('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument/>'),
      'format-convertible: Files of the kind Word XML cannot be read, but converted.',
    ],
    [
      'no main part',
      zip({ ...parts, '_rels/.rels': parts['_rels/.rels']?.replace('document.xml', 'none.xml') ?? '' }),
      'file-damaged: The file is damaged: its part word/document.xml cannot be read.',
    ],
    [
      'no body',
      withDocument('<w:document/>'),
      'file-damaged: The file is damaged: its part word/document.xml cannot be read.',
    ],
    [
      'tags that are not closed',
      withDocument('<w:document><w:body><w:p>'),
      'file-damaged: The file is damaged: its part word/document.xml cannot be read.',
    ],
    [
      'bytes that are no text',
      zip({ ...parts, 'word/styles.xml': Buffer.from([0xff, 0, 0x80]) }),
      'file-damaged: The file is damaged: its part word/styles.xml cannot be read.',
    ],
    [
      'broken lists',
      zip({ ...parts, 'word/numbering.xml': '<w:numbering>' }),
      'file-damaged: The file is damaged: its part word/numbering.xml cannot be read.',
    ],
  ])('%s', async (_, bytes, expected) => expect(await codes(bytes)).toEqual([expected]))

  it('a byte changed in a part', async () => {
    const stored = Buffer.from(GOOD)
    const at = stored.indexOf('word/document.xml') + 'word/document.xml'.length + 20
    stored.writeUInt8(stored.readUInt8(at) ^ 0x55, at)
    expect((await codes(stored))[0]).toMatch(/^file-damaged: .*word\/document\.xml/)
  })
})

describe('what a file is, its bytes say', () => {
  it.each<[string, Uint8Array, MediaType, string]>([
    ['a Word file called .txt', GOOD, 'text/plain', 'plain text, but it holds DOCX'],
    ['a page called .docx', Buffer.from('<html><p>加强监管。</p></html>'), DOCX, 'DOCX, but it holds HTML'],
    ['a text called .docx', Buffer.from('加强监管。'), DOCX, 'DOCX, but it holds plain text'],
  ])('%s', async (_, bytes, mediaType, words) => {
    const document = await compileBytes(bytes, { path: 'a', mediaType })
    expect(document.obligations.map(({ text }) => text)).toEqual(['加强监管。'])
    expect(document.diagnostics).toMatchObject([{ code: 'format-mismatch' }])
    expect(document.diagnostics[0]?.message).toContain(words)
  })
})

describe('malicious files', () => {
  const deep = (name: string, depth: number): string =>
    withBody(`<w:${name}>`.repeat(depth) + `</w:${name}>`.repeat(depth))
  const withBody = (body: string): string => `<w:document><w:body>${body}</w:body></w:document>`
  const entity =
    '<!DOCTYPE a [<!ENTITY x "加强监管。"><!ENTITY y "&x;&x;"><!ENTITY z SYSTEM "file:///etc/passwd">]>'

  it.each<[string, () => Uint8Array, RegExp]>([
    [
      'a part that unpacks to much more than it is',
      () => zip({ ...parts, 'word/document.xml': ' '.repeat(30_000_000) }),
      /^part-too-large/,
    ],
    ['a bomb in a bomb', bomb, /^file-damaged/],
    ['a part that is larger than the list says', lying, /^file-damaged/],
    [
      'a document type with entities',
      () => withDocument(entity + withBody(paragraph('&y;&z;'))),
      /^file-damaged/,
    ],
    ['content controls in one another', () => withDocument(deep('sdt', 5000)), /^file-too-nested/],
    [
      'many parts',
      () => zip(Object.fromEntries(Array.from({ length: 21_000 }, (_, at) => [`a${at}`, '']))),
      /^file-damaged/,
    ],
    [
      'relations to the outside',
      () =>
        zip({
          ...parts,
          '_rels/.rels':
            '<Relationships><Relationship Type="x/officeDocument" Target="http://127.0.0.1/a.xml" TargetMode="External"/></Relationships>',
          'word/document.xml': '',
        }),
      /^file-damaged/,
    ],
    [
      'relations out of the archive',
      () =>
        zip({
          '_rels/.rels':
            '<Relationships><Relationship Type="x/officeDocument" Target="../../etc/passwd"/></Relationships>',
        }),
      /^format-unsupported/,
    ],
  ])('%s', async (_, make, expected) => expect((await codes(make()))[0]).toMatch(expected))

  it('a table that is too large is read as lines', async () => {
    const row = `<w:tr>${'<w:tc><w:tcPr><w:gridSpan w:val="1000"/></w:tcPr><w:p/></w:tc>'.repeat(3)}</w:tr>`
    const document = await compileBytes(
      withDocument(withBody(paragraph('加强监管。') + `<w:tbl>${row.repeat(100)}</w:tbl>`)),
      { path: 'a.docx' },
    )
    expect(document.diagnostics).toMatchObject([{ code: 'table-too-large' }])
    expect(document.obligations).toHaveLength(1)
  })

  it.each([
    '<w:p>',
    '</w:p>',
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:tbl><w:tr><w:tc>',
    '<w:r><w:t>甲</w:t></w:r>',
    '<![CDATA[',
    '<!--',
    '<w:p a="1" ',
    '&#x41;',
  ])('half a megabyte of %j', async (shape) => {
    const document = await compileBytes(
      stored(`<w:document><w:body><w:p>${shape.repeat(5e5 / shape.length)}</w:p></w:body></w:document>`),
      { path: 'a.docx' },
    )
    expect(document.source.path).toBe('a.docx')
    expect(document.diagnostics.map(({ code }) => code)).not.toContain('internal-error')
  })

  /** The parts, with such a main part that is not packed: no ratio stops it. */
  function stored(xml: string): Uint8Array {
    const noise = Buffer.from(
      Array.from({ length: 3000 }, (_, at) => crc32(String(at)).toString(36)).join(''),
    )
    return zip({ ...parts, 'word/document.xml': `${xml}<!--${noise.toString()}-->` })
  }
})
