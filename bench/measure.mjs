// Small tools that the benchmarks share.
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'

export const seeds = readdirSync('seeds')
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => ({ path: `seeds/${name}`, text: readFileSync(`seeds/${name}`, 'utf8') }))

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

/** Milliseconds of a whole process, from its start to its end; it must succeed. */
export const timeProcess = (...args) =>
  time(() => {
    const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    if (status !== 0) throw new Error(`node ${args.join(' ')}: exit ${status}\n${stderr}`)
  })
