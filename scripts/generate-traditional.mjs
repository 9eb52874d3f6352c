// The characters whose simplified form differs, from OpenCC's tables: src/generated/traditional.ts.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Converter } from 'opencc-js/t2cn'

export function generateTraditional(out) {
  const from = Array.from({ length: 0x9fff - 0x3400 + 1 }, (_, i) => String.fromCharCode(0x3400 + i))
  const to = Converter({ from: 't', to: 'cn' })(from.join('\n')).split('\n')
  // A few rare characters have a simplified form outside the basic plane, which is two code units long.
  const pairs = from.map((char, i) => [char, to[i]]).filter(([a, b]) => a !== b && b?.length === 1)
  writeFileSync(
    join(out, 'traditional.ts'),
    `/** Traditional characters, and at the same place in the second string their simplified forms. */\n` +
      `export const TRADITIONAL =\n  '${pairs.map(([a]) => a).join('')}'\n` +
      `export const SIMPLIFIED =\n  '${pairs.map(([, b]) => b).join('')}'\n`,
  )
}
