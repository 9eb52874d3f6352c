// What writing costs beside compiling, in one process and warm.
import { inTurn, seeds, sourceModule } from './measure.mjs'
import { compileAll } from './throughput.mjs'

const ROUNDS = 25

export async function* output() {
  const { WRITERS } = await sourceModule('src/writers/index.ts')
  const documents = compileAll(seeds)
  const write = (format) => () =>
    documents.map((document) => Buffer.from(WRITERS[format].document(document, null)))
  const { compile, ndjson, yaml } = inTurn(
    { compile: () => compileAll(seeds), ndjson: write('ndjson'), yaml: write('yaml') },
    { rounds: ROUNDS, warmups: ROUNDS },
  )
  yield { what: 'output: compile and write ndjson / compile', a: compile + ndjson, b: compile, most: 1.3 }
  yield { what: 'output: write yaml / compile and write yaml', a: yaml, b: compile + yaml, most: 0.5 }
}
