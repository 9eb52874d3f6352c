import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { htmlPage } from '../../src/writers/html.js'
import type { PageDocument } from '../../src/writers/html/model.js'
import { WRITERS } from '../../src/writers/index.js'
import { CARE, given, HOSTILE, pageOf, WATER } from './plans.js'

/** The documents in a page, as its program reads them. */
const documentsIn = (page: string): PageDocument[] =>
  [...page.matchAll(/<script type="application\/json" class="document">(.*?)<\/script>/gs)].map(
    ([, json]) => JSON.parse(json ?? '') as PageDocument,
  )

describe('the page of a registry', () => {
  const page = pageOf({ 'care.txt': CARE, 'water.txt': WATER }, 'zh')

  test('stands alone: it names no file and no address to load', () => {
    expect(page).not.toMatch(/<link|<img|<iframe|@import|@font-face|url\(|\bsrc=/)
    expect(page).not.toMatch(/\bfetch\(|XMLHttpRequest|import\(|WebSocket|sendBeacon/)
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\//)
  })

  test('allows its own style and program and nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? ''
    const hash = (content = ''): string => `'sha256-${createHash('sha256').update(content).digest('base64')}'`
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1]
    const script = /<script>(.*?)<\/script>/s.exec(page)?.[1]
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hash(style)}`,
      `script-src ${hash(script)}`,
      "base-uri 'none'",
      "form-action 'none'",
    ])
  })

  test('speaks the language that it was asked for', () => {
    expect(page).toContain('<html lang="zh-CN">')
    expect(pageOf({ 'care.txt': CARE }, 'en')).toContain('<html lang="en">')
  })

  test('is the same every time', () => {
    expect(pageOf({ 'care.txt': CARE, 'water.txt': WATER }, 'zh')).toBe(page)
  })

  test('holds each text once; quotes are cut from it', () => {
    const [care] = documentsIn(page)
    expect(care?.text).toBe(CARE)
    const first = care?.obligations[0]
    expect(CARE.slice(first?.at.start, first?.at.end)).toContain('社区养老服务覆盖率')
    expect(page.split('养老机构护理型床位占比不低于55%')).toHaveLength(2)
  })

  test('says every note in both languages', () => {
    const notes = documentsIn(page)[1]?.diagnostics ?? []
    expect(notes.length).toBeGreaterThan(0)
    for (const { en, zh } of notes) {
      expect(en).toMatch(/[a-z]{3}/)
      expect(zh).toMatch(/[\u4e00-\u9fff]{3}/)
    }
  })
})

describe('a page without the text', () => {
  test('keeps the quotes of the registry', () => {
    const { registry } = given({ 'care.txt': CARE })
    const [care] = documentsIn(htmlPage(registry, new Map(), 'en'))
    expect(care).toMatchObject({ text: null, without: 'missing' })
    expect(care?.obligations[0]?.at.text).toBe(registry.documents[0]?.obligations[0]?.text)
  })

  test('takes no text but the one that the registry was made from', () => {
    const { registry } = given({ 'care.txt': CARE })
    for (const other of [CARE.replaceAll('60个', '70个'), CARE.slice(1), '']) {
      const [care] = documentsIn(htmlPage(registry, new Map([['care', other]]), 'en'))
      expect(care).toMatchObject({ text: null, without: 'other' })
    }
  })
})

describe('a text that looks like markup', () => {
  const page = pageOf({ '<b>.txt': HOSTILE })

  test('never becomes markup of the page', () => {
    expect(page.match(/<script/g)).toHaveLength(3)
    expect(page.match(/<\/script/g)).toHaveLength(3)
    expect(page).not.toMatch(/<(?:img|svg|b>|!--)/)
  })

  test('comes back as it was', () => {
    expect(documentsIn(page)[0]?.text).toBe(HOSTILE)
  })
})

test('formats that can be read again are no pages', () => {
  expect(Object.keys(WRITERS)).not.toContain('html')
})
