// The whole command on all seeds against a Node that does nothing, run in turn.
import { median, seeds, timeProcess } from './measure.mjs'

const RUNS = 15

export function wholeProcess() {
  const command = ['bin/qparse.js', ...seeds.map(({ path }) => path), '-f', 'json', '-q']
  const times = { qparse: [], node: [] }
  for (let run = 0; run < RUNS; run++) {
    times.node.push(timeProcess('-e', '0'))
    times.qparse.push(timeProcess(...command))
  }
  return { qparse: median(times.qparse), node: median(times.node) }
}
