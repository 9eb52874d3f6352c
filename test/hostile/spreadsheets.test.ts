import { parse } from 'csv-parse/sync'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { convertIcsCalendar } from 'ts-ics'
import { describe, expect, it } from 'vitest'
import { CFB, read, utils, type WorkSheet } from 'xlsx'
import type { Registry } from '../../src/index.js'
import { csv } from '../../src/writers/csv.js'
import { write, writerOf } from '../../src/writers/index.js'
import { saying } from '../writers/example.js'
import { registryOf } from '../registry-schema/example.js'
import { planted } from './planted.js'

/** Every control character but the three that are white space, what no XML may hold, and halves of characters. */
const FORBIDDEN = [...Array(32).keys()]
  .filter((code) => ![9, 10, 13].includes(code))
  .map((code) => String.fromCharCode(code))
  .concat('\u007f', '\u0080', '\u009b', '\ufffe', '\uffff', '\ud800', '\udc00')

async function whole(format: 'xlsx' | 'ics', registry: Registry): Promise<Uint8Array | string> {
  const writer = await writerOf(format, 'zh')
  if (!('whole' in writer)) throw new Error('no whole writer')
  return writer.whole(registry, { language: 'zh' })
}

const workbook = async (registry: Registry): Promise<Buffer> =>
  Buffer.from((await whole('xlsx', registry)) as Uint8Array)

const cellsOf = (bytes: Buffer): WorkSheet[string][] =>
  Object.values(read(bytes).Sheets).flatMap((sheet) =>
    Object.entries(sheet).flatMap(([address, cell]) =>
      address.startsWith('!') ? [] : [cell as WorkSheet[string]],
    ),
  )

describe('a cell of csv is no formula', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u3000=1',
    '\u00a0=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '﹦1',
    '﹢1',
    '﹣1',
    '﹫x',
    '\ufeff=1',
    '\u200b=1',
    '\u202e=1',
    '\u2060=1',
    '\u0000=1',
    '\tx',
    '\rx',
    '\nx',
    '=HYPERLINK("http://x")',
    "=cmd|'/C calc'!A0",
  ])('%j', (words) => {
    const [line] = parse(write(csv('zh'), saying(words)), {
      bom: true,
      columns: true,
      record_delimiter: '\r\n',
    }) as Record<string, string>[]
    expect(line?.['任务内容']).toMatch(/^'/)
  })

  it('wherever it stands', () => {
    const registry = planted(registryOf(), '')
    const [document] = registry.documents
    document!.title = '=1'
    document!.obligations[0]!.id = '@1'
    document!.sections[0]!.number = '-1'
    for (const { bodies } of document!.assignments) for (const body of bodies) body.name = '+1'
    const lines = parse(write(csv('zh'), registry), { record_delimiter: '\r\n' }) as string[][]
    for (const cell of lines.slice(1).flat()) expect(cell).not.toMatch(/^[=+\-@]/)
  })
})

