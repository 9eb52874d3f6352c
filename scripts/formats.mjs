// Convert texts to the other formats, compile both, and compare everything that the registries say: strict F1, where the
// text's own registry is the truth.
//   npm run score:formats                  the seeds
//   npm run score:formats -- --misses 20   with what differs
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { Converter } from 'opencc-js/cn2t'
import { compileFiles } from '../dist/index.js'
import { policyDocx } from './make-docx.mjs'
import { byChromium, byLibreOffice, fodt, has, printedPage } from './typeset.mjs'

const LINKS = ['首页', '新闻中心', '政务公开', '政务服务', '互动交流', '市情概况']
const list = (names) => `<ul>${names.map((name) => `<li><a href="/${name}">${name}</a></li>`).join('')}</ul>`
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A page as city sites make them: navigation, index table, share buttons, article, related links, footer. */
function page(text, document) {
  const fields = [
    ['索引号', document.indexNumber],
    ['发文字号', document.documentNumber],
    ['成文日期', document.issuedOn],
    ['发布日期', document.publishedOn],
  ].filter(([, value]) => value)
  const index = fields.map(([name, value]) => `<td>${name}：</td><td>${escaped(value)}</td>`)
  const rows = index.map((cell, at) => (at % 2 ? `${cell}</tr>` : `<tr>${cell}`)).join('\n')
  const paragraphs = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p style="text-indent: 2em"><span>　　${escaped(line)}</span></p>`)
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>政策文件_某市人民政府</title><script>var 责任 = "由市教育局负责。";</script></head>
<body><div class="header"><div class="logo">某市人民政府门户网站</div><div class="nav">${list(LINKS)}</div></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zfwj">政府文件</a></div>
<div class="container"><table class="index">${rows}</table>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
<div class="content">${paragraphs.join('\n')}</div>
<div class="related"><h3>相关阅读</h3>${list(['市政府召开常务会议，研究部署重点工作', '一图读懂行动方案'])}</div></div>
<div class="footer"><p>主办单位：某市人民政府办公室　承办单位：某市大数据管理局</p><p>某ICP备05000000号　网站标识码：0000000000</p></div>
</body></html>
`
}

