import iconv from 'iconv-lite'
import { Converter } from 'opencc-js/cn2t'
import { describe, expect, it } from 'vitest'
import { decode, encodingOf } from '../../src/readers/decode.js'
import { seeds } from '../pipeline/seeds.js'

const PLAN = '一、总体要求\n（一）到2027年，普惠托育覆盖率达到90%以上。（市卫生健康委牵头，市财政局配合）\n'
const toTraditional = Converter({ from: 'cn', to: 'tw' })

describe('the encoding is found', () => {
  it.each([
    ['UTF-8', Buffer.from(PLAN), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${PLAN}`), 'utf-8'],
    ['plain ASCII', Buffer.from('1. Plan\n'), 'utf-8'],
    ['UTF-16', iconv.encode(PLAN, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16, big end first', iconv.encode(PLAN, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['GB18030', iconv.encode(PLAN, 'gb18030'), 'gb18030'],
    ['GB18030 with rare characters', iconv.encode(`${PLAN}㐀𠮷镕`, 'gb18030'), 'gb18030'],
    ['Big5', iconv.encode(toTraditional(PLAN), 'big5'), 'big5'],
  ])('%s', (_, bytes, encoding) => {
    const found = decode(bytes)
    expect(found).toMatchObject({ encoding })
    expect('text' in found && iconv.encode(found.text, encoding).toString('hex')).toBe(bytes.toString('hex'))
  })

  const lines = seeds
    .flatMap(({ text }) => text.split('\n'))
    .filter((line) => /[\u4e00-\u9fff]{2}/.test(line))

  it('of nearly every single line of the seeds in GB18030', () => {
    const right = lines.filter((line) => {
      const found = decode(iconv.encode(line, 'gb18030'))
      return 'text' in found && found.text === line
    })
    expect(right.length / lines.length).toBeGreaterThan(0.99)
  })

  it('of nearly every single line of the seeds in Big5', () => {
    const all = lines
      .map((line) => toTraditional(line))
      .filter((line) => !iconv.encode(line, 'big5').includes(0x3f))
    const right = all.filter((line) => {
      const found = decode(iconv.encode(line, 'big5'))
      return 'text' in found && found.text === line
    })
    expect(right.length / all.length).toBeGreaterThan(0.98)
  })

  it('or forced, by any of its names', () => {
    expect(encodingOf(' GB2312 ')).toBe('gb18030')
    expect(encodingOf('latin1')).toBeUndefined()
    expect(decode(iconv.encode(PLAN, 'utf-16le'), { forced: 'utf-16le' })).toMatchObject({ text: PLAN })
  })
})

describe('what cannot be read is an error that names the byte', () => {
  it.each([
    ['UTF-8 that ends inside a character', Buffer.from(PLAN).subarray(0, -2), 'UTF-8', '0xBC'],
    [
      'one wrong byte in UTF-8',
      Buffer.concat([Buffer.from(PLAN), Buffer.of(0xff), Buffer.from(PLAN)]),
      'UTF-8',
      '0xFF',
    ],
    [
      'one wrong byte in GB18030',
      Buffer.concat([iconv.encode(PLAN, 'gbk'), Buffer.of(0xff, 0xff)]),
      'GB18030',
      '0xFF',
    ],
    ['half a character in UTF-16', Buffer.from('fffe004e01', 'hex'), 'UTF-16LE', '0x01'],
    ['another language', iconv.encode('Größe für Straßenbäume', 'latin1'), 'GB18030', '0x65'],
  ])('%s', (_, bytes, encoding, value) => {
    const found = decode(bytes)
    expect(found).toMatchObject({ code: 'file-undecodable', values: { encoding, value } })
  })

  it('under a forced encoding nothing else is tried', () => {
    const found = decode(iconv.encode(PLAN, 'gbk'), { forced: 'utf-8' })
    expect(found).toMatchObject({
      code: 'file-undecodable',
      values: { encoding: 'UTF-8', byte: '2', line: '1' },
    })
  })
})
