import { describe, expect, it } from 'vitest'
import { checkLayers } from '../../scripts/layers.mjs'

const messages = (files: Record<string, string>): string[] =>
  checkLayers(new Map(Object.entries(files))).map(({ file, line, message }) => `${file}:${line} ${message}`)

describe('who may import whom', () => {
  it.each([
    ['a stage takes what stands above it', 'src/outline/tree.ts', '../units/split.js'],
    ['a folder its own files', 'src/outline/tree.ts', './markers.js'],
    ['a fact what all facts share', 'src/facts/target/find.ts', '../context.js'],
    ['what all facts share a fact', 'src/facts/annotate.ts', './target/find.js'],
    ['a writer the registry', 'src/writers/yaml.ts', '../registry/types.js'],
    ['the command line everything', 'src/cli/main.ts', '../pipeline.js'],
  ])('%s', (_, file, path) => {
    expect(messages({ [file]: `import { x } from '${path}'\n` })).toEqual([])
  })

  it.each([
    [
      'a stage further down',
      'src/units/split.ts',
      '../registry/build.js',
      /src\/registry, which stands below it/,
    ],
    ['a sibling', 'src/readers/html.ts', '../units/split.js', /its sibling src\/units/],
    ['a sibling fact', 'src/facts/target/find.ts', '../deadline/find.js', /its sibling src\/facts\/deadline/],
    ['the command line', 'src/pipeline.ts', './cli/main.js', /src\/cli, which stands below it/],
    ['a stage from a writer', 'src/writers/yaml.ts', '../outline/tree.js', /may only see registry/],
    ['a test', 'src/units/split.ts', '../../test/helper.js', /outside src/],
    ['a folder of no layer', 'src/units/split.ts', '../utils/misc.js', /belongs to no layer/],
  ])('nobody imports %s', (_, file, path, message) => {
    for (const statement of [
      `import { x } from '${path}'`,
      `import type { X } from '${path}'`,
      `import {\n  x,\n  y,\n} from '${path}'`,
      `export * from '${path}'`,
      `const x = await import('${path}')`,
    ])
      expect(messages({ [file]: statement })).toEqual([expect.stringMatching(message)])
  })

  it('names the file and the line', () => {
    expect(messages({ 'src/units/split.ts': "// units\nimport { x } from '../outline/tree.js'\n" })).toEqual([
      'src/units/split.ts:2 src/units imports src/outline, which stands below it',
    ])
  })

  it('does not take an example in a comment for an import', () => {
    expect(messages({ 'src/units/split.ts': "/** see `import x from '../cli/main.js'` */\n" })).toEqual([])
  })

  it('knows every folder of src/', () => {
    expect(messages({ 'src/helpers/misc.ts': '' })).toEqual([expect.stringMatching(/belongs to no layer/)])
  })
})

describe('only the command line speaks', () => {
  it.each(['console.log(1)', 'process.exit(1)', 'process.exitCode = 1', "process.stdout.write('x')"])(
    '%s',
    (code) => {
      expect(messages({ 'src/facts/annotate.ts': code })).toEqual([expect.stringMatching(/outside src\/cli/)])
      expect(messages({ 'src/cli/compile.ts': code })).toEqual([])
    },
  )
})

describe('no file is longer than 400 lines', () => {
  it.each(['src/units/split.ts', 'test/units.test.ts', 'grammars/time.peggy'])('%s', (file) => {
    expect(messages({ [file]: '//\n'.repeat(400) })).toEqual([])
    expect(messages({ [file]: '//\n'.repeat(401) })).toEqual([expect.stringMatching(/401 lines/)])
  })
})
