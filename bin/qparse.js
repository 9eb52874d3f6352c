#!/usr/bin/env node
// Starts dist/cli.cjs with V8's code cache: what a first run compiled is kept, and those after it need not compile it again.
//
// 1. The cache changes no output. V8 takes code only for its own version and flags; the seal holds it to this build of
//    the script, and to its own bytes, since V8 dies of a damaged one.
// 2. It ends no run. Where it cannot be read or written, a start takes longer.
// 3. It stands in the package, which is trusted as the script is, or in the user's own folder of caches.
// 4. NODE_DISABLE_COMPILE_CACHE=1 turns it off, as it does Node's.
'use strict'
const { createHash } = require('node:crypto')
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs')
const { dirname, join } = require('node:path')
const { setFlagsFromString } = require('node:v8')
const { Script } = require('node:vm')

// Of V8's optimizing most is spent on copies of functions inside others, without which the compiler is as fast.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=100')

const SEAL = 32 // bytes of a SHA-256
const { HOME, NODE_DISABLE_COMPILE_CACHE, XDG_CACHE_HOME = HOME && join(HOME, '.cache') } = process.env

const root = dirname(__dirname)
const filename = join(root, 'dist/cli.cjs')
const source = readFileSync(filename, 'latin1') // it is ASCII, and its first line names the build
const build = source.slice(0, source.indexOf('\n'))
const folders = NODE_DISABLE_COMPILE_CACHE
  ? []
  : [join(root, '.cache'), ...(XDG_CACHE_HOME ? [join(XDG_CACHE_HOME, 'qparse')] : [])]
const name = `cli-${process.version}-${process.arch}.v8`

const seal = (code) => createHash('sha256').update(build).update(process.version).update(code).digest()

function read() {
  for (const folder of folders) {
    try {
      const file = readFileSync(join(folder, name))
      const code = file.subarray(SEAL)
      if (seal(code).equals(file.subarray(0, SEAL))) return code
    } catch {
      // The next folder may have it.
    }
  }
  return undefined
}

function write(code) {
  for (const folder of folders) {
    try {
      const unfinished = join(folder, `${name}.${process.pid}`)
      mkdirSync(folder, { recursive: true })
      writeFileSync(unfinished, Buffer.concat([seal(code), code]))
      return renameSync(unfinished, join(folder, name))
    } catch {
      // The next folder may be writable.
    }
  }
}

const script = new Script(source, { filename, cachedData: read() })
const { start, rehearse } = script.runInThisContext()(require, filename)

async function run() {
  await start(process.argv.slice(2))
  if (folders.length > 0 && script.cachedDataRejected !== false)
    await rehearse().then(
      () => write(script.createCachedData()),
      () => undefined, // nothing to keep of a program that cannot compile
    )
  // All is said once both streams are empty; Node would take its heap down piece by piece before it ends.
  process.stdout.write('', () => process.stderr.write('', () => process.exit()))
}

run()
