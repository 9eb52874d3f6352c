// Put the real output of commands into the documents that show it, or check that it stands there.
//   npm run readme                refresh, but for figures that differ from machine to machine
//   npm run readme -- --all       refresh these too
//   npm run readme -- --check     exit 1 where an output is not what the command prints now
//
// A comment before a fence names the command; `output+` takes standard error too, `lines=N` and `width=N` say how much
// of it is shown, and `measured` marks what depends on the machine:
//   <!-- output+ lines=12: npx qparse seeds/*.txt -f json -o registry.json -->
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const DOCUMENTS = [
  'README.md',
  'README.zh-CN.md',
  'docs/registry.md',
  'docs/diagnostics.md',
  'docs/accuracy.md',
  'docs/scale.md',
]

const BLOCK = /(<!-- output(\+?)((?: [a-z]+(?:=\S+)?)*): (.+?) -->\n+```\w+\n)([^]*?)(```\n)/g
/** The blocks of a document: what each shows, and what it is to show. */
export function refresh(text, run, { all = false } = {}) {
  const stale = []
  const fresh = text.replace(BLOCK, (...match) => {
    const [whole, head, plus, flags, command, shown, tail] = match
    const options = Object.fromEntries(
      flags
        .split(' ')
        .filter(Boolean)
        .map((flag) => flag.split('=')),
    )
    if ('measured' in options && !all) return whole
    const { out, err } = run(command)
    const output = trim(plus ? err + out : out, options)
    if (output !== shown) stale.push({ command, shown, output })
    return head + output + tail
  })
  return { fresh, stale }
}

function trim(output, { lines = Infinity, width = 110 }) {
  const all = output.replace(/^\n+/, '').trimEnd().split('\n')
  const shown = all.slice(0, Number(lines)).map((line) => cut(line.trimEnd(), Number(width)))
  if (all.length > shown.length) shown.push('…')
  return shown.join('\n') + '\n'
}

/** A line of at most so many columns; Chinese characters take two. */
function cut(line, width) {
  let used = 0
  let fits = ''
  for (const char of line) {
    used += char >= '\u2e80' && char < '\uffe7' ? 2 : 1
    if (used > width) return `${fits}…`
    if (used < width) fits += char
  }
  return line
}

/** Runs the commands of one document in a folder of their own, which holds the seeds and the files they write. */
function runner(root, folder) {
  cpSync(join(root, 'seeds'), join(folder, 'seeds'), { recursive: true })
  cpSync(join(root, 'fixtures/formats'), join(folder, 'formats'), { recursive: true })
  const program = `"${process.execPath}" "${join(root, 'bin/qparse.js')}"`
  return (command) => {
    const { stdout, stderr } = spawnSync('/bin/sh', ['-c', command.replaceAll('npx qparse', program)], {
      cwd: command.startsWith('npm ') ? root : folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LANG: 'en_GB.UTF-8', NO_COLOR: '1' },
      maxBuffer: 1 << 28,
    })
    return { out: stdout, err: stderr }
  }
}

function report(name, { command, shown, output }, withLines) {
  console.log(`${name}: ${command}`)
  if (!withLines) return
  const [old, now] = [shown.split('\n'), output.split('\n')]
  for (const line of old.filter((text) => !now.includes(text))) console.log(`  - ${line}`)
  for (const line of now.filter((text) => !old.includes(text))) console.log(`  + ${line}`)
}

function main(root, flags) {
  const check = flags.includes('--check')
  let differing = 0
  for (const name of DOCUMENTS) {
    const path = join(root, name)
    const folder = mkdtempSync(join(tmpdir(), 'qparse-readme-'))
    try {
      const text = readFileSync(path, 'utf8')
      const { fresh, stale } = refresh(text, runner(root, folder), { all: flags.includes('--all') })
      if (!check && fresh !== text) writeFileSync(path, fresh)
      for (const block of stale) report(name, block, check)
      differing += stale.length
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  if (check && differing > 0) {
    console.log('npm run readme refreshes them')
    process.exitCode = 1
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(resolve('.'), process.argv.slice(2))
