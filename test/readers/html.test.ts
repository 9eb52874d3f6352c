import { describe, expect, it } from 'vitest'
import { SourceText } from '../../src/source/source-text.js'
import { compileBytes } from '../../src/compile.js'
import { readHtml } from '../../src/readers/html.js'

const lines = (html: string): string[] => {
  const read = readHtml(html)
  return 'text' in read ? read.text.split('\n').slice(0, -1) : [read.code]
}

describe('text as the page shows it', () => {
  it.each([
    ['paragraphs', '<p>一、总体要求</p><p>加强监管。</p>', ['一、总体要求', '加强监管。']],
    [
      'line breaks',
      '<p>责任单位：市教育局<br>完成时限：2027年</p>',
      ['责任单位：市教育局', '完成时限：2027年'],
    ],
    ['parts of a line', '<p><b>一、</b><span>总体</span><i>要求</i></p>', ['一、总体要求']],
    ['lines of the file', '<p>市教育局要\n    加强监管\n</p>', ['市教育局要加强监管']],
    ['spaces', '<p>&nbsp;&nbsp;　　2027 年   底</p>', ['2027 年 底']],
    ['character references', '<p>&#19968;、&ldquo;十五五&rdquo;&lt;规划&gt;</p>', ['一、“十五五”<规划>']],
    ['characters that are not seen', '<p>责任\u200b单位</p>', ['责任单位']],
    ['scripts and styles', '<style>p{}</style><p>正文。</p><script>由市教育局负责</script>', ['正文。']],
    ['hidden text', '<p>正文甲。正文乙。</p><div style="display: none">隐藏</div>', ['正文甲。正文乙。']],
    [
      'numbers of a list',
      '<ol><li>加强监管。</li><li><p>严格执法。</p></li></ol>',
      ['1. 加强监管。', '2. 严格执法。'],
    ],
    ['numbers of its own', '<ol><li>（一）加强监管。</li></ol>', ['（一）加强监管。']],
    ['preformatted lines', '<pre>一、总则\n加强监管。</pre>', ['一、总则', '加强监管。']],
    ['a table of one column', '<table><tr><td><p>甲。</p><p>乙。</p></td></tr></table>', ['甲。', '乙。']],
    [
      'cells',
      '<table><tr><td>索引号</td><td>A1</td></tr><tr><td>文号</td><td>1</td></tr></table>',
      ['索引号\tA1', '文号\t1'],
    ],
    ['what was not closed', '<div><p>甲。<p>乙。<table><tr><td>丙', ['甲。', '乙。', '丙']],
    ['nothing', '<div><script>x</script></div>', ['file-empty']],
  ])('%s', (_, html, expected) => expect(lines(html)).toEqual(expected))
})

const ARTICLE = `<p>各区人民政府：</p><p>为加强托育服务，制定本方案。</p><p>一、主要任务</p>
<p>（一）加强监管。开展专项检查，建立台账。（市卫生健康委负责）</p><p>二、保障措施</p><p>各区要落实责任，及时报告。</p>
<p>某市人民政府</p><p>2026年1月5日</p>`
const TEXT = lines(ARTICLE)

