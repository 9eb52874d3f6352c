import { deflateSync } from 'node:zlib'

/** One line of text on a page: from the left, from the bottom, in points. */
export interface Printed {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
}

const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')

/** The content of a page. */
export const content = (lines: readonly Printed[], drawing = ''): string =>
  lines
    .map(({ text, x, y, size = 16 }) => `BT /F1 ${size} Tf ${x} ${y} Td <${hex(text)}> Tj ET`)
    .concat(drawing)
    .join('\n')

/**
 * A PDF file of objects, numbered from 1; the first is the catalogue. What each holds stands between obj and endobj.
 */
function fileOf(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = (parts[0] as Buffer).length
  for (const [at, object] of objects.entries()) {
    const bytes = Buffer.concat([
      Buffer.from(`${at + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ])
    offsets.push(length)
    length += bytes.length
    parts.push(bytes)
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

export function stream(data: string | Buffer, dictionary = ''): Buffer {
  const bytes = Buffer.from(data)
  return Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length} ${dictionary} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ])
}

export const packed = (data: string | Buffer): Buffer => stream(deflateSync(data), '/Filter /FlateDecode')

/** A font that readers have to have characters for: the file only names it. */
const FONT = `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<<
  /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>
  /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /Ascent 880 /Descent -120 /CapHeight 880
  /ItalicAngle 0 /StemV 93 /FontBBox [-25 -254 1000 880] >> >>] >>`

/** A4 pages with these contents; `catalog` and `page` are further entries of the catalogue and of every page. */
export function pdfOf(contents: readonly (string | Buffer)[], catalog = '', page = ''): Buffer {
  const first = 4
  const kids = contents.map((_, at) => `${first + 2 * at} 0 R`).join(' ')
  return fileOf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    FONT,
    ...contents.flatMap((data, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * at + 1} 0 R ${page} >>`,
      typeof data === 'string' ? stream(data) : data,
    ]),
  ])
}
