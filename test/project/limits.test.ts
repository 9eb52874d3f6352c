import { readFileSync } from 'node:fs'
import { glob } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
import { CODES } from '../../src/diagnostics/codes.js'

/** A row of the table of limits in docs/reliability.md. */
interface Row {
  readonly limit: string
  readonly beyond: string
  readonly file: string
  readonly name: string
}

const ROW = /^\|[^|]+\|([^|]+)\|([^|]+)\| `(src\/[^`]+)` (\w+) *\|$/gm
const rows: Row[] = [...readFileSync('docs/reliability.md', 'utf8').matchAll(ROW)].map(
  ([, limit = '', beyond = '', file = '', name = '']) => ({
    limit: limit.trim(),
    beyond: beyond.trim(),
    file,
    name,
  }),
)

/** What the table says: 64 MB → 67108864, 1,600 ms → 1600. */
const said = (limit: string): number =>
  Number.parseInt(limit.replaceAll(',', ''), 10) * (limit.endsWith('MB') ? 2 ** 20 : 1)

/** What the code says: a product, the first one of a Math.min(…), or a part of another limit. */
function valueOf(file: string, name: string): number {
  const text =
    new RegExp(`^(?:export )?const ${name} =([^]+?)\\n(?:\\n|[^ )])`, 'm').exec(
      `${readFileSync(file, 'utf8')}\n`,
    )?.[1] ?? ''
  const part = /^ ([A-Z_]+) \/ (\d+)$/.exec(text)
  if (part)
    return valueOf(rows.find((row) => row.name === part[1])?.file ?? '', part[1] ?? '') / Number(part[2])
  const product = /[\d_]+(?: \* (?:[\d_]+|MB))*/.exec(text)?.[0] ?? 'NaN'
  return product
    .split(' * ')
    .reduce((all, factor) => all * (factor === 'MB' ? 2 ** 20 : Number(factor.replaceAll('_', ''))), 1)
}

describe('the table of limits', () => {
  it.each(rows)('$file $name: $limit', ({ file, name, limit, beyond }) => {
    // Heap of a thread is counted in megabytes.
    expect([valueOf(file, name), valueOf(file, name) * 2 ** 20]).toContain(said(limit))
    const code = /^`([\w-]+)`$/.exec(beyond)?.[1]
    if (code !== undefined) expect(Object.keys(CODES)).toContain(code)
  })

  it('has every limit on bytes, values, characters, pages and time', async () => {
    const limits: string[] = []
    for (const file of await glob('src/{cli,compile,readers,registry,source}/**/*.ts'))
      for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(
        /^(?:export )?const ([A-Z_]*(?:LIMIT|_BYTES|_VALUES|_LENGTH|_NODES|_PAGES|_PARTS|_TEXT|_CELLS))\b =/gm,
      ))
        if (name !== 'FREE_BYTES' && valueOf(file, name) >= 1000) limits.push(`${file} ${name}`)
    expect(limits.length).toBeGreaterThan(10)
    expect(rows.map(({ file, name }) => `${file} ${name}`)).toEqual(expect.arrayContaining(limits))
  })
})
