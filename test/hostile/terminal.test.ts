import { afterAll, describe, expect, it } from 'vitest'
import { Folder, PLAN } from '../cli/run.js'
import { inProcess } from '../cli/in-process.js'
import { registryOf } from '../registry-schema/example.js'
import { planted } from './planted.js'

/** A cleared screen in either spelling, a title of the window, a line that covers another, and text turned around. */
const WORDS = '\u001b[2J\u009b31m\u001b]0;x\u0007\u009d0;x\u009c\rok\b\u202egnp\u2066\u061c\u200f\u2028\u0085'
// oxlint-disable-next-line no-control-regex -- exactly these are meant
const STEERS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/

const folder = new Folder()
afterAll(() => folder.remove())
const NAME = `坏${WORDS.replaceAll('\r', '')}名`
const NEW = PLAN.replace('90%', '95%')

/** The plan with the words in its title, headings, duties, figures and bodies. */
const spoilt = (text: string): string =>
  text.replaceAll(
    /方案|设施|服务站|覆盖率|民政局|监管|资金/g,
    (word) => `${word[0]}${WORDS.replace('\u2028', '')}${word.slice(1)}`,
  )

folder.write(`${NAME}.txt`, spoilt(PLAN))
folder.write('new.txt', spoilt(NEW))
folder.write(`${NAME}.json`, JSON.stringify(planted(registryOf(), WORDS)))
folder.write(
  'whole.json',
  JSON.stringify({ ...planted(registryOf(), WORDS), generator: registryOf().generator }),
)
folder.write(
  'keys.json',
  JSON.stringify({ [WORDS]: 1, documents: [{ [`${WORDS}2`]: WORDS, obligations: [] }] }),
)
folder.write('broken.json', `{"a": ${WORDS}`)
folder.write('broken.yaml', `a: "x"\n b: ${JSON.stringify(WORDS)}\n*${WORDS}`)
folder.write('lines.ndjson', `{"id": ${WORDS}}\n`)
folder.write('lexicon.yaml', `${JSON.stringify(WORDS)}: {x: [y]}\n`)
folder.write('list.yaml', `organs: {${JSON.stringify(WORDS)}: [y]}\n`)
folder.write('config.yaml', `lint: {rules: {${JSON.stringify(WORDS)}: error}}\n`)
folder.write('syntax.yaml', `lint: ${WORDS}: [\n`)

describe('nothing that is printed for people steers a terminal', () => {
  it.each([
    ['a summary and notes', ['compile', `${NAME}.txt`, '-v', '-o', 'out.json']],
    ['a tree', ['explain', `${NAME}.txt`]],
    ['a line', ['explain', `${NAME}.txt:5`]],
    ['findings', ['lint', `${NAME}.txt`]],
    ['a comparison', ['diff', `${NAME}.txt`, 'new.txt']],
    ['a comparison in Markdown', ['diff', `${NAME}.txt`, 'new.txt', '-f', 'md']],
    ['a table', ['query', 'whole.json', '-f', 'table']],
    ['a table by body', ['query', 'whole.json', '--by', 'body']],
    ['faults of a registry', ['validate', 'keys.json', `${NAME}.json`]],
    ['a registry without its sources', ['validate', 'whole.json', '--sources', '.']],
    ['what is no JSON', ['validate', 'broken.json']],
    ['what is no YAML', ['validate', 'broken.yaml']],
    ['what is no line', ['merge', 'lines.ndjson']],
    [
      'a registry that does not go with another',
      ['merge', 'whole.json', `${NAME}.json`, '-f', 'ndjson', '-o', 'm.ndjson'],
    ],
    ['a word list', ['compile', 'new.txt', '--lexicon', 'lexicon.yaml']],
    ['a list of words', ['compile', 'new.txt', '--lexicon', 'list.yaml']],
    ['settings', ['lint', 'new.txt', '--config', 'config.yaml']],
    ['settings that are no YAML', ['lint', 'new.txt', '--config', 'syntax.yaml']],
    ['a rule', ['lint', 'new.txt', '--rule', `${WORDS}=error`]],
    ['names of no files', ['compile', `no${WORDS}`, `${WORDS}*.txt`, '-o', 'out.json']],
    ['a word list that is not there', ['compile', 'new.txt', '--lexicon', WORDS]],
    ['an option', ['compile', `--x${WORDS}`]],
    ['a value', ['compile', 'new.txt', '-f', WORDS]],
    ['a language', ['compile', 'new.txt', '--lang', WORDS]],
    ['a date', ['compile', 'new.txt', '--date', WORDS]],
    ['a number', ['compile', 'new.txt', '--jobs', WORDS]],
    ['a place to write', ['compile', 'new.txt', '-q', '-o', `new.txt/${WORDS}.json`]],
    ['a schema', ['schema', WORDS]],
    ['a filter', ['query', 'whole.json', '--due', WORDS]],
  ])('%s', async (_, args) => {
    for (const language of ['en', 'zh']) {
      const { out, err } = await inProcess(
        args.includes('--lang') ? args : [...args, '--lang', language],
        folder.path,
      )
      expect(out + err).not.toBe('')
      for (const line of [...out.split('\n'), ...err.split('\n')]) expect(line).not.toMatch(STEERS)
      // Colours aside, no sequence that a terminal obeys can begin.
      expect(out + err).not.toContain('\u001b')
    }
  })
})

it('a registry on a terminal: YAML spells such signs, and says the same', async () => {
  const { out } = await inProcess(['compile', `${NAME}.txt`, '-q'], folder.path)
  expect(out.replaceAll('\n', '')).not.toMatch(STEERS)
  const { load } = await import('js-yaml')
  const json = await inProcess(['compile', `${NAME}.txt`, '-q', '-f', 'json'], folder.path)
  expect(load(out)).toEqual(JSON.parse(json.out))
})
