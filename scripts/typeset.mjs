// Texts as an office would typeset them: A4, the title centred in large type, paragraphs with an indent of two
// characters, the number of the page below as — 1 —. LibreOffice or Chromium makes the PDF.
import { execFileSync, spawnSync } from 'node:child_process'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Whether a command is on this machine. */
export const has = (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const NUMBER = /^.{2,8}〔\d{4}〕\d+号$/
const SIGNATURE = /^(?:\d{4}年\d{1,2}月\d{1,2}日|[^：:]{2,20}(?:人民政府|办公室|办公厅|委员会|厅|局))$/

/** What each line of a text is on the page. `title` and `cover` are the lines of the titles; what signs stands at the right. */
function roles(text, title, cover) {
  const squeeze = (line) => line.replace(/\s+/g, '')
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const kept = lines.filter((line) => line !== '')
  return kept.map((line, at) => {
    if (cover.includes(line) || (title && squeeze(line) === squeeze(title))) return { role: 'title', line }
    if (cover.length > 0 && at < 8 && NUMBER.test(line)) return { role: 'chapter', line }
    if (line.includes('\t')) return { role: 'row', line }
    if ((cover.length > 0 || at > kept.length / 2) && SIGNATURE.test(line)) return { role: 'signature', line }
    if (/^[一二三四五六七八九十]{1,3}、/.test(line) && line.length < 40) return { role: 'heading', line }
    if (/^第[一二三四五六七八九十]{1,3}章/.test(line) && line.length < 40) return { role: 'chapter', line }
    if (at < 8 && /[：:]$/.test(line) && line.length < 60) return { role: 'addressee', line }
    return { role: 'body', line }
  })
}

/** Runs of rows become tables. */
function blocks(text, title, cover) {
  const all = []
  for (const item of roles(text, title, cover)) {
    const last = all.at(-1)
    if (item.role === 'row' && last?.role === 'table') last.rows.push(item.line.split('\t'))
    else if (item.role === 'row') all.push({ role: 'table', rows: [item.line.split('\t')] })
    else all.push(item)
  }
  return all
}

const paragraph = (name, properties, text) =>
  `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties ${properties}/><style:text-properties ${text}/></style:style>`
const type = (size, font = 'Song') =>
  `fo:font-size="${size}pt" style:font-size-asian="${size}pt" style:font-name="${font}" style:font-name-asian="${font}" fo:language="zh" fo:country="CN" style:language-asian="zh" style:country-asian="CN"`
const LEADING = 'fo:line-height="28pt" fo:orphans="0" fo:widows="0" style:punctuation-wrap="simple"'

/** A document for LibreOffice. `columns`: how many the text runs in; `header`: what stands above each page. */
export function fodt(text, { title = null, cover = [], columns = 1, header = '', size = 16 } = {}) {
  const leading = size < 16 ? 'fo:orphans="0" fo:widows="0" style:punctuation-wrap="simple"' : LEADING
  let tables = 0
  const body = blocks(text, title, cover).map((block) => {
    if (block.role !== 'table')
      return `<text:p text:style-name="${block.role}">${escaped(block.line)}</text:p>`
    const wide = Math.max(...block.rows.map((row) => row.length))
    const cell = (value) =>
      `<table:table-cell table:style-name="cell" office:value-type="string"><text:p text:style-name="cellText">${escaped(value)}</text:p></table:table-cell>`
    const rows = block.rows.map(
      (row) =>
        `<table:table-row>${Array.from({ length: wide }, (_, at) => cell(row[at] ?? '')).join('')}</table:table-row>`,
    )
    return `<table:table table:name="t${++tables}"><table:table-column table:number-columns-repeated="${wide}"/>${rows.join('')}</table:table>`
  })
  // The title stands over all columns.
  const over = columns > 1 ? Math.max(1, cover.length) : 0
  const rest = body.slice(over).join('\n')
  const run =
    columns > 1 ? `<text:section text:style-name="columns" text:name="text">${rest}</text:section>` : rest
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Song" svg:font-family="'AR PL UMing CN'"/><style:font-face style:name="Hei" svg:font-family="'AR PL UMing CN'"/></office:font-face-decls>
<office:automatic-styles>
<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-top="37mm" fo:margin-bottom="25mm" fo:margin-left="28mm" fo:margin-right="26mm"/><style:header-style><style:header-footer-properties fo:min-height="8mm" fo:margin-bottom="4mm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="6mm"/></style:footer-style></style:page-layout>
${paragraph('title', 'fo:text-align="center" fo:margin-bottom="16pt"', type(1.375 * size, 'Hei'))}
${paragraph('body', `fo:text-align="justify" fo:text-indent="${2 * size}pt" ${leading}`, type(size))}
${paragraph('heading', `fo:text-align="justify" fo:text-indent="${2 * size}pt" ${leading}`, type(size, 'Hei'))}
${paragraph('chapter', `fo:text-align="center" ${leading}`, type(size, 'Hei'))}
${paragraph('addressee', `fo:text-align="justify" ${leading}`, type(size))}
${paragraph('signature', `fo:text-align="end" fo:margin-right="${2 * size}pt" ${leading}`, type(size))}
${paragraph('cellText', '', type(12))}
${paragraph('pageNumber', 'fo:text-align="center"', type(14))}
<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="1mm"/></style:style>
<style:style style:name="columns" style:family="section"><style:section-properties><style:columns fo:column-count="${columns}" fo:column-gap="9mm"/></style:section-properties></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page">${header ? `<style:header><text:p text:style-name="pageNumber">${escaped(header)}</text:p></style:header>` : ''}<style:footer><text:p text:style-name="pageNumber">— <text:page-number text:select-page="current"/> —</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
${body.slice(0, over).join('\n')}
${run}
</office:text></office:body></office:document>
`
}

/** A page for Chromium to print: no indents, paragraphs apart, the title in bold. */
export function printedPage(text, { title = null, cover = [] } = {}) {
  const body = blocks(text, title, cover).map((block) => {
    if (block.role === 'table') {
      const rows = block.rows.map(
        (row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
      )
      return `<table>${rows.join('')}</table>`
    }
    return `<p class="${block.role}">${escaped(block.line)}</p>`
  })
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><style>
body { font: 12pt/1.7 "AR PL UMing CN", serif } p { margin: 0 0 8pt; text-align: left } .title { font-size: 18pt; text-align: center }
.signature { text-align: right } .chapter { text-align: center } table { border-collapse: collapse } td { border: 1px solid; padding: 4px }
</style><title>print</title></head><body>${body.join('\n')}</body></html>`
}

/** PDF files of LibreOffice beside documents of its own kind; gives their paths. */
export function byLibreOffice(files, options = '') {
  const folder = dirname(files[0])
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
      '--headless',
      '--convert-to',
      `pdf${options}`,
      '--outdir',
      folder,
      ...files,
    ],
    { stdio: 'ignore' },
  )
  return files.map((file) => join(folder, basename(file).replace(/\.\w+$/, '.pdf')))
}

/** The PDF that Chromium prints of a page; gives its path. */
export function byChromium(file) {
  const pdf = file.replace(/\.\w+$/, '.pdf')
  execFileSync(
    'chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--user-data-dir=${join(dirname(file), 'chromium')}`,
      '--no-pdf-header-footer',
      `--print-to-pdf=${pdf}`,
      pathToFileURL(file).href,
    ],
    { stdio: 'ignore' },
  )
  return pdf
}
