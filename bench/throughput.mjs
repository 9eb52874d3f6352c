// Text → registry object against @node-rs/jieba merely cutting the same text: both warm, in one process.
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { Bench } from 'tinybench'
import { compileText } from '../dist/index.js'
import { median, seeds } from './measure.mjs'

/** Rounds in turn, so that a busy moment of the machine meets both. */
const ROUNDS = 5

export async function throughput() {
  const jieba = Jieba.withDict(dict)
  const tasks = {
    compile: () => seeds.map(({ path, text }) => compileText(text, { path })),
    cut: () => seeds.map(({ text }) => jieba.cut(text, true)),
  }
  const times = { compile: [], cut: [] }
  for (let round = 0; round < ROUNDS; round++) {
    const bench = new Bench({ time: 400, warmupTime: round === 0 ? 800 : 100, throws: true })
    for (const [name, task] of Object.entries(tasks)) bench.add(name, task)
    await bench.run()
    for (const { name, result } of bench.tasks) times[name].push(result.latency.p50)
  }
  return { compile: median(times.compile), cut: median(times.cut) }
}
