// How time grows with length on adversarial shapes: 4 times the text may take about 4 times the time.
import { compileText } from '../dist/index.js'
import { time } from './measure.mjs'
import { SHAPES } from './shapes.mjs'

const LENGTH = 50_000
const FACTOR = 4
const TRIES = 3

export function growth() {
  compileText(repeat('各部门要加强监管。', LENGTH))
  return Object.entries(SHAPES).map(([name, shape]) => {
    const [small, large] = [LENGTH, LENGTH * FACTOR].map((length) => best(repeat(shape, length)))
    return { name, small, large, growth: large / small / FACTOR }
  })
}

const best = (text) => Math.min(...Array.from({ length: TRIES }, () => time(() => compileText(text))))
const repeat = (shape, length) => shape.repeat(Math.ceil(length / shape.length)).slice(0, length)
