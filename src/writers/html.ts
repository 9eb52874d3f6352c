import { createHash } from 'node:crypto'
import type { Language } from '../diagnostics/message.js'
import { script, style } from '../generated/html-client.js'
import type { Registry } from '../generated/registry.js'
import { pageDocument } from './html/build-model.js'
import { speakIn } from './html/phrases.js'
import { write, type Head, type Writer } from './writer.js'

/**
 * One self-contained page that shows a registry beside its texts (src/writers/html/client is its program).
 *
 * 1. It loads nothing: style and program stand in it, and its content security policy allows these two and no other.
 * 2. Nothing of a document is markup: documents are JSON without a `<`, and the program writes them as text only.
 */
export const html: Writer = {
  begin: begin,
  before: () => '',
  document: (document, text) =>
    `<script type="application/json" class="document">${embed(pageDocument(document, text))}</script>\n`,
  end: () => `<script>${script}</script>\n</body>\n</html>\n`,
}

/** The page of a registry. A document whose text is not given, by its id, is shown without it. */
export const htmlPage = (
  registry: Registry,
  texts: ReadonlyMap<string, string>,
  language: Language,
): string => write(html, registry, { texts, language })

function begin({ schemaVersion, generator }: Head, language: Language): string {
  const speak = speakIn(language)
  const policy = [
    "default-src 'none'",
    `style-src ${allow(style)}`,
    `script-src ${allow(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ]
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${speak('page')}</title>
<style>${style}</style>
</head>
<body>
<noscript>${speak('no-script')}</noscript>
<script type="application/json" id="registry">${embed({ schemaVersion, generator, language })}</script>
`
}

const allow = (content: string): string => `'sha256-${createHash('sha256').update(content).digest('base64')}'`

/** JSON that can stand in a script element whatever its strings hold. */
const embed = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
