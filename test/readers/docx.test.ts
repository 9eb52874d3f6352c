import { describe, expect, it } from 'vitest'
import { compileBytes } from '../../src/compile.js'
import { readDocx } from '../../src/readers/docx.js'
import { SourceText } from '../../src/source/source-text.js'
import {
  definition,
  docx,
  docxParts,
  inList,
  level,
  list,
  paragraph,
  table,
  zip,
} from '../../scripts/make-docx.mjs'

async function read(body: string, more: { numbering?: string; styles?: string } = {}): Promise<string[]> {
  const result = await readDocx(docx({ body, ...more }))
  return 'code' in result ? [result.code] : result.text.split('\n').slice(0, -1)
}

const t = (text: string): string => `<w:t xml:space="preserve">${text}</w:t>`
const r = (inner: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${inner}</w:r>`
const p = (inner: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`
const mark = (change: string): string => `<w:rPr>${change}</w:rPr>`
const char = (type: string): string => r(`<w:fldChar w:fldCharType="${type}"/>`)
const field = (instruction: string, result: string): string =>
  char('begin') +
  r(`<w:instrText xml:space="preserve"> ${instruction} </w:instrText>`) +
  char('separate') +
  r(t(result)) +
  char('end')

describe('text as Word shows it', () => {
  it.each([
    ['paragraphs', p(r(t('一、总体要求'))) + p('') + p(r(t('加强监管。'))), ['一、总体要求', '加强监管。']],
    ['line breaks', p(r(`${t('甲。')}<w:br/>${t('乙。')}<w:cr/>${t('丙。')}`)), ['甲。', '乙。', '丙。']],
    ['a page break in a paragraph', p(r(`${t('甲。')}<w:br w:type="page"/>${t('乙。')}`)), ['甲。', '乙。']],
    ['tabs', p(r(`${t('联系人：')}<w:tab/>${t('张三')}`)), ['联系人：\t张三']],
    ['hyphens', p(r(`${t('2016')}<w:noBreakHyphen/>${t('2020')}<w:softHyphen/>${t('年')}`)), ['2016-2020年']],
    ['spaces', p(r(t('　　市政府  市委 '))), ['市政府  市委']],
    ['spaces that only set the file', p(r('<w:t>\n  市政府\n</w:t>')), ['市政府']],
    ['characters that are not seen', p(r(t('责任\u200b单\u00ad位&#x200B;'))), ['责任单位']],
    ['character references', p(r(t('&lt;A&gt;&amp;&#19968;&#x20BB7;'))), ['<A>&一𠮷']],
    ['CDATA', p(r('<w:t><![CDATA[甲<乙]]></w:t>')), ['甲<乙']],
    [
      'symbols',
      p(
        r(
          '<w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="宋体" w:char="2460"/><w:sym w:font="Wingdings" w:char="F0FF"/>',
        ),
      ),
      ['☑≥①'],
    ],
    ['links', p(`<w:hyperlink r:id="rId9">${r(t('实施方案'))}</w:hyperlink>`), ['实施方案']],
    [
      'smart tags and content controls',
      p(
        `<w:smartTag>${r(t('2027年'))}</w:smartTag><w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${r(t('底前'))}</w:sdtContent></w:sdt>`,
      ),
      ['2027年底前'],
    ],
    [
      'blocks in content controls',
      `<w:sdt><w:sdtContent>${p(r(t('甲。')))}<w:sdt><w:sdtContent>${p(r(t('乙。')))}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>`,
      ['甲。', '乙。'],
    ],
    [
      'readings over characters',
      p(r(`<w:ruby><w:rt>${r(t('yún'))}</w:rt><w:rubyBase>${r(t('云'))}</w:rubyBase></w:ruby>`)),
      ['云'],
    ],
    ['formulas', p('<m:oMath xmlns:m="m"><m:r><m:t>x=1</m:t></m:r></m:oMath>'), ['x=1']],
    ['nothing', p(''), ['file-empty']],
  ])('%s', async (_, body, expected) => expect(await read(body)).toEqual(expected))

  it('whatever prefix the file gives to its names', async () => {
    const parts = docxParts({ body: paragraph('加强监管。') })
    const renamed = Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [
        name,
        xml.replaceAll('w:', 'ns0:').replaceAll('xmlns:w=', 'xmlns:ns0='),
      ]),
    )
    expect(await readDocx(zip(renamed))).toMatchObject({ text: '加强监管。\n' })
  })

  it('in UTF-16, and where the relations say that it is', async () => {
    const {
      'word/document.xml': xml = '',
      '_rels/.rels': rels = '',
      ...parts
    } = docxParts({ body: paragraph('加强监管。') })
    const utf16 = Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le')
    const moved = {
      ...parts,
      'word/document2.xml': utf16,
      '_rels/.rels': rels.replace('word/document', '/word/document2'),
    }
    expect(await readDocx(zip(moved))).toMatchObject({ text: '加强监管。\n', encoding: 'utf-16le' })
  })
})

