// Use the package as its users do: packed, unpacked in an empty folder beside the packages that it names and what these
// bring, and no other. The command, its workers, the library, the schemas and the types have to work there.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { installedWith } from './dependencies.mjs'

const ROOT = resolve('.')
const folder = mkdtempSync(join(tmpdir(), 'qparse-installed-'))
const run = (program, args) => execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
const qparse = (...args) => run(process.execPath, ['node_modules/qparse/bin/qparse.js', ...args])

const LIBRARY = `
import assert from 'node:assert'
import { compileText, diffRegistries, lint, validate } from 'qparse'
import * as grammar from 'qparse/grammar'
import schema from 'qparse/schemas/registry.schema.json' with { type: 'json' }
import registry from './registry.json' with { type: 'json' }
const document = compileText('一、任务\\n（一）到2025年，覆盖率达到90%以上。（市民政局负责）')
assert.equal(document.obligations[0].targets[0].value, 90)
assert.ok(validate(registry).valid)
assert.ok(Array.isArray(lint(document, '')))
assert.equal(diffRegistries(registry, registry).stat.added, 0)
assert.ok(Object.keys(grammar).length > 0)
assert.equal(schema.type, 'object')
`

const TYPES = `
import { compileFiles, compileText, type Obligation, type Registry, validate } from 'qparse'
import * as grammar from 'qparse/grammar'
const registry: Registry = await compileFiles(['formats'])
const texts: string[] = registry.documents.flatMap(({ obligations }) => obligations.map((item: Obligation) => item.text))
const valid: boolean = validate(registry).valid
// @ts-expect-error -- a text is no number
compileText(1)
console.log(texts, valid, grammar)
`

const SETTINGS = {
  compilerOptions: {
    module: 'nodenext',
    target: 'es2022',
    lib: ['es2023', 'dom'],
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
  },
  files: ['types.ts'],
}

try {
  unpack()
  link()
  cpSync(join(ROOT, 'fixtures/formats'), join(folder, 'formats'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}')
  for (const format of ['json', 'yaml', 'html', 'xlsx', 'ics'])
    compiled('formats', '-o', `registry.${format}`, '-q')
  compiled('formats', '-o', 'again.json', '-q', '--jobs', '2')
  if (!read('registry.json').equals(read('again.json'))) throw new Error('workers write something else')
  qparse('validate', 'registry.json', 'registry.yaml')
  writeFileSync(join(folder, 'library.js'), LIBRARY)
  run(process.execPath, ['library.js'])
  writeFileSync(join(folder, 'types.ts'), TYPES)
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(SETTINGS))
  run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.'])
} catch (error) {
  console.log(error.message, error.stdout ?? '', error.stderr ?? '')
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function unpack() {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]
  const [{ filename }] = JSON.parse(
    execFileSync('npm', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  )
  mkdirSync(join(folder, 'node_modules/qparse'), { recursive: true })
  run('tar', ['xzf', filename, '-C', 'node_modules/qparse', '--strip-components=1'])
}

/** What npm would install, from the node_modules of the project. */
function link() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  for (const path of installedWith(packages)) {
    if (path.lastIndexOf('node_modules/') > 0) continue
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    symlinkSync(join(ROOT, path), join(folder, path), 'dir')
  }
}

/** Some of the formats' examples cannot be read, and say so: status 1. */
function compiled(...args) {
  try {
    qparse(...args)
  } catch (error) {
    if (error.status !== 1) throw error
  }
}

function read(name) {
  return readFileSync(join(folder, name))
}