/** Headings with #, paragraphs apart, and what Markdown would take for marks kept from it. */
function markdown(text, document) {
  const headings = new Map(
    document.sections.filter(({ heading }) => heading).map(({ span, level }) => [span.line, level]),
  )
  return text
    .split(/\r?\n/)
    .map((line, at) => {
      const level = line.length < 60 ? headings.get(at + 1) : undefined
      const kept = line.replace(/[*_<`~]/g, String.raw`\$&`)
      return `${level ? `${'#'.repeat(Math.min(6, level + 1))} ` : ''}${kept.trimStart()}\n`
    })
    .join('\n')
}

/** The registry entries of the texts. */
let truth = []

const traditional = Converter({ from: 'cn', to: 't' })

const FORMATS = {
  HTML: { extension: 'html', make: (text, document) => page(text, document) },
  'HTML, GB 2312': {
    extension: 'html',
    make: (text, document) => iconv.encode(page(text, document).replace('utf-8', 'gb2312'), 'gb18030'),
  },
  Markdown: { extension: 'md', make: markdown },
  DOCX: { extension: 'docx', make: (text) => policyDocx(text) },
  GB18030: { extension: 'txt', make: (text) => iconv.encode(text, 'gb18030') },
  'UTF-16': { extension: 'txt', make: (text) => iconv.encode(text, 'utf-16le', { addBOM: true }) },
}

/** Write each text in the format of a typesetter's own; gives the paths. */
const written = (made, texts, extension, make) =>
  texts.map((text, i) => {
    const path = join(made, `${truth[i].id}.${extension}`)
    writeFileSync(path, make(text, { title: truth[i].title }))
    return path
  })

/** Name, command, and how it makes PDF files of texts in a folder. */
const TYPESETTERS = [
  ['PDF of LibreOffice', 'soffice', (made, texts) => byLibreOffice(written(made, texts, 'fodt', fodt))],
  ['PDF of Chromium', 'chromium', (made, texts) => written(made, texts, 'html', printedPage).map(byChromium)],
]

/** What a registry says of one document, as strings; each counts once for every time that it is said. */
function said(document) {
  const fold = (value) => String(value).normalize('NFKC').replace(/\s+/g, '')
  const body = ({ name, role }) => `${name}/${role}`
  const fields = ['title', 'documentNumber', 'addressees', 'issuedOn', 'publishedOn', 'indexNumber']
  const times = (place, items) =>
    items.map(({ kind, start, end, rrule, duration, text }) => [
      'deadline',
      place,
      kind,
      start,
      end,
      rrule,
      duration,
      text,
    ])
  return [
    ...fields.map((field) => ['document', field, document[field]]),
    ['document', 'issuers', document.issuers.join()],
    ...document.sections.map(({ id, heading }) => ['section', id, heading]),
    ...document.assignments.map(({ section, style, text, bodies, openEnded, covers }) => [
      'assignment',
      section,
      style,
      text,
      bodies.map(body).join(),
      openEnded,
      covers.join(),
    ]),
    ...document.obligations.flatMap(({ id, type, text, assignees, due, targets, deadlines }) => [
      ['obligation', id, type, text, assignees.map(body).join(), due?.date],
      ...targets.map(({ metric, comparator, value, unit, due: date }) => [
        'target',
        id,
        metric,
        comparator,
        value,
        unit,
        date,
      ]),
      ...times(id, deadlines),
    ]),
    ...document.sections.flatMap(({ id, deadlines }) => times(id, deadlines)),
    ...times('', document.deadlines),
  ].map((parts) => parts.map(fold).join(' '))
}

/** How many are said, how often alike, and what only one of the two says. */
function compare(expected, actual) {
  const left = new Map()
  for (const item of expected) left.set(item, (left.get(item) ?? 0) + 1)
  const extra = []
  let hit = 0
  for (const item of actual) {
    const count = left.get(item) ?? 0
    if (count > 0) {
      hit++
      left.set(item, count - 1)
    } else extra.push(item)
  }
  const missed = [...left].filter(([, count]) => count > 0).map(([item]) => item)
  return { hit, total: expected.length + actual.length, extra, missed }
}

const at = process.argv.indexOf('--misses')
const misses = at > 0 ? Number(process.argv[at + 1] ?? 10) : 0
const folder = mkdtempSync(join(tmpdir(), 'qparse-formats-'))
try {
  const names = readdirSync('seeds')
    .filter((name) => name.endsWith('.txt'))
    .sort()
  const texts = names.map((name) => readFileSync(join('seeds', name), 'utf8'))
  truth = (await compileFiles(names.map((name) => join('seeds', name)))).documents
  console.log(`${names.length} texts in each format, against the registry of the text\n`)
  for (const [name, { extension, make }] of Object.entries(FORMATS)) {
    const made = join(folder, name)
    mkdirSync(made)
    const files = texts.map((text, i) => {
      const path = join(made, `${truth[i].id}.${extension}`)
      writeFileSync(path, make(text, truth[i]))
      return path
    })
    const { documents } = await compileFiles(files)
    const results = documents.map((document, i) => compare(said(truth[i]), said(document)))
    report(name, results)
  }
  for (const [name, command, make] of TYPESETTERS) {
    if (!has(command)) {
      console.log(`${name.padEnd(24)} left out: there is no ${command} on this machine`)
      continue
    }
    const made = join(folder, command)
    mkdirSync(made)
    const { documents } = await compileFiles(make(made, texts))
    report(
      name,
      documents.map((document, i) => compare(said(truth[i]), said(document))),
    )
  }
  const files = texts.map((text, i) => {
    const path = join(folder, `traditional-${i}.txt`)
    writeFileSync(path, traditional(text))
    return path
  })
  const { documents } = await compileFiles(files)
  // Names stay as printed, so only what does not quote can be alike.
  const shape = (document) =>
    document.obligations.flatMap(({ id, type, assignees, due, targets, deadlines }) => [
      `${id} ${type} ${assignees.map(({ role }) => role).join()} ${due?.date}`,
      ...targets.map(({ comparator, value, due: date }) => `${id} ${comparator} ${value} ${date}`),
      ...deadlines.map(({ kind, start, end, rrule }) => `${id} ${kind} ${start} ${end} ${rrule}`),
    ])
  report(
    'traditional characters',
    documents.map((document, i) => compare(shape(truth[i]), shape(document))),
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function report(name, results) {
  const hit = results.reduce((sum, { hit: count }) => sum + count, 0)
  const total = results.reduce((sum, { total: count }) => sum + count, 0)
  console.log(`${name.padEnd(24)} ${((200 * hit) / total).toFixed(1).padStart(6)}`)
  const differing = results.flatMap(({ missed, extra }) => [
    ...missed.map((item) => `  - ${item}`),
    ...extra.map((item) => `  + ${item}`),
  ])
  for (const item of differing.slice(0, misses)) console.log(item.slice(0, 160))
}
