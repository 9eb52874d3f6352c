// Measure speed in one run and hold it against the floors.
//   npm run bench               seeds: against jieba, and against an empty process
//   npm run bench -- --growth   also how time grows on adversarial shapes
//   npm run bench -- --check    exit 1 where a floor is missed
import { growth, LENGTHS } from './growth.mjs'
import { seeds } from './measure.mjs'
import { wholeProcess } from './process.mjs'
import { throughput } from './throughput.mjs'

/** At least a quarter of jieba's speed; at most 6 times an empty process; at most 2.5 times a straight line's growth. */
const FLOORS = { jieba: 0.25, process: 6, growth: 2.5 }

/** Milliseconds below which a ratio is mostly noise. */
const TOO_SHORT = 30

const characters = seeds.reduce((sum, { text }) => sum + text.length, 0)
console.log(`${seeds.length} seeds, ${characters} characters, Node ${process.versions.node}\n`)
const missed = []
row('what', 'median', 'beside', 'ratio', 'floor')

const { compile, cut } = await throughput()
floor(
  'text → registry object : jieba cutting',
  compile,
  cut,
  cut / compile,
  `≥ ${FLOORS.jieba}`,
  cut / compile >= FLOORS.jieba,
)

const { qparse, node } = wholeProcess()
floor(
  'qparse seeds -f json -q : node -e 0',
  qparse,
  node,
  qparse / node,
  `≤ ${FLOORS.process}`,
  qparse / node <= FLOORS.process,
)

if (process.argv.includes('--growth')) {
  console.log(`\nadversarial shapes of ${LENGTHS.join(' and ')} characters; growth 1 is a straight line`)
  row('shape', 'short', 'long', 'growth', 'floor')
  for (const { name, small, large, growth: ratio } of growth())
    floor(name, small, large, ratio, `≤ ${FLOORS.growth}`, ratio <= FLOORS.growth || large < TOO_SHORT)
}

if (missed.length > 0) console.log(`\nmissed: ${missed.join('; ')}`)
if (missed.length > 0 && process.argv.includes('--check')) process.exitCode = 1

function floor(name, a, b, ratio, text, met) {
  row(name, `${a.toFixed(1)} ms`, `${b.toFixed(1)} ms`, ratio.toFixed(2), met ? text : `${text}  MISSED`)
  if (!met) missed.push(name)
}

function row(name, ...cells) {
  const width = [...name].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0)
  console.log(name + ' '.repeat(Math.max(1, 44 - width)) + cells.map((cell) => cell.padStart(10)).join(' '))
}