describe('fields', () => {
  it.each([
    ['show their result', field('REF _Ref1 \\h', '第三条'), '见第三条。'],
    [
      'that have none hide no paragraph but their own',
      char('begin') + r('<w:instrText>REF a</w:instrText>'),
      '见',
    ],
    [
      'may lie in one another',
      char('begin') +
        r('<w:instrText>IF </w:instrText>') +
        field('PAGE', '1') +
        r('<w:instrText> = 1</w:instrText>') +
        char('separate') +
        r(t('首页')) +
        char('end'),
      '见首页。',
    ],
    ['in one element', `<w:fldSimple w:instr=" DATE ">${r(t('2026年'))}</w:fldSimple>`, '见2026年。'],
    [
      'page numbers are of the page',
      field('PAGE', '3') + `<w:fldSimple w:instr="NUMPAGES">${r(t('9'))}</w:fldSimple>`,
      '见。',
    ],
    [
      'a figure in a circle',
      char('begin') + r('<w:instrText>eq \\o\\ac(○,3)</w:instrText>') + char('end'),
      '见③。',
    ],
  ])('%s', async (_, inner, expected) => {
    expect(await read(p(r(t('见')) + inner + r(t('。'))) + p(r(t('后文。'))))).toEqual([expected, '后文。'])
  })

  const entry = (text: string): string => p(field(`PAGEREF ${text}`, `${text}\t3`))
  const contents = (end: string): string =>
    p(char('begin') + r('<w:instrText> TOC \\o "1-3" </w:instrText>') + char('separate') + r(t('一、总则'))) +
    entry('二、任务') +
    p(end)

  it('a table of contents is left out, with its frame or without', async () => {
    const text = p(r(t('一、总则'))) + p(r(t('加强监管。')))
    expect(await read(contents(char('end')) + text)).toEqual(['一、总则', '加强监管。'])
    const gallery =
      '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    const frame = `<w:sdt>${gallery}<w:sdtContent>${p(r(t('目录')))}${contents(char('end'))}</w:sdtContent></w:sdt>`
    expect(await read(frame + text)).toEqual(['一、总则', '加强监管。'])
  })

  it('one without an end takes nothing with it', async () => {
    expect(await read(contents('') + p(r(t('加强监管。'))))).toEqual([
      '一、总则',
      '二、任务\t3',
      '加强监管。',
    ])
  })
})

describe('tracked changes, all accepted', () => {
  it.each([
    ['insertions', p(r(t('甲')) + `<w:ins w:id="1">${r(t('乙'))}</w:ins>`), ['甲乙']],
    [
      'deletions',
      p(r(t('98')) + `<w:del w:id="1">${r('<w:delText>95</w:delText>')}</w:del>` + r(t('%'))),
      ['98%'],
    ],
    [
      'what was moved',
      p(`<w:moveFrom>${r(t('甲'))}</w:moveFrom>` + r(t('乙'))) + p(`<w:moveTo>${r(t('甲'))}</w:moveTo>`),
      ['乙', '甲'],
    ],
    [
      'a deleted mark joins paragraphs',
      p(r(t('加强')), mark('<w:del w:id="1"/>')) + p(r(t('监管。'))) + p(r(t('后文。'))),
      ['加强监管。', '后文。'],
    ],
    [
      'a deleted paragraph',
      p(`<w:del>${r('<w:delText>甲</w:delText>')}</w:del>`, mark('<w:del w:id="1"/>')) + p(r(t('乙'))),
      ['乙'],
    ],
    ['at the end', p(r(t('甲')), mark('<w:moveFrom/>')), ['甲']],
    ['old properties', p(r(t('甲')), `<w:pPrChange><w:pPr>${inList(1)}</w:pPr></w:pPrChange>`), ['甲']],
    [
      'rows',
      `<w:tbl>${['甲', '乙'].map((text, at) => `<w:tr><w:trPr>${at ? '<w:del w:id="1"/>' : ''}</w:trPr><w:tc>${paragraph(text)}</w:tc></w:tr>`).join('')}</w:tbl>`,
      ['甲'],
    ],
  ])('%s', async (_, body, expected) => {
    const numbering = definition(0, level(0, 'decimal', '%1.')) + list(1, 0)
    expect(await read(body, { numbering })).toEqual(expected)
  })

  it('deleted paragraphs have no number, joined ones that of the first', async () => {
    const numbering = definition(0, level(0, 'decimal', '%1.', '<w:suff w:val="nothing"/>')) + list(1, 0)
    const gone = mark('<w:del w:id="1"/>')
    const body =
      p(`<w:del>${r('<w:delText>甲</w:delText>')}</w:del>`, inList(1) + gone) +
      p(r(t('加强')), inList(1) + gone) +
      p(r(t('监管。')), inList(1)) +
      p(r(t('后文。')), inList(1))
    expect(await read(body, { numbering })).toEqual(['1.加强监管。', '2.后文。'])
  })
})

