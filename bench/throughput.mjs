// Text → validated registry object on one core, against tools that do a part of it, in one process and warm.
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import recognizers from '@microsoft/recognizers-text-suite'
import { compileFiles, compileText, validate } from '../dist/index.js'
import { inTurn, repeated, seeds } from './measure.mjs'

const MB = 1e6

/** Characters of a seed that the recognizers are given: they read 0.07 MB a second. */
const SAMPLE = 3000

/** What a first look for facts would search: dates, percentages, recurrences. */
const FACTS =
  /\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?底?前?|\d+(?:\.\d+)?[%％]|百分之[一二三四五六七八九十百]+|每[年季月周日]/g

const { documents: _none, ...HEAD } = await compileFiles([])

/** The documents of texts, each held against the schema as before it is written. */
export function compileAll(texts) {
  return texts.map(({ path, text }) => {
    const document = compileText(text, { path })
    if (!validate({ ...HEAD, documents: [document] }).valid) throw new Error(`${path}: not a valid registry`)
    return document
  })
}

export function* throughput() {
  const jieba = Jieba.withDict(dict)
  const cut = (texts) => texts.forEach(({ text }) => jieba.cut(text, true))
  for (const [input, texts, rounds, warmups] of [
    ['seeds', seeds, 25, 25],
    ['10 MB', repeated(10 * MB), 3, 0],
  ]) {
    const { own, other } = inTurn(
      { own: () => compileAll(texts), other: () => cut(texts) },
      { rounds, warmups },
    )
    yield { what: `speed: text → registry / jieba cutting, ${input}`, a: own, b: other, least: 0.5 }
  }
  yield recognizing()
  for (const [input, texts, rounds] of [
    ['seeds', seeds, 25],
    ['10 MB', repeated(10 * MB), 3],
  ])
    yield floor(input, texts, rounds)
}

function recognizing() {
  const text = seeds.at(-1).text.slice(0, SAMPLE)
  const { Culture, recognizeDateTime, recognizePercentage, recognizeDimension } = recognizers
  const find = [recognizeDateTime, recognizePercentage, recognizeDimension]
  const { own, other } = inTurn(
    {
      own: () => compileAll([{ path: 'sample', text }]),
      other: () => find.forEach((recognize) => recognize(text, Culture.Chinese)),
    },
    { rounds: 5 },
  )
  return {
    what: 'speed: text → registry / recognizers finding times, %, units',
    a: own,
    b: other,
    least: 150,
  }
}

/** What no compiler of bytes into JSON can be faster than: decode, search once, write. */
function floor(input, texts, rounds) {
  const files = texts.map(({ path, text }) => ({ path, bytes: Buffer.from(text) }))
  const decode = ({ path, bytes }) => ({
    path,
    text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  })
  const registries = compileAll(texts)
  const { own, other } = inTurn(
    {
      own: () => compileAll(files.map(decode)),
      other: () => files.map((file, i) => [decode(file).text.match(FACTS), JSON.stringify(registries[i])]),
    },
    { rounds },
  )
  return {
    what: `cost: bytes → registry / decode, one regexp, stringify, ${input}`,
    a: own,
    b: other,
    most: 12,
  }
}
