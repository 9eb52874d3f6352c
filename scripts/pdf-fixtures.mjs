// Typeset fixtures/formats/policy.txt to the PDF files beside it. They are in git: only who changes the policy needs
// LibreOffice, Chromium, qpdf and poppler (Debian: libreoffice-writer-nogui fonts-arphic-uming chromium qpdf
// poppler-utils).
//   node scripts/pdf-fixtures.mjs
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { byChromium, byLibreOffice, fodt, printedPage } from './typeset.mjs'

const FOLDER = 'fixtures/formats'
const text = readFileSync(join(FOLDER, 'policy.txt'), 'utf8')
const title = '云阳市社区养老服务提质行动方案'
const cover = ['云阳市人民政府关于印发', '云阳市社区养老服务提质行动方案的通知']
const folder = mkdtempSync(join(tmpdir(), 'qparse-pdf-'))
const at = (name) => join(folder, name)
const keep = (from, name) => copyFileSync(from, join(FOLDER, name))
/** Without marks of headings and artifacts: what most offices make. */
const UNTAGGED = ':writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}'

try {
  writeFileSync(at('policy.fodt'), fodt(text, { title, cover }))
  writeFileSync(
    at('policy-columns.fodt'),
    fodt(text, { title, cover, columns: 2, size: 12, header: '云阳市人民政府公报　2026年第3期' }),
  )
  const [plain, columns] = byLibreOffice([at('policy.fodt'), at('policy-columns.fodt')], UNTAGGED)
  keep(plain, 'policy.pdf')
  keep(columns, 'policy-columns.pdf')
  writeFileSync(at('policy-printed.html'), printedPage(text, { title, cover }))
  keep(byChromium(at('policy-printed.html')), 'policy-printed.pdf')
  const qpdf = (...args) => execFileSync('qpdf', ['--deterministic-id', ...args], { stdio: 'inherit' })
  execFileSync('qpdf', ['--encrypt', 'user', 'owner', '256', '--', plain, at('locked.pdf')])
  keep(at('locked.pdf'), 'policy-locked.pdf')
  execFileSync('qpdf', ['--encrypt', '', 'owner', '256', '--print=none', '--', plain, at('open.pdf')])
  keep(at('open.pdf'), 'policy-no-printing.pdf')
  // A scan: pictures of the pages.
  execFileSync('pdftoppm', ['-r', '40', '-gray', '-jpeg', '-jpegopt', 'quality=20', plain, at('scan')])
  const pictures =
    '<!DOCTYPE html><style>@page { margin: 0; size: A4 } body { margin: 0 } img { display: block; width: 209mm; height: 296mm }</style>' +
    [1, 2].map((page) => `<img src="scan-${page}.jpg">`).join('')
  writeFileSync(at('scan.html'), pictures)
  keep(byChromium(at('scan.html')), 'scanned.pdf')
  qpdf('--empty', '--pages', plain, '1-z', at('scan.pdf'), '1', '--', at('mixed.pdf'))
  keep(at('mixed.pdf'), 'policy-scanned-annex.pdf')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
