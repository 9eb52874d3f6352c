import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ARTEFACTS, hasBrowser, type Opened, overflowing, Reader } from './browser.js'
import { CARE, HOSTILE, pageOf, WATER } from './plans.js'
import { seeds } from '../pipeline/seeds.js'

if (!hasBrowser) console.warn('The html page is not tested in a browser: there is no /usr/bin/chromium.')

const PLANS = pageOf({ 'care.txt': CARE, 'water.txt': WATER }, 'en')

describe.runIf(hasBrowser)('the page in a browser', { timeout: 60_000 }, () => {
  let reader: Reader
  beforeAll(async () => {
    reader = await Reader.start()
  }, 30_000)
  afterAll(() => reader?.stop())

  const open = (hash = ''): Promise<Opened> => reader.open(PLANS, { hash })
  const rows = '#view-obligations .row'
  const hashOf = ({ page }: Opened): URLSearchParams => new URLSearchParams(new URL(page.url()).hash.slice(1))

  test('shows the text with its marks beside the list, and asks for nothing else', async () => {
    const { page, complaints } = await open()
    expect(await page.locator(rows).count()).toBe(7)
    expect(await page.locator('.line').first().textContent()).toBe('临江市养老服务提升行动方案')
    expect(await page.locator('.line .target').allTextContents()).toContain('社区养老服务覆盖率达到95%以上')
    expect(await page.locator('.line .assignment').count()).toBeGreaterThan(2)
    expect(await page.title()).toContain('临江市养老服务提升行动方案')
    expect(complaints).toEqual([])
  })

  test('filters by type, body, words and day, and keeps them in the address', async () => {
    const opened = await open()
    const { page } = opened
    await page.click('.types [data-type=prohibition]')
    expect(await page.locator(`${rows} .content`).allTextContents()).toEqual(['严禁挪用养老服务资金。'])
    await page.click('.types [data-type=prohibition]')
    await page.fill('[name=body]', '=市财政局')
    await expect.poll(() => page.locator(rows).count()).toBe(2)
    await page.fill('[name=after]', '2023-06-01')
    await page.fill('[name=before]', '2023-06-30')
    await expect.poll(() => page.locator(rows).count()).toBe(1)
    expect(await page.locator('.count').textContent()).toBe('1 of 7 obligations')
    expect(Object.fromEntries(hashOf(opened))).toEqual({
      body: '=市财政局',
      after: '2023-06-01',
      before: '2023-06-30',
    })
    await page.reload()
    expect(await page.locator(rows).count()).toBe(1)
    expect(await page.locator('.line .obligation.out').count()).toBe(6)
    await page.click('.clear')
    expect(await page.locator(rows).count()).toBe(7)
    expect(page.url()).not.toContain('#')
  })

  test('filters that fit nothing say so', async () => {
    const { page } = await open('q=没有这样的词')
    expect(await page.locator('#view-obligations').textContent()).toContain('No obligation fits')
  })

  test('goes from the list to the text and back', async () => {
    const opened = await open()
    const { page } = opened
    await page.locator(rows, { hasText: '摸底' }).click()
    expect(await page.locator('.line .obligation.chosen').textContent()).toContain('完成老旧小区养老设施摸底')
    expect(hashOf(opened).get('sel')).toBe('2.1-1')
    await page.locator('.line .obligation', { hasText: '安全检查' }).click()
    expect(await page.locator('.row.chosen').textContent()).toContain('安全检查')
    expect(await page.locator('.inspector').textContent()).toContain('FREQ=YEARLY')
  })

  test('shows what a bracket covers, and a target with what it belongs to', async () => {
    const { page } = await open()
    await page.locator('.line .assignment', { hasText: '责任单位' }).first().click()
    expect(await page.locator('.line .covered').allTextContents()).toEqual([
      '每年12月底前开展一次安全检查。',
      '严禁挪用养老服务资金。',
    ])
    expect(await page.locator('.inspector').textContent()).toContain('市审计局')
    await page.locator('.line .target', { hasText: '覆盖率' }).click()
    expect(await page.locator('.inspector').textContent()).toContain('≥ 95%')
    await page.locator('.inspector .close').click()
    expect(await page.locator('.inspector').isVisible()).toBe(false)
  })

  test('marks can be switched off', async () => {
    const { page } = await open()
    await page.click('.switch.target')
    const ground = "getComputedStyle(document.querySelector('.line .target')).backgroundColor"
    expect(await page.evaluate(ground)).toBe('rgba(0, 0, 0, 0)')
  })

  test('is worked by keys', async () => {
    const opened = await open()
    const { page } = opened
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(hashOf(opened).get('sel')).toBe('2.1-1')
    await page.keyboard.press('k')
    expect(hashOf(opened).get('sel')).toBe('1-1')
    await page.keyboard.press('Escape')
    expect(hashOf(opened).get('sel')).toBeNull()
    await page.keyboard.press('3')
    expect(await page.locator('#view-bodies').isVisible()).toBe(true)
    await page.keyboard.press('/')
    await page.keyboard.type('资金')
    await expect.poll(() => page.locator(rows).count()).toBe(1)
    await page.keyboard.press('Escape')
    await page.keyboard.press(']')
    expect(await page.locator('h1').textContent()).toBe('青石县节水型社会建设工作计划')
    await page.keyboard.press('?')
    expect(await page.locator('dialog').isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await page.locator('dialog').isVisible()).toBe(false)
  })

  test('bars and days of the pictures are filters', async () => {
    const opened = await open('view=bodies')
    const { page } = opened
    await page.locator('.bar', { hasText: '市审计局' }).first().click()
    expect(hashOf(opened).get('body')).toBe('=市审计局')
    expect(await page.locator(rows).count()).toBe(2)
    await page.goto(page.url().replace(/#.*/, '#view=times'))
    await page.locator('.stem[data-date="2025-12-31"]').press('Enter')
    expect(hashOf(opened).get('after')).toBe('2025-12-31')
  })

  test.each([400, 1600])('words of the time line stay in it (%i pixels)', async (width) => {
    const { page } = await reader.open(PLANS, { width, hash: 'view=times' })
    await page.screenshot({ path: `${ARTEFACTS}/periods-${width}.png` })
    expect(await page.locator('.period').count()).toBe(1)
    expect(await overflowing(page)).toEqual([])
  })

  test('lists all documents together', async () => {
    const { page } = await open('doc=*')
    await page.locator(rows, { hasText: '水平衡测试' }).click()
    expect(await page.locator('.line .obligation.chosen').textContent()).toContain('水平衡测试')
    expect(await page.locator('.group').first().textContent()).toContain('临江市养老服务提升行动方案')
  })

  test('notes lead to their place', async () => {
    const { page } = await open('doc=water&view=notes')
    await page.locator('.notes button').first().click()
    expect(await page.locator('.inspector').isVisible()).toBe(true)
  })

  test('speaks both languages, in dark and light', async () => {
    const { page } = await reader.open(PLANS, { dark: true })
    const ground = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor')
    expect(await ground()).toBe('rgb(20, 23, 28)')
    await page.click('.tool-theme')
    expect(await ground()).toBe('rgb(246, 247, 249)')
    await page.click('.tool-language')
    expect(await page.locator('.tab').allTextContents()).toEqual(['原文', '义务', '单位', '时间', '提示'])
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  })

  test('has a row for every obligation on paper', async () => {
    const { page } = await open()
    const paper = await page.pdf({ path: `${ARTEFACTS}/paper.pdf`, format: 'A4' })
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
    await page.emulateMedia({ media: 'print' })
    for (const view of ['obligations', 'bodies', 'times', 'notes'])
      expect(await page.locator(`#view-${view}`).isVisible()).toBe(true)
    expect(await page.locator('.filters').isVisible()).toBe(false)
  })

  test('takes no text for markup', async () => {
    const { page, complaints } = await reader.open(pageOf({ '<b>.txt': HOSTILE }))
    for (const view of ['bodies', 'times', 'notes', 'obligations']) {
      await page.goto(page.url().replace(/#.*|$/, `#view=${view}`))
    }
    for (const row of await page.locator(rows).all()) await row.click()
    expect(await page.evaluate('window.hacked')).toBeUndefined()
    expect(await page.locator('.text img, .text script, .text b, .row script, .row svg').count()).toBe(0)
    expect(complaints).toEqual([])
    const text = await page.locator('.line').first().textContent()
    expect(text).toBe(HOSTILE.split('\n')[0])
  })

  test('says why there is no text', async () => {
    const page = pageOf({ 'care.txt': CARE }).replace(
      /"text":"(?:[^"\\]|\\.)*","without":null/,
      '"text":null,"without":"missing"',
    )
    const opened = await reader.open(page)
    expect(await opened.page.locator('.text').textContent()).toContain('--sources')
    expect(opened.complaints).toEqual([])
  })

  test('stays usable with a document of a megabyte', async () => {
    const text = seeds.map(({ text }) => text).join('\n')
    const html = pageOf({ 'large.txt': text.repeat(Math.ceil(1e6 / Buffer.byteLength(text))) })
    const start = performance.now()
    const { page } = await reader.open(html)
    await page.keyboard.press('j')
    const opened = performance.now() - start
    const before = performance.now()
    for (let i = 0; i < 20; i++) await page.keyboard.press('j')
    await page.keyboard.press('/')
    await page.keyboard.type('质量')
    await expect.poll(() => page.locator('.count').textContent()).toContain(' of ')
    const worked = performance.now() - before
    console.log(`1 MB: open ${Math.round(opened)} ms, 20 steps and a search ${Math.round(worked)} ms`)
    expect(opened).toBeLessThan(10_000)
    expect(worked).toBeLessThan(15_000)
  })

  test.each([400, 1000, 1600])('every view fits in %i pixels', async (width) => {
    const hash = `doc=${seeds[1]?.name}&sel=2.1.1-2`
    const { page, complaints } = await reader.open(seedPage(), { width, hash })
    for (const view of ['source', 'obligations', 'bodies', 'times', 'notes']) {
      await page.goto(page.url().replace(/#.*/, `#${hash}&view=${view}`))
      await page.screenshot({ path: `${ARTEFACTS}/${view}-${width}.png` })
      expect(await overflowing(page)).toEqual([])
    }
    await page.goto(page.url().replace(/#.*/, '#doc=*&view=times'))
    expect(await overflowing(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(page.url().replace(/#.*/, `#doc=${seeds[2]?.name}&lang=en&sel=2.1-7`))
    await page.screenshot({ path: `${ARTEFACTS}/dark-${width}.png` })
    expect(await overflowing(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})

let made: string | undefined

/** The page of the five seeds, made once. */
const seedPage = (): string =>
  (made ??= pageOf(Object.fromEntries(seeds.map(({ name, text }) => [`${name}.txt`, text])), 'zh'))
