// Bundle the command line and the library into dist/ and write the type declarations beside them.
//   node scripts/build.mjs              both
//   node scripts/build.mjs --no-types   the bundle only
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Modules of one library: what they share stands in chunks. */
const LIBRARY = {
  index: 'src/index.ts',
  grammar: 'src/grammar/public.ts',
  worker: 'src/compile/worker.ts',
  'pdf-worker': 'src/readers/pdf/worker.ts',
}
const OUT = 'dist'

const COMMON = {
  outdir: OUT,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  charset: 'ascii', // V8 keeps ASCII in half the memory
  external: ['@node-rs/jieba', '@node-rs/jieba/*', 'ical.js', 'tinypool'],
  write: false,
  logLevel: 'warning',
}

export async function bundle() {
  const [library, command] = await Promise.all([buildLibrary(), buildCommand()])
  const files = [...library.outputFiles, command]
  for (const { path, contents } of files) replaceFile(path, contents)
  copyMaps()
  return files.map(({ path }) => path)
}

const buildLibrary = () =>
  build({
    ...COMMON,
    entryPoints: Object.entries(LIBRARY).map(([out, file]) => ({ in: file, out })),
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    // A CommonJS dependency inside an ES module still calls `require`.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module';const require = makeRequire(import.meta.url);",
    },
  })

/** The command is one script, for bin/qparse.js to run with V8's code cache; its first line names the build. */
async function buildCommand() {
  const { outputFiles } = await build({
    ...COMMON,
    entryPoints: { cli: 'src/cli/main.ts' },
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    minifyWhitespace: true,
    minifySyntax: true,
    banner: {
      js: '(function (require, filename) { const module = {}, moduleUrl = require("node:url").pathToFileURL(filename).href;',
    },
    footer: { js: 'return module.exports })' },
    define: { 'import.meta.url': 'moduleUrl' },
    plugins: [noPrograms],
    supported: { 'dynamic-import': false }, // Node loses track of the importer in code from a cache; it can `require` modules
  })
  const [{ path, text: written }] = outputFiles
  const text = escapeRegExps(written)
  const hash = createHash('sha256').update(text).digest('hex')
  return { path, contents: Buffer.from(`// ${hash}\n${text}`) }
}

/** commander starts programs for subcommands that are programs. There are none, and node:child_process loads for long. */
const noPrograms = {
  name: 'no-programs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ path }) => ({ path, namespace: 'no-programs' }))
    onLoad({ filter: /^/, namespace: 'no-programs' }, () => ({ contents: 'module.exports = {}' }))
  },
}

/** esbuild escapes what is not ASCII in strings and leaves it in regular expressions. */
const escapeRegExps = (code) =>
  code.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The character maps of fonts that PDF files name and do not hold, with their licence. */
function copyMaps() {
  const from = 'node_modules/pdfjs-dist/cmaps'
  for (const name of readdirSync(from)) replaceFile(join(OUT, 'cmaps', name), readFileSync(join(from, name)))
}

/** Whole or not at all, and only where it differs: a command that runs meanwhile must not read half a file. */
function replaceFile(path, contents) {
  if (existsSync(path) && readFileSync(path).equals(contents)) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.${process.pid}`, contents)
  renameSync(`${path}.${process.pid}`, path)
}

/** Chunks of earlier builds: they carry a hash in their names, so nothing overwrites them. */
function removeStale(written) {
  const folder = join(OUT, 'chunks')
  if (!existsSync(folder)) return
  const kept = new Set(written.map((path) => basename(path)))
  for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(join(folder, name))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  removeStale(await bundle())
  if (!process.argv.includes('--no-types')) {
    rmSync(join(OUT, 'types'), { recursive: true, force: true })
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
      stdio: 'inherit',
    })
  }
}
