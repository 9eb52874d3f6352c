import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { RegistryDocument } from '../../src/generated/registry.js'
import { compileBytes, compileFiles, compileText } from '../../src/compile.js'
import { readPdf } from '../../src/readers/pdf.js'
import { expectInvariants } from '../pipeline/invariants.js'
import { content, packed, pdfOf, stream } from './pdf-file.js'

const FOLDER = 'fixtures/formats'
const bytesOf = (name: string): Buffer => readFileSync(`${FOLDER}/${name}`)
const codes = ({ diagnostics }: RegistryDocument): string[] => diagnostics.map(({ code }) => code)

/** What a registry says, without where it is said. */
const said = (document: RegistryDocument): unknown =>
  JSON.parse(
    JSON.stringify(
      { ...document, id: '', source: null, coverage: null, diagnostics: [] },
      (key, value: unknown) =>
        key === 'span' ? undefined : typeof value === 'string' ? value.replace(/\s+/g, '') : value,
    ),
  )

const POLICY = compileText(readFileSync(`${FOLDER}/policy.txt`, 'utf8'))

describe('the policy, typeset', () => {
  it.each([
    ['by LibreOffice, numbers below the pages', 'policy.pdf'],
    ['in two columns under a running head', 'policy-columns.pdf'],
    ['printed by Chromium, without indents', 'policy-printed.pdf'],
    ['locked against printing only', 'policy-no-printing.pdf'],
  ])('%s, says what the text says', async (_, name) => {
    const document = await compileBytes(bytesOf(name), { path: name, mediaType: 'application/pdf' })
    expect(said(document)).toEqual(said(POLICY))
    expect(document.source).toMatchObject({ mediaType: 'application/pdf', encoding: null })
    expect(codes(document)).toEqual([])
  })

  it('has the page of every place', async () => {
    const document = await compileBytes(bytesOf('policy.pdf'))
    const pages = document.obligations.map(({ span }) => span.page)
    expect(pages[0]).toBe(1)
    expect(pages.at(-1)).toBe(3)
    expect(pages).toEqual([...pages].sort())
    const read = await readPdf(bytesOf('policy.pdf'))
    expectInvariants('text' in read ? read.text : '', document)
  })
})

describe('files without all their text', () => {
  it('a scan is an error that says what to do', async () => {
    const document = await compileBytes(bytesOf('scanned.pdf'))
    expect(codes(document)).toEqual(['file-scanned'])
    expect(document.source.mediaType).toBe('application/pdf')
  })

  it('pages that are pictures are named', async () => {
    const document = await compileBytes(bytesOf('policy-scanned-annex.pdf'))
    expect(document.diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['pages-without-text', 'Nothing could be read on page 4: only pictures are there.'],
    ])
    expect(said(document)).toEqual(said(POLICY))
  })

  it('a blank page is none', async () => {
    const text = content([{ text: '一、总体要求', x: 80, y: 700 }])
    expect(await readPdf(pdfOf([text, '']))).toMatchObject({ text: '一、总体要求\n', notices: [] })
    expect(await readPdf(pdfOf(['', '']))).toMatchObject({ code: 'file-empty' })
  })

  it('a password is needed', async () => {
    expect(codes(await compileBytes(bytesOf('policy-locked.pdf')))).toEqual(['file-encrypted'])
  })
})

describe('what a file is', () => {
  it('its bytes say, not its name', async () => {
    const document = await compileBytes(bytesOf('policy.pdf'), { path: 'a.txt', mediaType: 'text/plain' })
    expect(said(document)).toEqual(said(POLICY))
    expect(codes(document)).toEqual(['format-mismatch'])
    const text = await compileBytes(Buffer.from('一、加强监管。'), { mediaType: 'application/pdf' })
    expect(text.source.mediaType).toBe('text/plain')
    expect(codes(text)).toEqual(['format-mismatch'])
  })

  it('other bytes may stand before the sign', async () => {
    const read = await readPdf(Buffer.concat([Buffer.from('\r\n\r\n'), bytesOf('policy.pdf')]))
    expect(read).toHaveProperty('text')
  })
})

describe('fonts that the file only names', () => {
  it('have their characters from the maps that qparse brings', async () => {
    const lines = [
      { text: '一、总体要求', x: 112, y: 700 },
      { text: '（一）到2027年，新建养老服务站30所。', x: 112, y: 672 },
    ]
    expect(await readPdf(pdfOf([content(lines)]))).toMatchObject({
      text: '一、总体要求\n（一）到2027年，新建养老服务站30所。\n',
    })
  })
})

describe('broken and hostile files', () => {
  const policy = bytesOf('policy.pdf')
  const zeros = Buffer.alloc(30_000_000)
  it.each<[string, Buffer, RegExp]>([
    ['cut off after its beginning', policy.subarray(0, 2000), /^file-damaged$/],
    ['only its sign', Buffer.from('%PDF-1.7\n'), /^file-damaged$/],
    ['no pages', pdfOf([]), /^file-/],
    [
      'pages that say they are a million',
      Buffer.from(pdfOf(['']).toString('latin1').replace('/Count 1', '/Count 1000000')),
      /^file-/,
    ],
    [
      'a content of zeros, packed twice',
      pdfOf([stream(deflateSync(deflateSync(zeros)), '/Filter [/FlateDecode /FlateDecode]')]),
      /^file-/,
    ],
    ['a million nested arrays', pdfOf([packed('['.repeat(1_000_000))]), /^file-/],
    ['endless saving', pdfOf([packed('q '.repeat(3_000_000))]), /^file-/],
  ])('%s', async (_, bytes, code) => {
    const read = await readPdf(bytes)
    expect('code' in read && read.code).toMatch(code)
    // The next file is read as if nothing had been.
    expect(await readPdf(policy)).toHaveProperty('text')
  })

  it('one of them does not take the others down', async () => {
    const { documents } = await compileFiles([`${FOLDER}/scanned.pdf`, `${FOLDER}/policy.pdf`])
    expect(documents.map(({ obligations }) => obligations.length > 0)).toEqual([false, true])
  })

  it('a form that draws itself ends', async () => {
    const form = content([{ text: '正文。', x: 80, y: 700 }], '/Fm Do')
    const page = '/Resources << /Font << /F1 3 0 R >> /XObject << /Fm 5 0 R >> >>'
    expect(
      await readPdf(
        pdfOf([stream(form, `/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${page}`)], '', page),
      ),
    ).toHaveProperty('text')
  })

  it('scripts, links and attachments are left alone', async () => {
    const catalog = '/OpenAction << /S /JavaScript /JS (app.launchURL("http://127.0.0.1:9/")) >>'
    const link =
      '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /A << /S /URI /URI (http://127.0.0.1:9/) >> >>]'
    const text = content([{ text: '一、总体要求', x: 80, y: 700 }])
    expect(await readPdf(pdfOf([text], catalog, link))).toMatchObject({ text: '一、总体要求\n' })
  })
})
