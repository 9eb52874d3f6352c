// The whole command on all seeds against a Node that does nothing.
import { inTurn, runNode, seeds } from './measure.mjs'

const ROUNDS = 15

export function* startUp() {
  const files = seeds.map(({ path }) => path)
  const command = (format) => () => runNode('bin/qparse.js', ...files, '-f', format, '-q')
  const { node, json, yaml } = inTurn(
    { node: () => runNode('-e', '0'), json: command('json'), yaml: command('yaml') },
    { rounds: ROUNDS },
  )
  yield { what: 'start-up: qparse seeds -f json / node -e 0', a: json, b: node, most: 3 }
  yield { what: 'start-up: qparse seeds -f yaml / node -e 0', a: yaml, b: node, most: 3.5 }
}
