// Where the time of a start goes: `qparse seeds/*.txt -f json`, a whole process, the mean of some runs.
//   npm run build && node scripts/profile-start.mjs
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seeds } from '../bench/measure.mjs'

const RUNS = 10
const MICROSECONDS = 200

/** Parts by the function that does them; what such a function calls counts for it, unless it is a part of its own. */
const PARTS = {
  'compiling the texts': ['compileInput'],
  validating: ['validateShape'],
  'writing the registry': ['pieceOf', 'addTally', 'end'],
  'reading the files': ['readFileBytes', 'readText'],
  'loading the program': ['executeUserEntryPoint', 'require', 'compileForPublicLoader'],
  'collecting garbage': ['(garbage collector)'],
}
const partOf = new Map(Object.entries(PARTS).flatMap(([part, names]) => names.map((name) => [name, part])))

const command = ['bin/qparse.js', ...seeds.map(({ path }) => path), '-f', 'json', '-q']
const folder = mkdtempSync(join(tmpdir(), 'qparse-profile-'))
try {
  run() // the code cache of this build
  const flags = ['--cpu-prof', `--cpu-prof-interval=${MICROSECONDS}`, `--cpu-prof-dir=${folder}`]
  for (let i = 0; i < RUNS; i++) run(...flags)
  const sums = new Map()
  for (const name of readdirSync(folder))
    addProfile(sums, JSON.parse(readFileSync(join(folder, name), 'utf8')))
  print(sums)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function run(...flags) {
  execFileSync(process.execPath, [...flags, ...command], { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Adds the time of each sample to the innermost part that it stands in. */
function addProfile(sums, { nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parts = new Map()
  const visit = (node, above) => {
    const part = partOf.get(node.callFrame.functionName) ?? above
    parts.set(node.id, part)
    for (const child of node.children ?? []) visit(byId.get(child), part)
  }
  visit(nodes[0], 'the rest')
  samples.forEach((id, i) => {
    const part = parts.get(id)
    sums.set(part, (sums.get(part) ?? 0) + timeDeltas[i])
  })
}

function print(sums) {
  const total = [...sums.values()].reduce((all, sum) => all + sum, 0)
  for (const [part, sum] of [...sums].sort((a, b) => b[1] - a[1])) {
    console.log(`${part.padEnd(24)}${((100 * sum) / total).toFixed(0).padStart(4)} %`)
  }
}
