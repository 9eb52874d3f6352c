// Comparing two registries of five thousand obligations against compiling the two texts: at most three times as long.
//   node bench/diff.mjs [--check]
import { compileText, diffRegistries } from '../dist/index.js'
import { median, seeds, time } from './measure.mjs'

const FLOOR = 3
const ROUNDS = 5

/** What the copies of the seeds are about, so that they are like each other and none is the same. */
const TOPICS = ['质量', '养老', '托育', '防汛', '节水', '消防', '档案', '种业']

const about =
  (topic) =>
  ({ path, text }) => ({ path: `${topic}-${path}`, text: text.replaceAll('质量', topic) })

/** Every n-th sentence edited: a word put in before its end. */
const edited =
  (n) =>
  ({ path, text }) => {
    let count = 0
    return {
      path,
      text: text.replace(/[,，]([^,，。\n]{4,})。/g, (all, last) =>
        count++ % n === 0 ? `，并按规定${last}。` : all,
      ),
    }
  }

const old = TOPICS.slice(0, 6).flatMap((topic) => seeds.map(about(topic)))
const PAIRS = {
  'the same texts': old,
  'every tenth sentence edited': old.map(edited(10)),
  'every sentence edited': old.map(edited(1)),
  'other texts': TOPICS.slice(2)
    .flatMap((topic) => seeds.map(about(topic)))
    .map(edited(1)),
  'nothing like it': old.map(({ path, text }) => ({ path, text: text.replace(/[\u4e00-\u9fff]/g, rotate) })),
}

function rotate(sign) {
  return '要应须到年月日前负责牵头配合%'.includes(sign)
    ? sign
    : String.fromCharCode(0x4e00 + ((sign.charCodeAt(0) - 0x4e00 + 777) % 0x5000))
}

const compile = (texts) => ({ documents: texts.map(({ path, text }) => compileText(text, { path })) })

let missed = false
console.log('what                            obligations      compile both     diff     ratio')
for (const [name, texts] of Object.entries(PAIRS)) {
  const [a, b] = [compile(old), compile(texts)]
  const compiling = median(Array.from({ length: ROUNDS }, () => time(() => [compile(old), compile(texts)])))
  const comparing = median(Array.from({ length: ROUNDS }, () => time(() => diffRegistries(a, b))))
  const count = ({ documents }) => documents.reduce((sum, { obligations }) => sum + obligations.length, 0)
  const ratio = comparing / compiling
  missed ||= ratio >= FLOOR
  const cells = [
    `${count(a)} + ${count(b)}`,
    `${compiling.toFixed(0)} ms`,
    `${comparing.toFixed(0)} ms`,
    ratio.toFixed(2),
  ]
  console.log(name.padEnd(28) + cells.map((cell) => cell.padStart(15)).join(''))
}
if (missed) console.log(`\nfloor missed: under ${FLOOR} times`)
if (missed && process.argv.includes('--check')) process.exitCode = 1
