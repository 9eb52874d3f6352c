// The corpus ledger: compile every text under a folder and print a row a document, with the totals.
//   npm run corpus -- DIR
//   npm run corpus -- DIR --out FILE        keep the figures
//   npm run corpus -- DIR --against FILE    compare with a run that was kept: gains, losses, time
// Exits 1 where a document failed, 2 where nothing could be compiled or a file could not be read or written.
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { compileFiles } from '../dist/index.js'

const COUNTS = ['sections', 'obligations', 'targets', 'deadlines', 'assignments', 'cuesUnread']
const HEADINGS = ['document', 'status', ...COUNTS.slice(0, -1), 'cues unread', 'ms']
const NAME_WIDTH = 40

async function main() {
  const { values, positionals } = parseArgs({
    options: { against: { type: 'string' }, out: { type: 'string' } },
    allowPositionals: true,
  })
  if (positionals.length !== 1) throw new Error('give one folder: npm run corpus -- DIR')
  const earlier = values.against === undefined ? null : ledgerIn(values.against)
  const documents = await run(positionals[0])
  print(documents)
  if (earlier) compare(documents, earlier)
  if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify({ documents }, null, 1)}\n`)
  if (documents.every(({ status }) => status === 'unopened')) process.exitCode = 2
  else if (documents.some(({ status }) => status !== 'ok')) process.exitCode = 1
}

function ledgerIn(file) {
  const { documents } = JSON.parse(readFileSync(file, 'utf8'))
  if (!Array.isArray(documents)) throw new Error(`${file} is no ledger of an earlier run`)
  return documents
}

/** One entry a document. The first text is compiled twice, so that no row pays for the start. */
async function run(folder) {
  const { documents } = await compileFiles([folder])
  const entries = []
  for (const known of documents) {
    for (const { severity, message } of known.diagnostics)
      if (severity === 'error') console.error(`${known.source.path}  error  ${message}`)
    const start = performance.now()
    const { documents: again } =
      known.source.sha256 === null ? { documents: [known] } : await compileFiles([known.source.path])
    entries.push(entryOf(again[0] ?? known, performance.now() - start))
  }
  return entries
}

function entryOf({ source, sections, obligations, assignments, deadlines, diagnostics, coverage }, ms) {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)
  const timed = [{ deadlines }, ...sections, ...assignments, ...obligations]
  return {
    path: source.path,
    status: source.sha256 === null ? 'unopened' : (errors[0] ?? 'ok'),
    sections: sections.length,
    obligations: obligations.length,
    targets: sum(obligations.map(({ targets }) => targets.length)),
    deadlines: sum(timed.map((item) => item.deadlines.length)),
    assignments: assignments.length,
    cuesUnread: coverage.cuesUnread,
    ms: Math.round(ms * 10) / 10,
  }
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0)

function totalOf(documents) {
  const total = { path: `${documents.length} documents`, status: '' }
  for (const name of [...COUNTS, 'ms']) total[name] = sum(documents.map((document) => document[name]))
  total.ms = Math.round(total.ms * 10) / 10
  return total
}

function print(documents) {
  const row = (entry) => [
    shortened(entry.path),
    entry.status,
    ...COUNTS.map((name) => String(entry[name])),
    entry.ms.toFixed(1),
  ]
  const table = [HEADINGS, ...documents.map(row), row(totalOf(documents))]
  const widths = HEADINGS.map((_, column) => Math.max(...table.map((cells) => widthOf(cells[column]))))
  for (const cells of table) {
    console.log(
      cells
        .map((cell, column) => {
          const fill = ' '.repeat(widths[column] - widthOf(cell))
          return column < 2 ? cell + fill : fill + cell
        })
        .join('  ')
        .trimEnd(),
    )
  }
}

/** What each document has more and less of than in the earlier run, and how the time of them all changed. */
function compare(documents, earlier) {
  const before = new Map(earlier.map((entry) => [entry.path, entry]))
  const after = new Map(documents.map((entry) => [entry.path, entry]))
  const changes = []
  for (const { path } of earlier) if (!after.has(path)) changes.push(`- ${path}: gone`)
  for (const entry of documents) {
    const old = before.get(entry.path)
    const said = old ? differences(old, entry) : 'new'
    if (said !== '') changes.push(`${old ? '±' : '+'} ${entry.path}: ${said}`)
  }
  const both = documents.filter(({ path }) => before.has(path))
  const [then, now] = [totalOf(both.map(({ path }) => before.get(path))), totalOf(both)]
  console.log(`\nagainst the earlier run: ${changes.length === 0 ? 'nothing gained or lost' : ''}`.trimEnd())
  for (const change of changes) console.log(change)
  const said = differences(then, now)
  console.log(`in all: ${said === '' ? 'the same counts' : said}; ${then.ms} ms → ${now.ms} ms`)
}

function differences(old, entry) {
  const said = COUNTS.filter((name) => old[name] !== entry[name]).map((name) => {
    const change = entry[name] - old[name]
    return `${name} ${change > 0 ? '+' : ''}${change}`
  })
  if (old.status !== entry.status) said.unshift(`${old.status} → ${entry.status}`)
  return said.join(', ')
}

/** The end of a long path tells more than its beginning. */
function shortened(path) {
  const characters = [...path]
  if (widthOf(path) <= NAME_WIDTH) return path
  while (widthOf(characters.join('')) >= NAME_WIDTH) characters.shift()
  return `…${characters.join('')}`
}

/** Columns on a terminal: Chinese characters and full-width signs take two. */
const widthOf = (text) =>
  [...text].reduce(
    (width, c) =>
      width +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u.test(
        c,
      )
        ? 2
        : 1),
    0,
  )

try {
  await main()
} catch (error) {
  console.error(`corpus: ${error.message}`)
  process.exitCode = 2
}
