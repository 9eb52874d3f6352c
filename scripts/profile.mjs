// Where the time of text → registry object goes: the share of each function, with all that it calls and alone.
//   npm run build && node scripts/profile.mjs          the 40 that take most
//   npm run build && node scripts/profile.mjs find     those whose name holds the word
import { Session } from 'node:inspector/promises'
import { compileText } from '../dist/index.js'
import { seeds } from '../bench/measure.mjs'

const WARM = 60
const ROUNDS = 200
const MICROSECONDS = 500
const MOST = 40

const round = () => seeds.map(({ path, text }) => compileText(text, { path }))
for (let i = 0; i < WARM; i++) round()

const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.setSamplingInterval', { interval: MICROSECONDS })
await session.post('Profiler.start')
for (let i = 0; i < ROUNDS; i++) round()
const { profile } = await session.post('Profiler.stop')

const nodes = new Map(profile.nodes.map((node) => [node.id, node]))
const withAll = new Map()
const alone = new Map()
visit(profile.nodes[0], [])

const total = Math.max(...withAll.values())
const wanted = process.argv[2] ?? ''
console.log('with all it calls     alone   function')
for (const [name, count] of [...withAll]
  .sort((a, b) => b[1] - a[1])
  .filter(([name]) => name.includes(wanted) && name !== '')
  .slice(0, MOST)) {
  console.log(`${share(count).padStart(17)} ${share(alone.get(name)).padStart(9)}   ${name}`)
}

/** Adds up the samples of a node; a function that calls itself counts once. */
function visit({ callFrame: { functionName: name }, hitCount, children = [] }, path) {
  alone.set(name, (alone.get(name) ?? 0) + hitCount)
  const inner = [...path, name]
  const sum = children.reduce((all, child) => all + visit(nodes.get(child), inner), hitCount)
  if (!path.includes(name)) withAll.set(name, (withAll.get(name) ?? 0) + sum)
  return sum
}

function share(count) {
  return `${((100 * count) / total).toFixed(1)} %`
}
