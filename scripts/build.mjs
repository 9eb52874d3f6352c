// Bundle the command line and the library into dist/ and write the type declarations beside them.
//   node scripts/build.mjs              both
//   node scripts/build.mjs --no-types   the bundle only
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ENTRIES = {
  cli: 'src/cli/main.ts',
  index: 'src/index.ts',
  grammar: 'src/grammar/public.ts',
  worker: 'src/compile/worker.ts',
}
const OUT = 'dist'

// A CommonJS dependency inside an ES module bundle still calls `require`.
const BANNER =
  "import { createRequire as makeRequire } from 'node:module';const require = makeRequire(import.meta.url);"

export async function bundle() {
  const result = await build({
    entryPoints: Object.entries(ENTRIES).map(([out, file]) => ({ in: file, out })),
    outdir: OUT,
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    charset: 'utf8',
    external: ['@node-rs/jieba', '@node-rs/jieba/*', 'ical.js', 'tinypool'],
    banner: { js: BANNER },
    write: false,
    logLevel: 'warning',
  })
  for (const { path, contents } of result.outputFiles) replaceFile(path, contents)
  return result.outputFiles.map(({ path }) => path)
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
