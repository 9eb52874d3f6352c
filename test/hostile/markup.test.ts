import { createHash } from 'node:crypto'
import { type DefaultTreeAdapterTypes as Tree, parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { diffRegistries } from '../../src/diff/diff.js'
import { htmlDiff } from '../../src/diff/html.js'
import { compileText } from '../../src/index.js'
import { htmlPage } from '../../src/writers/html.js'
import { registryOf } from '../registry-schema/example.js'
import { planted } from './planted.js'

const WORDS = [
  '</script><script>window.hacked=1</script>',
  '<!--<script>',
  '--></script></style></title></textarea></noscript><svg onload=hacked()>',
  '"><img src=x onerror=hacked()>',
  "' onmouseover='hacked()' x='",
  '<meta http-equiv=refresh content="0;url=javascript:hacked()"><base href=//x>',
  '<plaintext>]]><?x ?><![CDATA[',
  '&lt;script&gt;&#60;b>&#x3c;b>',
  '</body></html><iframe srcdoc="<script>hacked()</script>">',
  '\u2028\u2029\u0000\ud800\u202e<b>\r\n<i>',
]

/** Every element with its attributes, in the order of the page. */
function elementsOf(html: string): Tree.Element[] {
  const found: Tree.Element[] = []
  const visit = (node: Tree.Node): void => {
    if ('tagName' in node) found.push(node)
    if ('childNodes' in node) node.childNodes.forEach(visit)
    if ('content' in node) visit(node.content)
  }
  visit(parse(html))
  return found
}

const textOf = (node: Tree.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''

const tagOf = ({ tagName, attrs }: Tree.Element): string =>
  [tagName, ...attrs.map(({ name, value }) => `${name}=${value}`)].join(' ')

const commentsOf = (html: string): string[] => {
  const found: string[] = []
  const visit = (node: Tree.Node): void => {
    if (node.nodeName === '#comment') found.push((node as Tree.CommentNode).data)
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(html))
  return found
}

const isProgram = ({ tagName, attrs }: Tree.Element): boolean => tagName === 'script' && attrs.length === 0
const isData = ({ tagName, attrs }: Tree.Element): boolean => tagName === 'script' && attrs.length > 0

/** What the policy of a page allows of styles or scripts. */
const allowed = (elements: readonly Tree.Element[], kind: string): string | undefined =>
  elements
    .flatMap(({ attrs }) => attrs)
    .find(({ value }) => value.startsWith("default-src 'none'"))
    ?.value.split('; ')
    .find((rule) => rule.startsWith(kind))

const hashOf = (element: Tree.Element | undefined): string =>
  `'sha256-${createHash('sha256')
    .update(element ? textOf(element) : '')
    .digest('base64')}'`

describe.each(WORDS)('the page of a registry with %j in every place', (words) => {
  const registry = registryOf()
  const page = htmlPage(planted(registry, words), new Map(), 'zh')
  const elements = elementsOf(page)

  it('has the elements and attributes of any other', () => {
    const plain = elementsOf(htmlPage(registry, new Map(), 'zh'))
    expect(elements.map(tagOf)).toEqual(plain.map(tagOf))
    expect(elements.filter(isProgram).map(textOf)).toEqual(plain.filter(isProgram).map(textOf))
    expect(commentsOf(page)).toEqual([])
  })

  it('allows its own style and program alone', () => {
    const program = elements.find(isProgram)
    expect(allowed(elements, 'script-src')).toBe(`script-src ${hashOf(program)}`)
    expect(allowed(elements, 'style-src')).toContain(
      hashOf(elements.find(({ tagName }) => tagName === 'style')),
    )
  })

  it('says the words as they are', () => {
    const [, document] = elements
      .filter(isData)
      .map((item) => JSON.parse(textOf(item)) as Record<string, unknown>)
    expect(document?.['title']).toBe(`${registry.documents[0]?.title}${words}`)
  })
})

it.each(WORDS)('a text that holds %j comes to the page as it is', (words) => {
  const text = `关于${words}的工作方案\n一、任务\n（一）推进${words}建设。（市${words}局负责）\n`
  const document = compileText(text, { path: `${words}.txt` })
  const page = htmlPage({ ...registryOf(), documents: [document] }, new Map([[document.id, text]]), 'en')
  const elements = elementsOf(page)
  expect(elements.filter(isProgram)).toHaveLength(1)
  const data = elements.filter(isData).map((item) => JSON.parse(textOf(item)) as Record<string, unknown>)
  expect(data).toHaveLength(2)
  expect(data[1]?.['text']).toBe(text)
})

describe.each(WORDS)('the comparison of a registry with one that has %j in every place', (words) => {
  const plain = registryOf()
  const TAGS =
    /^(?:html lang=\w+(?:-CN)?|head|meta (?:charset=utf-8|name=viewport .*|http-equiv=Content-Security-Policy .*)|title|style|body|h[123]|ul|li|b|table|tbody|tr|th|td(?: class=n)?|article|div(?: class=(?:sides|place)| lang=zh-CN)?|del|ins)$/

  it.each([
    ['came', plain, planted(plain, words)],
    ['went', planted(plain, words), plain],
    ['stayed', planted(plain, words), planted(plain, words)],
  ])('where they %s, nothing of them is markup', (_, old, now) => {
    const page = htmlDiff(diffRegistries(old, now), 'en')
    const elements = elementsOf(page)
    expect(elements.map(tagOf).filter((tag) => !TAGS.test(tag))).toEqual([])
    expect(commentsOf(page)).toEqual([])
    expect(allowed(elements, 'style-src')).toBe(
      `style-src ${hashOf(elements.find(({ tagName }) => tagName === 'style'))}`,
    )
  })
})
