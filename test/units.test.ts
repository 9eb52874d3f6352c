import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SourceText } from '../src/source/source-text.js'
import { splitUnits } from '../src/units/split.js'

describe('units are cut as the annotators cut them', () => {
  for (const file of readdirSync('fixtures/gold/units')) {
    it(file, () => {
      const name = file.replace('.jsonl', '')
      const gold = readFileSync(`fixtures/gold/units/${file}`, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { start: number; end: number })
      const source = new SourceText(readFileSync(`seeds/${name}.txt`, 'utf8'))
      const found = source.lines.flatMap((line) => splitUnits(source, line))
      expect(found.map(({ start, end }) => [start, end])).toEqual(gold.map(({ start, end }) => [start, end]))
    })
  }
})
