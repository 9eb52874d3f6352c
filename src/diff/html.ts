import { createHash } from 'node:crypto'
import type { Language } from '../diagnostics/message.js'
import { factLines, placeText, sectionText } from './describe.js'
import { KINDS } from './kinds.js'
import { piecesOf, sidePieces, withTags } from './runs.js'
import type { Change, Diff } from './types.js'
import { kindName, say } from './words.js'

const STYLE = `
:root{color-scheme:light dark;--line:#8884;--del:#c0392b33;--ins:#1e7f4f33}
body{font:16px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:0 auto;max-width:80rem;padding:1rem}
table{border-collapse:collapse}td,th{border:1px solid var(--line);padding:.2rem .6rem;text-align:left}td.n{text-align:right}
article{border-top:1px solid var(--line);padding:.6rem 0}h3{font-size:1rem;margin:.2rem 0}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:1.2rem;overflow-wrap:anywhere}.place{opacity:.7;font-size:.85em}
del{background:var(--del)}ins{background:var(--ins)}ul{margin:.3rem 0}
@media(max-width:45rem){.sides{grid-template-columns:1fr}}@media print{article{break-inside:avoid}}`

/** Nothing is loaded and nothing runs: the page has its style and no more. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`

/** The comparison as one page that needs nothing else: the two sides beside each other, what went and came marked. */
export function htmlDiff({ documents, stat, sections, changes }: Diff, language: Language): string {
  const names = (kinds: readonly Parameters<typeof kindName>[0][]): string =>
    kinds.map((kind) => kindName(kind, language)).join(', ')
  const pairs = documents.map(({ old, new: now }) => {
    const name = (side: typeof old): string => escape(side ? (side.title ?? side.id) : '∅')
    return `<li>${name(old)} → ${name(now)}</li>`
  })
  const counts = KINDS.filter((kind) => stat[kind] > 0).map(
    (kind) => `<tr><td>${kindName(kind, language)}</td><td class="n">${stat[kind]}</td></tr>`,
  )
  const moved = sections.map(({ kinds, old, new: now }) => {
    const places = [old, now].flatMap((side) => (side ? [escape(sectionText(side))] : []))
    return `<li><b>${names(kinds)}</b> ${places.join(' → ')}</li>`
  })
  const title = say('title', language)
  return [
    `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title>`,
    `<style>${STYLE}</style></head><body><h1>${title}</h1><ul>${pairs.join('')}</ul>`,
    `<table><tr><th>${say('kind', language)}</th><th>${say('count', language)}</th></tr>${counts.join('')}</table>`,
    moved.length > 0 ? `<h2>${say('sections', language)}</h2><ul>${moved.join('')}</ul>` : '',
    changes.length > 0 ? `<h2>${say('changes', language)}</h2>` : '',
    ...changes.map((change) => article(change, names(change.kinds), language)),
    '</body></html>',
    '',
  ].join('\n')
}

function article(change: Change, names: string, language: Language): string {
  const pieces = piecesOf(change)
  const side = (name: 'old' | 'new'): string => {
    const found = change[name]
    if (!found) return '<div></div>'
    const text = withTags(sidePieces(pieces, name), escape)
    return `<div lang="zh-CN"><div class="place">${escape(placeText(found))}</div>${text}</div>`
  }
  const facts = [
    ...change.details.parts.map((part) => `${say('parts', language)} ${placeText(part)}  ${part.text}`),
    ...factLines(change, language),
  ]
  const list = facts.length > 0 ? `<ul>${facts.map((fact) => `<li>${escape(fact)}</li>`).join('')}</ul>` : ''
  return `<article><h3>${names}</h3><div class="sides">${side('old')}${side('new')}</div>${list}</article>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** No sign of the text is one of the page; what no page may hold becomes U+FFFD. */
const escape = (text: string): string =>
  text
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
    // oxlint-disable-next-line no-control-regex -- exactly these are meant
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd')
