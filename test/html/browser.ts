import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'

/** Debian's browser, or the one that the environment names. */
const executablePath = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && existsSync(path),
)

export const hasBrowser = executablePath !== undefined

/** What CI keeps: pictures of the page, out of git. */
export const ARTEFACTS = 'artefacts/html'

export interface Opened {
  readonly page: Page
  /** Errors, warnings and requests other than for the page itself. */
  readonly complaints: string[]
}

export interface View {
  readonly width?: number
  readonly hash?: string
  readonly dark?: boolean
}

/** A browser for one test file, with the pages that it was given as files. */
export class Reader {
  private readonly folder = mkdtempSync(join(tmpdir(), 'qparse-html-'))
  private count = 0

  private constructor(private readonly browser: Browser) {}

  static async start(): Promise<Reader> {
    mkdirSync(ARTEFACTS, { recursive: true })
    const browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
    return new Reader(browser)
  }

  async open(html: string, { width = 1600, hash = '', dark = false }: View = {}): Promise<Opened> {
    const file = join(this.folder, `${this.count++}.html`)
    writeFileSync(file, html)
    const context = await this.browser.newContext({
      viewport: { width, height: width < 700 ? 840 : 1000 },
      colorScheme: dark ? 'dark' : 'light',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(5000)
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
    page.on('request', (request) => {
      if (!request.url().startsWith(pathToFileURL(file).href)) complaints.push(`request: ${request.url()}`)
    })
    await page.goto(`${pathToFileURL(file).href}${hash === '' ? '' : `#${hash}`}`)
    return { page, complaints }
  }

  async stop(): Promise<void> {
    await this.browser.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** What is wider than its place: the page itself, a part that nobody can scroll sideways to read, words of a picture. */
export const overflowing = (page: Page): Promise<string[]> => page.evaluate(OVERFLOWING)

const OVERFLOWING = `(() => {
  const name = (element) => element.tagName + '.' + element.getAttribute('class') + ' ' + element.textContent.slice(0, 20)
  const parts = 'html, header, nav:not(.tabs), form, section, main, .view, .text, .row, .line, svg, button, .inspector'
  const wide = [...document.querySelectorAll(parts)]
    .filter((element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
    .filter((element) => getComputedStyle(element).display !== 'inline')
  const cut = [...document.querySelectorAll('svg text')].filter((text) => {
    const place = text.getBoundingClientRect()
    const frame = text.ownerSVGElement.getBoundingClientRect()
    return place.width > 0 && (place.left < frame.left - 1 || place.right > frame.right + 1)
  })
  return [...wide, ...cut].map(name)
})()`
