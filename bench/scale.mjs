// Many documents through the whole command: what a second worker gains, and whether memory stays flat.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { inTurn, repeated, runNode, seeds } from './measure.mjs'

const MB = 1e6
const DOCUMENTS = 20_000

/** Characters of a document in the stream: a short notice. */
const LENGTH = 1500

/** Milliseconds between two looks at the memory. */
const LOOK = 100

/** A worker needs some hundred documents to become fast: a longer list tells how much of the difference that is. */
export function* workers() {
  yield worker(10, { rounds: 3 })
  yield worker(40, { rounds: 2, warmups: 0 })
}

function worker(megabytes, times) {
  const folder = mkdtempSync(join(tmpdir(), 'qparse-bench-'))
  try {
    for (const { path, text } of repeated(megabytes * MB)) writeFileSync(join(folder, path), text)
    const run = (jobs) => () =>
      runNode('bin/qparse.js', folder, '-f', 'ndjson', '-q', '-o', '/dev/null', '--jobs', String(jobs))
    const { one, two } = inTurn({ one: run(1), two: run(2) }, times)
    const what = `workers: speed of 2 / of 1, ${megabytes} MB of documents`
    return { what, a: two, b: one, least: 1.8 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Peak of the process in MB, and the peak of its second half beside that of its first; Linux only. */
export async function* memory() {
  if (process.platform !== 'linux') return
  const args = ['bin/qparse.js', '--stdin-format', 'ndjson', '-q']
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'ignore', 'inherit'] })
  const sizes = []
  const looking = setInterval(() => sizes.push(residentMb(child.pid)), LOOK)
  const ended = new Promise((resolve) => child.once('close', resolve))
  for (let i = 0; i < DOCUMENTS; i++) {
    const { text } = seeds[i % seeds.length]
    const from = (i * 97) % (text.length - LENGTH)
    const line = `${JSON.stringify({ id: String(i), text: text.slice(from, from + LENGTH) })}\n`
    if (!child.stdin.write(line)) await new Promise((resolve) => child.stdin.once('drain', resolve))
  }
  child.stdin.end()
  await finished(child.stdin)
  const status = await ended
  clearInterval(looking)
  if (status > 1) throw new Error(`${args.join(' ')}: exit ${status}`)
  const half = sizes.length >> 1
  const [first, second] = [Math.max(...sizes.slice(0, half)), Math.max(...sizes.slice(half))]
  const what = `memory: ${DOCUMENTS} documents streamed to ndjson`
  yield { what: `${what}, peak`, a: Math.max(first, second), b: 400, unit: 'MB', most: 1 }
  yield { what: `${what}, second half / first`, a: second, b: first, unit: 'MB', most: 1.1 }
}

function residentMb(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
