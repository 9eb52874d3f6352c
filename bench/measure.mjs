// What the benchmarks share: the texts, and how time is taken.
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { build } from 'esbuild'

export const seeds = readdirSync('seeds')
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => ({ path: `seeds/${name}`, text: readFileSync(`seeds/${name}`, 'utf8') }))

export const bytesOf = (texts) => texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)

/** Documents of about so many bytes together: the seeds over and over, each with a name of its own. */
export function repeated(bytes) {
  const texts = []
  for (let size = 0; size < bytes;) {
    const { text } = seeds[texts.length % seeds.length]
    texts.push({ path: `${String(texts.length).padStart(6, '0')}.txt`, text })
    size += Buffer.byteLength(text)
  }
  return texts
}

export const median = (figures) => {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}

/** Milliseconds that a call takes. */
export function time(call) {
  const start = performance.now()
  call()
  return performance.now() - start
}

/** The median milliseconds of each task, run in turn: a busy moment of the machine meets all of them. */
export function inTurn(tasks, { rounds, warmups = 1 }) {
  const times = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]))
  for (let round = -warmups; round < rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const spent = time(task)
      if (round >= 0) times[name].push(spent)
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]))
}

/** A whole process of Node, from its start to its end; it must succeed. */
export function runNode(...args) {
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  if (status !== 0) throw new Error(`node ${args.join(' ')}: exit ${status}\n${stderr}`)
}

/** One module of src/ as the bundle would have it. */
export async function sourceModule(file) {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  })
  const code = Buffer.from(outputFiles[0].contents).toString('base64')
  return import(`data:text/javascript;base64,${code}`)
}
