// How time grows with length on adversarial shapes: 4 times the text may take about 4 times the time.
import { compileText } from '../dist/index.js'
import { time } from './measure.mjs'
import { SHAPES } from './shapes.mjs'

export const LENGTHS = [10_000, 40_000]
const TRIES = 3

/** For each shape the milliseconds of both lengths, and their growth: 1 where time grows as the text does. */
export function* growth() {
  const [short, long] = LENGTHS
  for (const [name, shape] of Object.entries(SHAPES)) {
    const [small, large] = [best(shape(short)), best(shape(long))]
    yield { name, small, large, growth: (large / small) * (short / long) }
  }
}

const best = (text) => Math.min(...Array.from({ length: TRIES }, () => time(() => compileText(text))))
