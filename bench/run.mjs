// One table of ratios, each pair measured in one run on the same input and held against its floor.
//   npm run bench                    all but 100 MB of documents, some minutes
//   npm run bench -- --full          with them
//   npm run bench -- start output    the rows whose names begin so
//   npm run bench -- --json FILE     for machines, beside the table
//   npm run bench -- --check         exit 1 where a floor is missed
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { growthOfDocuments, growthOfShapes } from './growth.mjs'
import { output } from './output.mjs'
import { memory, workers } from './scale.mjs'
import { startUp } from './start-up.mjs'
import { throughput } from './throughput.mjs'

const GROUPS = {
  'start-up': startUp,
  throughput,
  output,
  'growth of documents': growthOfDocuments,
  'growth of shapes': growthOfShapes,
  workers,
  memory,
}

const { values: options, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { full: { type: 'boolean' }, check: { type: 'boolean' }, json: { type: 'string' } },
})

const machine = {
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  node: process.versions.node,
  extraCaCerts: Boolean(process.env['NODE_EXTRA_CA_CERTS']),
}
const rows = []
const { cpu, cores, node, extraCaCerts } = machine
const certificates = extraCaCerts ? 'set: it slows every start of Node' : 'not set'
console.log(`${cpu}, ${cores} cores, Node ${node}, NODE_EXTRA_CA_CERTS ${certificates}\n`)
print('what / beside what', 'this', 'that', 'ratio', 'floor')
for (const [name, measure] of Object.entries(GROUPS)) {
  if (asked.length > 0 && !asked.some((start) => name.startsWith(start))) continue
  for await (const row of measure(options)) {
    const { what, a, b, unit = 'ms', least, most } = row
    const ratio = least === undefined ? a / b : b / a
    const met = least === undefined ? ratio <= most : ratio >= least
    rows.push({ what, this: a, that: b, unit, ratio, least, most, met })
    const floor = least === undefined ? `≤ ${most}` : `≥ ${least}`
    print(what, show(a, unit), show(b, unit), show(ratio), met ? floor : `${floor}  MISSED`)
  }
}

const missed = rows.filter(({ met }) => !met)
console.log(`\n${rows.length - missed.length} of ${rows.length} floors met`)
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ machine, rows }, null, 2)}\n`)
if (options.check && missed.length > 0) process.exitCode = 1

function show(figure, unit = '') {
  return `${figure >= 100 ? figure.toFixed(0) : figure.toPrecision(3)} ${unit}`.trim()
}

function print(what, a, b, ratio, floor) {
  const cells = [a, b, ratio].map((cell) => cell.padStart(9)).join('')
  console.log(`${what.padEnd(70)}${cells}  ${floor}`)
}
