// The figures of docs/decisions.md: what each choice costs beside what it was chosen over.
//   npm run build && node bench/choices.mjs            all
//   npm run build && node bench/choices.mjs yaml       those whose name holds the word
import { readFileSync, readdirSync } from 'node:fs'
import { dump, load } from 'js-yaml'
import peggy from 'peggy'
import { parse, stringify } from 'yaml'
import { compileFiles } from '../dist/index.js'
import { median, runNode, sourceModule, time } from './measure.mjs'

const RUNS = 9

const CHOICES = {
  async 'grammars: compiled before, or at every start'() {
    const files = readdirSync('grammars').filter((name) => name.endsWith('.peggy'))
    const grammars = files.map((name) => readFileSync(`grammars/${name}`, 'utf8'))
    const generated = files.map((name) => `../src/generated/${name.replace('.peggy', '.js')}`)
    const start = performance.now()
    await Promise.all(generated.map((file) => import(file)))
    print(`import ${files.length} generated parsers`, performance.now() - start)
    print(
      'peggy.generate, first time',
      time(() => grammars.map((text) => peggy.generate(text))),
    )
    print(
      'peggy.generate, warm',
      repeated(() => grammars.map((text) => peggy.generate(text))),
    )
  },

  async 'YAML: writing the registry of the seeds, ten times over'() {
    const { write, WRITERS } = await sourceModule('src/writers/index.ts')
    const registry = await seedsTimes(10)
    const own = () => write(WRITERS.yaml, registry)
    const bytes = Buffer.byteLength(JSON.stringify(registry))
    print('size as JSON, MB', bytes / 1e6, '')
    print('own emitter', repeated(own))
    print(
      'js-yaml dump',
      repeated(() => dump(registry)),
    )
    print(
      'yaml stringify',
      time(() => stringify(registry)),
    )
  },

  async 'YAML: reading it back'() {
    const { write, WRITERS } = await sourceModule('src/writers/index.ts')
    const text = write(WRITERS.yaml, await seedsTimes(10))
    print(
      'js-yaml load',
      repeated(() => load(text)),
    )
    print(
      'yaml parse',
      time(() => parse(text)),
    )
  },

  'validation: standalone code, or ajv at run time'() {
    print(
      'import of the generated validator',
      ofProcess("await import('./src/generated/validate-registry.js')"),
    )
    print(
      'ajv: import and compile of the schema',
      ofProcess(`
        const { Ajv2020 } = await import('ajv/dist/2020.js')
        const formats = await import('ajv-formats')
        const { readFileSync } = await import('node:fs')
        const ajv = new Ajv2020()
        formats.default.default(ajv)
        ajv.compile(JSON.parse(readFileSync('schemas/registry.schema.json', 'utf8')))`),
    )
  },

  'start-up: what is loaded only where it is used'() {
    print('qparse --version', overEmpty('bin/qparse.js', '--version'))
    print(
      'remark-parse and remark-gfm (.md input)',
      ofProcess("await import('remark-parse'); await import('remark-gfm')"),
    )
    print('js-yaml (reading registries)', ofProcess("await import('js-yaml')"))
    print('chalk (colours)', ofProcess("await import('chalk')"))
    print(
      '@node-rs/jieba with its dictionary',
      ofProcess(`
        const { Jieba } = await import('@node-rs/jieba')
        const { dict } = await import('@node-rs/jieba/dict.js')
        Jieba.withDict(dict).cut('各部门要加强监管')`),
    )
  },
}

const wanted = process.argv[2] ?? ''
for (const [name, measure] of Object.entries(CHOICES)) {
  if (!name.includes(wanted)) continue
  console.log(`\n${name}`)
  await measure()
}

/** A registry as large as that of a folder of documents; no object twice, since YAML would write that as an alias. */
async function seedsTimes(times) {
  const registry = await compileFiles(['seeds'])
  return {
    ...registry,
    documents: Array.from({ length: times }, () => structuredClone(registry.documents)).flat(),
  }
}

function repeated(call) {
  call()
  return median(Array.from({ length: RUNS }, () => time(call)))
}

/** What a process takes over one that does nothing; run in turn. */
function overEmpty(...args) {
  const times = Array.from({ length: RUNS }, () => {
    const empty = time(() => runNode('--input-type=module', '-e', '0'))
    return time(() => runNode(...args)) - empty
  })
  return median(times)
}

function ofProcess(code) {
  return overEmpty('--input-type=module', '-e', code)
}

function print(name, value, unit = ' ms') {
  console.log(`  ${name.padEnd(44)} ${value.toFixed(1).padStart(8)}${unit}`)
}