describe('the article among the page around it', () => {
  it.each([
    [
      'navigation',
      `<ul class="nav"><li><a href="a">首页</a><li><a href="b">新闻</a></ul><div>${ARTICLE}</div>`,
    ],
    [
      'navigation without a name',
      `<div><a href="a">首页</a> <a href="b">新闻</a> <a href="c">政务</a></div><div>${ARTICLE}</div>`,
    ],
    [
      'a layout table',
      `<table><tr><td width="20%"><a href="a">首页</a><a href="b">新闻</a></td><td>${ARTICLE}</td></tr></table>`,
    ],
    [
      'a footer',
      `<div id="zoom">${ARTICLE}</div><div class="foot">版权所有：某市人民政府　主办单位：市政府办公室。</div>`,
    ],
    ['share buttons', `<div>${ARTICLE}<div class="bdsharebuttonbox"><a href="#">微信</a></div></div>`],
    [
      'related links',
      `<div>${ARTICLE}</div><div><h3>相关阅读</h3><ul><li><a href="a">市政府部署托育工作，要求各区抓好落实</a></ul></div>`,
    ],
    [
      'a pager',
      `<div><div>${ARTICLE}</div><p>上一篇：<a href="a">通知</a></p><p>【打印本页】【关闭窗口】</p></div>`,
    ],
    ['a form around all', `<form><div class="main"><div class="share">分享到</div>${ARTICLE}</div></form>`],
  ])('%s', (_, html) => expect(lines(html)).toEqual(TEXT))

  it('keeps title, index table and attachments', () => {
    const html = `<div class="top"><a href="a">首页</a></div><div class="box"><h1>托育服务行动方案</h1>
      <table><tr><td>索引号：</td><td>A/2026-1</td></tr><tr><td>发文字号：</td><td>某政发〔2026〕1号</td></tr></table>
      <div class="con">${ARTICLE}</div><p>附件：<a href="f.pdf">任务清单</a></p></div>`
    expect(lines(html)).toEqual([
      '托育服务行动方案',
      '索引号：\tA/2026-1',
      '发文字号：\t某政发〔2026〕1号',
      ...TEXT,
      '附件：任务清单',
    ])
  })

  it('takes the title from the head of the page where the text has none', () => {
    const head = '<title>托育服务行动方案_某市人民政府</title>'
    expect(lines(`<html><head>${head}</head><body>${ARTICLE}</body></html>`)).toEqual([
      '托育服务行动方案',
      ...TEXT,
    ])
    expect(
      lines(`<html><head>${head}</head><body><h2>托育服务行动方案</h2>${ARTICLE}</body></html>`)[1],
    ).toBe(TEXT[0])
  })
})

describe('places', () => {
  it('are those of the file', () => {
    const html = '<div>\n  <p>一、总则</p>\n  <p><b>加强</b>&ldquo;双减&rdquo;监管。</p></div>'
    const read = readHtml(html)
    if (!('text' in read)) throw new Error(read.code)
    const source = new SourceText(read.text, '', read.text, read.origin)
    const file = html.split('\n')
    for (const word of ['一、总则', '加强', '双减', '监管']) {
      const { line, column } = source.place(read.text.indexOf(word))
      expect(file[line - 1]?.slice(column - 1, column - 1 + word.length)).toBe(word)
    }
  })

  it('numbers that the page generates are marked', async () => {
    const html = '<p>任务如下：</p><ol><li><p>加强监管。</p><p>建立台账。</p></li><li>严格执法。</li></ol>'
    const { sections } = await compileBytes(Buffer.from(html), { mediaType: 'text/html' })
    expect(sections.map(({ number, computed }) => [number, computed])).toEqual([
      ['1.', true],
      ['2.', true],
    ])
  })
})

describe('a file is what it holds', () => {
  const page = (charset: string): string =>
    `<html><head><meta charset="${charset}"></head><p>一、加强监管。</p></html>`
  it('whatever its name says', async () => {
    const document = await compileBytes(Buffer.from(page('utf-8')), {
      path: 'a.txt',
      mediaType: 'text/plain',
    })
    expect(document.source.mediaType).toBe('text/html')
    expect(document.diagnostics.map(({ code }) => code)).toContain('format-mismatch')
  })

  it('in the encoding that it declares, or really has', async () => {
    const gb = Buffer.from('d2bba1a2bcd3c7bfbce0b9dca1a3', 'hex')
    const bytes = Buffer.concat([Buffer.from('<html><meta charset=utf-8><p>'), gb, Buffer.from('</p>')])
    const document = await compileBytes(bytes, { path: 'a.html' })
    expect(document.source.encoding).toBe('gb18030')
    expect(document.obligations[0]?.text).toBe('一、加强监管。')
  })
})

describe('malicious pages', () => {
  const shapes = [
    '<div>',
    '</p>',
    '<a href=x>a',
    '<table>',
    '<tr><td>甲',
    '<!--',
    '&',
    '<',
    '<a a',
    '<a b="',
    '<ol><li>',
    '<td rowspan=60000 colspan=900>甲',
  ]
  it.each(shapes)('half a megabyte of %j', async (shape) => {
    const html = `<!doctype html><table><tr><td>任务</td><td>责任单位</td></tr>${shape.repeat(5e5 / shape.length)}`
    const document = await compileBytes(Buffer.from(html), { path: 'a.html' })
    expect(document.source.path).toBe('a.html')
  })
})