describe('what is no text of the document', () => {
  const styles =
    '<w:style w:type="character" w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
  it.each([
    [
      'hidden text',
      p(r(t('甲')) + r(t('乙'), '<w:vanish/>') + r(t('丙'), '<w:vanish w:val="0"/>')),
      ['甲丙'],
    ],
    [
      'by a style',
      p(r(t('甲')) + r(t('乙'), '<w:rStyle w:val="Hidden"/>')) + p(r(t('丙')), '<w:pStyle w:val="Secret"/>'),
      ['甲'],
    ],
    [
      'a style separator',
      p(r(t('标题。')), mark('<w:vanish/><w:specVanish/>')) + p(r(t('正文。'))),
      ['标题。正文。'],
    ],
    [
      'comments',
      p(
        `<w:commentRangeStart w:id="1"/>${r(t('甲'))}<w:commentRangeEnd w:id="1"/>${r('<w:commentReference w:id="1"/>')}`,
      ),
      ['甲'],
    ],
    [
      'notes',
      p(r(t('甲')) + r('<w:footnoteReference w:id="1"/>') + r('<w:endnoteReference w:id="1"/>')),
      ['甲'],
    ],
    ['pictures', p(r(`<w:drawing><wp:docPr xmlns:wp="wp" descr="图"/></w:drawing>`) + r(t('甲'))), ['甲']],
  ])('%s', async (_, body, expected) => expect(await read(body, { styles })).toEqual(expected))

  const box = (text: string): string =>
    `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph(text)}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph(text)}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`

  it('a text box of sentences stands behind its paragraph, once; a label is left out and said', async () => {
    const body =
      p(r(t('甲')) + r(box('专栏1：新建养老站。')) + r(t('乙'))) + p(r(box('红头文件')) + r(t('丙')))
    expect(await read(body)).toEqual(['甲乙', '专栏1：新建养老站。', '丙'])
    const { diagnostics } = await compileBytes(docx({ body }), { path: 'a.docx' })
    expect(diagnostics).toMatchObject([{ code: 'text-left-out', severity: 'info' }])
  })
})

