// Run the GNU parallel recipe of docs/scale.md on this machine: parts of a folder by `--shard`, one after another and side by
// side, joined by `qparse merge`, and the result compared with one run over the whole. Needs Debian's package `parallel`.
//   npm run parallel                1,000 documents (the seeds, again and again) in 8 parts
//   npm run parallel -- --documents 200 --parts 4
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { documents: { type: 'string', default: '1000' }, parts: { type: 'string', default: '8' } },
})
const [documents, parts] = [values.documents, values.parts].map(Number)
if (spawnSync('parallel', ['--version']).error) {
  console.error('GNU parallel is not here: apt-get install parallel')
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'qparse-parallel-'))
const qparse = `"${process.execPath}" "${resolve('bin/qparse.js')}"`
const shell = (command) =>
  execFileSync('sh', ['-c', command], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] })
const timed = (name, command) => {
  const start = performance.now()
  shell(command)
  const seconds = (performance.now() - start) / 1000
  console.log(
    `${name.padEnd(44)} ${seconds.toFixed(1).padStart(7)} s ${(documents / seconds).toFixed(0).padStart(6)} documents a second`,
  )
}
/** Lines in the order of their text: parts come in the order of their numbers, not of their documents. */
const digest = (name) =>
  createHash('sha256')
    .update(readFileSync(join(folder, name), 'utf8').split('\n').sort().join('\n'))
    .digest('hex')

try {
  const seeds = readdirSync('seeds').map((name) => readFileSync(join('seeds', name)))
  mkdirSync(join(folder, 'plans'))
  for (let i = 0; i < documents; i++)
    writeFileSync(join(folder, 'plans', `plan-${i}.txt`), seeds[i % seeds.length])
  console.log(`${documents} documents, ${parts} parts, ${availableParallelism()} cores\n`)
  const part = `${qparse} plans --shard {}/${parts} --jobs 1 -q -o part-{}.ndjson`
  timed('one run, one worker', `${qparse} plans --jobs 1 -q -o whole.ndjson`)
  timed('one run, a worker a core', `${qparse} plans -q -o workers.ndjson`)
  timed(
    'parts by GNU parallel, then merge',
    `parallel '${part}' ::: $(seq ${parts}) && ${qparse} merge part-*.ndjson -q -o merged.ndjson`,
  )
  const [whole, ...others] = ['whole.ndjson', 'workers.ndjson', 'merged.ndjson'].map(digest)
  const same = others.every((other) => other === whole)
  console.log(same ? '\nthe same documents each time' : '\nNOT the same documents')
  process.exitCode = same ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
