// How time grows: with the number of documents, and with the length of one of an adversarial shape.
import { compileText } from '../dist/index.js'
import { bytesOf, inTurn, repeated, time } from './measure.mjs'
import { SHAPES } from './shapes.mjs'
import { compileAll } from './throughput.mjs'

const MB = 1e6
/** Long enough that neither fits into the young generation of the heap: else the first would seem too fast. */
const LENGTHS = [20_000, 200_000]
const TRIES = 3

/** Milliseconds of the longer text below which a ratio is mostly noise. */
const TOO_SHORT = 50

/** Time for each byte at 10 (and 100) MB of documents beside that at 1 MB. */
export function* growthOfDocuments({ full }) {
  const few = repeated(MB)
  const perMb = (texts, milliseconds) => milliseconds / (bytesOf(texts) / MB)
  for (const size of full ? [10, 100] : [10]) {
    const many = repeated(size * MB)
    const { small, large } = inTurn(
      { small: () => compileAll(few), large: () => each(many) },
      { rounds: size === 10 ? 5 : 1, warmups: 2 },
    )
    yield {
      what: `growth: 1 MB of documents → ${size} MB, each MB`,
      a: perMb(many, large),
      b: perMb(few, small),
      most: 1.1,
    }
  }
}

/** Nothing is kept of a document, as in a stream. */
const each = (texts) => texts.forEach((text) => compileAll([text]))

/** The adversarial shape that grows worst from one length to ten times that. */
export function* growthOfShapes() {
  const [short, long] = LENGTHS
  const shapes = Object.entries(SHAPES).map(([name, shape]) => ({ name, ...best(shape(long), shape(short)) }))
  const worst = shapes.filter(({ a }) => a >= TOO_SHORT).sort((x, y) => y.a / y.b - x.a / x.b)[0]
  const { name, a, b } = worst ?? { name: `all under ${TOO_SHORT} ms`, a: 0, b: 1 }
  yield { what: `growth: worst of ${shapes.length} shapes at 1 → 10 times (${name})`, a, b, most: 12 }
}

/** Both lengths in turn, after a first try that counts for nothing. */
function best(long, short) {
  const tries = Array.from({ length: TRIES + 1 }, () =>
    [long, short].map((text) => time(() => compileText(text))),
  )
  const [a, b] = [0, 1].map((which) => Math.min(...tries.slice(1).map((times) => times[which])))
  return { a, b }
}
