import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'

interface Packed {
  readonly files: readonly { readonly path: string; readonly size: number }[]
  readonly size: number
}

const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 26,
  }),
) as [Packed]
const paths = packed.files.map(({ path }) => path)

it.each([
  'package.json',
  'README.md',
  'README.zh-CN.md',
  'LICENSE',
  'CHANGELOG.md',
  'bin/qparse.js',
  'bin/package.json',
  'dist/cli.cjs',
  'dist/index.js',
  'dist/worker.js',
  'dist/pdf-worker.js',
  'schemas/registry.schema.json',
  'grammars/numbering.peggy',
  'grammars/lexicon/organs.yaml',
  'docs/registry.md',
])('the package holds %s', (path) => expect(paths).toContain(path))

it('and nothing that only its makers need', () => {
  const others = paths.filter((path) =>
    /^(?:test|src|fixtures|seeds|bench|scripts|coverage|\.)|\.map$|\.tmp$/.test(path),
  )
  expect(others).toEqual([])
})

it('character maps come with their licence', () => {
  const maps = paths.filter((path) => path.endsWith('.bcmap'))
  expect(maps.length).toBeGreaterThan(100)
  expect(paths.some((path) => path.startsWith('dist/cmaps/') && /LICENSE/i.test(path))).toBe(true)
})

it('is less than 5 MB packed', () => expect(packed.size).toBeLessThan(5 * 2 ** 20))