const cell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text && r(t(text)))}</w:tc>`
const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
const DOWN = '<w:vMerge w:val="restart"/>'
const ON = '<w:vMerge/>'

describe('tables', () => {
  it('merged cells go for all their rows', async () => {
    const body =
      paragraph('一、任务分工') +
      `<w:tbl>${[
        row(
          cell('序号', DOWN),
          cell('工作任务', DOWN),
          cell('责任分工', '<w:gridSpan w:val="2"/>'),
          cell('完成时限', DOWN),
        ),
        row(cell('', ON), cell('', ON), cell('牵头单位'), cell('参与单位'), cell('', ON)),
        row(
          cell('1'),
          cell('编制规划。'),
          cell('市发展改革委', DOWN),
          cell('市财政局'),
          cell('2026年6月底前', DOWN),
        ),
        row(cell('2'), cell('建立台账。'), cell('', ON), cell('市统计局'), cell('', ON)),
        row(cell('3'), cell('开展评估。'), cell('市审计局', '<w:gridSpan w:val="2"/>'), cell('', ON)),
      ].join('')}</w:tbl>`
    const { obligations, assignments } = await compileBytes(docx({ body }), { path: 'a.docx' })
    expect(
      obligations.map(({ id, assignees, due }) => [
        id,
        assignees.map(({ name, role }) => `${name}/${role}`).join(' '),
        due?.date,
        due?.basis,
      ]),
    ).toEqual([
      ['1-1', '市发展改革委/lead 市财政局/support', '2026-06-30', 'stated'],
      ['1-2', '市发展改革委/lead 市统计局/support', '2026-06-30', 'assignment'],
      ['1-3', '市审计局/lead', '2026-06-30', 'assignment'],
    ])
    expect(assignments.map(({ covers }) => covers)).toEqual([['1-1', '1-2'], ['1-1'], ['1-2'], ['1-3']])
  })

  it('rows that begin later, rows and cells in content controls, numbers in cells', async () => {
    const numbering = definition(0, level(0, 'decimal', '%1')) + list(1, 0)
    const number = `<w:tc>${p('', inList(1))}</w:tc>`
    const wrapped = (inner: string): string => `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`
    const body = `<w:tbl>${row(cell('序号'), cell('任务'), cell('责任单位'))}${wrapped(row(number, wrapped(cell('开展整治')), cell('市公安局')))}${row(number, cell('建立台账'), cell('市统计局'))}<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('开展评估')}${cell('市审计局')}</w:tr></w:tbl>`
    const document = await compileBytes(docx({ body, numbering }), { path: 'a.docx' })
    expect(
      document.obligations.map(({ text, assignees }) => [text, assignees.map(({ name }) => name).join()]),
    ).toEqual([
      ['1\t开展整治\t市公安局', '市公安局'],
      ['2\t建立台账\t市统计局', '市统计局'],
      ['开展评估\t市审计局', '市审计局'],
    ])
  })

  it('a frame around paragraphs is none, nor is a table with another in it', async () => {
    expect(
      await read(`<w:tbl>${row(`<w:tc>${paragraph('甲。')}${paragraph('乙。')}</w:tc>`)}</w:tbl>`),
    ).toEqual(['甲。', '乙。'])
    const inner = table([
      ['任务', '责任单位'],
      ['开展整治', '市公安局'],
    ])
    expect(
      await read(
        `<w:tbl>${row(cell('甲'), `<w:tc>${inner}${paragraph('')}</w:tc>`)}${row(cell('乙'), cell('丙'))}</w:tbl>`,
      ),
    ).toEqual(['甲', '任务\t责任单位', '开展整治\t市公安局', '乙', '丙'])
  })

  it('tabs between columns are a table as in a text', async () => {
    const rows = ['任务\t责任单位', '开展整治\t市公安局', '建立台账\t市统计局'].map((line) => paragraph(line))
    const { obligations } = await compileBytes(docx({ body: rows.join('') }), { path: 'a.docx' })
    expect(obligations.map(({ assignees }) => assignees[0]?.name)).toEqual(['市公安局', '市统计局'])
  })
})

describe('places', () => {
  it('are paragraphs of the file, every one counted, and characters in them', async () => {
    const numbering = definition(0, level(0, 'decimal', '%1.', '<w:suff w:val="nothing"/>')) + list(1, 0)
    const body =
      paragraph('') +
      paragraph('  甲', inList(1)) +
      table([
        ['乙', '丙'],
        ['丁', '戊'],
      ]) +
      p(r(`${t('己')}<w:br/>${t('庚')}`)) +
      paragraph('辛')
    const result = await readDocx(docx({ body, numbering }))
    if ('code' in result) throw new Error(result.code)
    const source = new SourceText(result.text, '', result.text, result.origin)
    const place = (word: string): string => {
      const { line, column } = source.place(result.text.indexOf(word))
      return `${line}:${column}`
    }
    expect('1 甲 乙 丙 丁 戊 己 庚 辛'.split(' ').map(place)).toEqual([
      '2:1',
      '2:5',
      '3:1',
      '4:1',
      '5:1',
      '6:1',
      '7:1',
      '7:3',
      '8:1',
    ])
    expect(source.lineCount).toBe(8)
  })

  it('numbers that Word generates are marked', async () => {
    const numbering = definition(0, level(0, 'chineseCounting', '%1、')) + list(1, 0)
    const body =
      paragraph('总体要求', inList(1)) +
      paragraph('加强监管。') +
      paragraph('二、主要任务') +
      paragraph('严格执法。')
    const { sections } = await compileBytes(docx({ body, numbering }), { path: 'a.docx' })
    expect(sections.map(({ number, computed, heading }) => [number, computed, heading])).toEqual([
      ['一、', true, '总体要求'],
      ['二、', false, '主要任务'],
    ])
  })
})
