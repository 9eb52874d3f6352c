// The program and the style of the html page (src/writers/html/client), each one string, in src/generated/html-client.ts.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const CLIENT = 'src/writers/html/client'

export async function generateHtml(out) {
  const { outputFiles } = await build({
    entryPoints: [join(CLIENT, 'main.ts'), join(CLIENT, 'style.css')],
    outdir: 'unwritten',
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2022', 'chrome110', 'firefox115', 'safari16.4'],
    charset: 'utf8',
    write: false,
    logLevel: 'warning',
  })
  const [script, style] = ['.js', '.css'].map((ending) => {
    const text = outputFiles.find(({ path }) => path.endsWith(ending)).text.trim()
    // What would end the element that it stands in, or change how its rest is read.
    if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error(`${CLIENT}: ${ending} cannot stand in a page`)
    return JSON.stringify(text)
  })
  writeFileSync(
    join(out, 'html-client.ts'),
    `/** The program of the html page. */\nexport const script = ${script}\n\n/** Its style. */\nexport const style = ${style}\n`,
  )
}
