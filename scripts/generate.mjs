// Generate what is derived and stays out of git: parsers from grammars/*.peggy, words from grammars/lexicon/*.yaml,
// registry types from schemas/*.schema.json and standalone validators, the program of the html page.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse as parseYaml } from 'yaml'
import { generateHtml } from './generate-html.mjs'
import { generateParser } from './generate-parser.mjs'
import { generateRegistry } from './generate-registry.mjs'
import { generateTraditional } from './generate-traditional.mjs'

const OUT = 'src/generated'
mkdirSync(OUT, { recursive: true })

for (const file of readdirSync('grammars').filter((name) => name.endsWith('.peggy'))) {
  const name = basename(file, '.peggy')
  const input = readFileSync(join('grammars', file), 'utf8')
  writeFileSync(join(OUT, `${name}.js`), generateParser(input, file))
  writeFileSync(
    join(OUT, `${name}.d.ts`),
    "import type { Match } from '../grammar/run.js'\n\n" +
      'export function run(rule: string, text: string, offset: number, options?: object): Match<unknown> | null\n',
  )
}

const lexicon = {}
for (const file of readdirSync('grammars/lexicon')
  .filter((name) => name.endsWith('.yaml'))
  .sort()) {
  lexicon[basename(file, '.yaml')] = parseYaml(readFileSync(join('grammars/lexicon', file), 'utf8'))
}
// Longest first, as they are tried: a start need not sort them.
const packWords = (words) => words.toSorted((a, b) => b.length - a.length).join('\n')
const packed = JSON.stringify(lexicon, (_, value) => (Array.isArray(value) ? packWords(value) : value), 1)
writeFileSync(
  join(OUT, 'lexicon.ts'),
  `import type { PackedLexicon } from '../grammar/packed.js'\n\nconst words: PackedLexicon = ${packed}\n\nexport default words\n`,
)

// The version of the grammars: a hash over every file under grammars/, in order of their paths.
const hash = createHash('sha256')
const grammarFiles = readdirSync('grammars', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
for (const file of grammarFiles.sort()) {
  hash.update(`${file}\0`).update(readFileSync(file, 'utf8').replaceAll('\r\n', '\n')).update('\0')
}
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
writeFileSync(
  join(OUT, 'version.ts'),
  `/** Version of the package. */\nexport const version = '${version}'\n\n` +
    `/** Hash over the grammars and word lists. */\nexport const grammarHash = 'sha256:${hash.digest('hex')}'\n`,
)

generateTraditional(OUT)
await generateRegistry(OUT)
await generateHtml(OUT)
