// Generate what is derived and stays out of git: parsers from grammars/*.peggy, words from grammars/lexicon/*.yaml,
// registry types from schemas/*.schema.json and standalone validators.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import peggy from 'peggy'
import { parse as parseYaml } from 'yaml'

const OUT = 'src/generated'
mkdirSync(OUT, { recursive: true })

for (const file of readdirSync('grammars').filter((name) => name.endsWith('.peggy'))) {
  const name = basename(file, '.peggy')
  const input = readFileSync(join('grammars', file), 'utf8')
  const ast = peggy.parser.parse(input, { grammarSource: file, reservedWords: peggy.RESERVED_WORDS.slice() })
  const code = peggy.generate(input, {
    grammarSource: file,
    allowedStartRules: ast.rules.map((rule) => rule.name),
    format: 'es',
    output: 'source',
  })
  writeFileSync(join(OUT, `${name}.js`), code)
  writeFileSync(join(OUT, `${name}.d.ts`), 'export function parse(input: string, options?: object): unknown\n')
}

const lexicon = {}
for (const file of readdirSync('grammars/lexicon').filter((name) => name.endsWith('.yaml')).sort()) {
  lexicon[basename(file, '.yaml')] = parseYaml(readFileSync(join('grammars/lexicon', file), 'utf8'))
}
writeFileSync(
  join(OUT, 'lexicon.ts'),
  `import type { LexiconData } from '../grammar/lexicon.js'\n\nconst words: LexiconData = ${JSON.stringify(lexicon, null, 1)}\n\nexport default words\n`,
)
