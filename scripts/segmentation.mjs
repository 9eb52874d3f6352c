// Does word segmentation pay on the compile path? Obligation labels with and without the words that jieba calls verbs
// at the head of a clause, with the whole verb lexicon and with halves of it held out (wording that no lexicon lists).
// Prints the table that docs/decisions.md quotes.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const started = performance.now()
const { Jieba } = await import('@node-rs/jieba')
const { dict } = await import('@node-rs/jieba/dict.js')
const jieba = Jieba.withDict(dict)
jieba.tag('建立')
const startUp = performance.now() - started

const folder = mkdtempSync(join(tmpdir(), 'qparse-segmentation-'))
try {
  const out = join(folder, 'pipeline.mjs')
  await build({
    stdin: {
      contents:
        "export { compile } from './src/pipeline.js'\nexport { baseLexicon, Lexicon } from './src/grammar/index.js'",
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: out,
    logLevel: 'error',
  })
  const { compile, baseLexicon, Lexicon } = await import(pathToFileURL(out).href)
  const texts = readdirSync('seeds').map((file) => ({
    path: file,
    text: readFileSync(join('seeds', file), 'utf8'),
  }))

  console.log(`jieba start-up: ${startUp.toFixed(0)} ms`)
  console.log('verb lexicon        without jieba   with jieba   (strict F1 of obligations on the seeds)')
  for (const held of [0, 1, 2, 3]) {
    const lexicon = new Lexicon(without(baseLexicon().data, held))
    const scores = [
      texts.map((text) => compile(text, { lexicon })),
      texts.map((text) => withJieba(text, lexicon)),
    ].map(score)
    const name = held === 0 ? 'all of it' : `without part ${held} of 3`
    console.log(`${name.padEnd(20)}${scores[0].padStart(13)}${scores[1].padStart(13)}`)
  }

  function withJieba(text, lexicon) {
    const verbs = new Set()
    for (const clause of text.text.split(/[\s,，.。;；:：!！?？、]+/)) {
      const [first] = clause ? jieba.tag(clause.slice(0, 16), true) : []
      if (first?.tag.startsWith('v') && first.word.length > 1) verbs.add(first.word)
    }
    return compile(text, { lexicon: lexicon.extend({ verbs: { directive: [...verbs] } }) })
  }

  function score(documents) {
    const registry = join(folder, 'registry.json')
    writeFileSync(registry, JSON.stringify({ documents }))
    const args = ['fixtures/gold/score.mjs', '--gold', 'fixtures/gold', '--registry', registry, '--json']
    const { result } = JSON.parse(execFileSync('node', args).toString())
    return (100 * result.obligations.strict).toFixed(1)
  }
} finally {
  rmSync(folder, { recursive: true })
}

/** Every third verb left out. */
function without(data, part) {
  if (part === 0) return data
  const keep = (words) => words.filter((_, at) => at % 3 !== part - 1)
  return {
    ...data,
    verbs: { ...data.verbs, directive: keep(data.verbs.directive), ambiguous: keep(data.verbs.ambiguous) },
  }
}