describe('what a file of a program cannot hold', () => {
  const words = `甲${FORBIDDEN.join('乙')}丙`

  it('csv: control characters become U+FFFD', () => {
    const text = write(csv('zh'), saying(words))
    // oxlint-disable-next-line no-control-regex -- exactly these are meant
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/)
    expect(parse(text, { bom: true, columns: true, record_delimiter: '\r\n' })).toHaveLength(1)
  })

  it('csv: quotes, commas and line breaks end no cell', () => {
    const nasty = 'a","b\r\n"c",\n=1\r,"'
    const [line] = parse(write(csv('zh'), saying(nasty)), {
      bom: true,
      columns: true,
      record_delimiter: '\r\n',
    }) as Record<string, string>[]
    expect(line?.['任务内容']).toBe(nasty)
  })

  it.each(FORBIDDEN)('xlsx: %j in every place leaves a workbook that opens', async (sign) => {
    const bytes = await workbook(planted(registryOf(), `甲${sign}乙`))
    const parts = CFB.read(bytes, { type: 'buffer' })
    for (const [i, name] of parts.FullPaths.entries()) {
      if (!/\.(?:xml|rels)$/.test(name)) continue
      const xml = new TextDecoder('utf-8', { fatal: true }).decode(
        Uint8Array.from(parts.FileIndex[i]?.content ?? []),
      )
      expect([name, XMLValidator.validate(xml)]).toEqual([name, true])
      // oxlint-disable-next-line no-control-regex -- exactly these are meant
      expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
      expect(xml).not.toMatch(
        /&#(?:x0*(?:[0-8bcef]|1[0-9a-f]|d[89a-f]..|fff[ef])|0*(?:[0-8]|1[124-9]|2\d|3[01]));/i,
      )
    }
    const text = cellsOf(bytes)
      .map(({ v }) => String(v))
      .join('\n')
    expect(text).toMatch(/甲.?乙/)
  })

  it('xlsx: nothing is a formula or a link, whatever it begins with', async () => {
    for (const words of [
      '=1+1',
      '＝1+1',
      '+1',
      '-1',
      '@x',
      '\t=1',
      '=HYPERLINK("http://x")',
      'http://x.example',
      '1e5',
    ]) {
      const bytes = await workbook(saying(words))
      const cells = cellsOf(bytes)
      expect(cells.filter(({ f, l }) => f !== undefined || l !== undefined)).toEqual([])
      expect(cells.find(({ v }) => v === words)?.t).toBe('s')
      const { SheetNames, Sheets } = read(bytes)
      expect(
        SheetNames.flatMap((name) => utils.sheet_to_formulae(Sheets[name]!)).filter((cell) =>
          /^\w+=[^'\d]/.test(cell),
        ),
      ).toEqual([])
    }
  })

  it('xlsx: text is no markup', async () => {
    const words = ']]></t></si><si><t>"\'&lt;&#10;<f>1+1</f>_x0000_'
    const bytes = await workbook(planted(registryOf(), words))
    const texts = cellsOf(bytes).map(({ v }) => String(v))
    expect(texts.filter((text) => text.endsWith(words)).length).toBeGreaterThan(3)
    const xml = Buffer.from(
      CFB.find(CFB.read(bytes, { type: 'buffer' }), '/xl/worksheets/sheet1.xml')?.content ?? [],
    ).toString()
    const flat = JSON.stringify(new XMLParser({ ignoreAttributes: false }).parse(xml))
    expect(flat).not.toContain('"f":')
  })
})

describe('a calendar', () => {
  const NAMES =
    /^(?:BEGIN|END|VERSION|PRODID|METHOD|X-WR-CALNAME|UID|DTSTAMP|DTSTART|DTEND|DUE|STATUS|TRANSP|RRULE|SUMMARY|DESCRIPTION|CATEGORIES)[:;]/

  it.each([
    '\r\nEND:VTODO\r\nBEGIN:VALARM\r\nACTION:EMAIL',
    '\nATTACH:http://x\n',
    '\rX-EVIL:1\r',
    '\u2028SUMMARY:x\u2029\u0085\u000b\u000c',
    '\\nATTENDEE:mailto:x\\;\\,',
    ';VALUE=URI:x","\u0000\u001b[2J\u009b',
    '\ud800',
  ])('%j in every place adds no line of its own', async (words) => {
    const text = (await whole('ics', planted(registryOf(), words))) as string
    const plain = (await whole('ics', registryOf())) as string
    const linesOf = (from: string): string[] =>
      from
        .replaceAll(/\r\n[ \t]/g, '')
        .split('\r\n')
        .slice(0, -1)
    const namesOf = (from: string): string[] =>
      linesOf(from).map((line) => /^(?:BEGIN|END):\w+$|^[A-Z-]+/.exec(line)?.[0] ?? line)
    expect(namesOf(text)).toEqual(namesOf(plain))
    for (const line of linesOf(text)) expect(line).toMatch(NAMES)
    // Line breaks only as CRLF, no line over 75 octets, and nothing that steers a terminal or program.
    // oxlint-disable-next-line no-control-regex -- exactly these are meant
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const { todos = [], events = [] } = convertIcsCalendar(undefined, text)
    expect(todos.length + events.length).toBe(
      namesOf(plain).filter((name) => /^BEGIN:V(?:TODO|EVENT)$/.test(name)).length,
    )
  })
})
