import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, afterEach, expect, it, vi } from 'vitest'
import { inProcess } from '../cli/in-process.js'
import { Folder, PLAN, qparse } from '../cli/run.js'
import { bounded, budget, LIMIT } from './budget.js'

const folder = new Folder()
folder.write('plan.txt', PLAN)
folder.write('other.md', `# ${PLAN}`)
folder.write('empty.txt', '')
folder.write('binary.txt', Uint8Array.of(0, 1, 2, 0, 255))
folder.write('words.yaml', 'verbs:\n  directive: [攒劲]\n')
folder.write('odd.json', '{"documents": 1}')
mkdirSync(folder.file('plans'))
folder.write('plans/a.txt', PLAN)
for (const format of ['json', 'yaml', 'ndjson']) qparse(['plan.txt', '-q', '-o', `r.${format}`], folder.path)
const GIVEN = new Set(readdirSync(folder.path))
afterEach(() => vi.unstubAllEnvs())
afterAll(() => folder.remove())

const WORDS = `
  compile validate explain lint diff schema query convert merge
  plan.txt other.md empty.txt binary.txt none.txt plans plan.txt:4 plans/*.txt .
  r.json r.yaml r.ndjson odd.json words.yaml registry lexicon
  -f --format -q -v --strict --date --lexicon --encoding --emit-text --sources -o --output --only --stat --all
  --exit-code --rule --max-warnings --config --body --role --type --section --due-before --group-by --sort --limit
  --width --cache --shard --lang --no-color --reverse --has --lacks --metric
  json yaml ndjson csv md html rows ics pretty sarif github junit
  out.json out/ text cache 1/2 1 0 -1 2020 2020-01-01 9999-99-99 gb18030
  市民政局 lead action target due body zh en __proto__ =x 😀 --
`
  .trim()
  .split(/\s+/)

const commandLine = fc.array(
  fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...WORDS, '', '\u0000') }, fc.string({ maxLength: 8 })),
  { minLength: 1, maxLength: 8 },
)

/** What a case has written is gone before the next: else `compile .` has more to do from case to case. */
function tidy(): void {
  for (const name of readdirSync(folder.path))
    if (!GIVEN.has(name)) rmSync(folder.file(name), { recursive: true, force: true })
}

/** Standard input, files of the machine and other threads are no part of the property. */
const outside = (args: readonly string[]): boolean =>
  args.some((arg) => arg === '-' || arg.startsWith('/') || arg.includes('..') || /^(?:-j|--j)/.test(arg)) ||
  args.includes('--stdin-format')

it('command lines of known words in any order', LIMIT, () =>
  fc.assert(
    fc.asyncProperty(
      commandLine.filter((args) => !outside(args)),
      (args) =>
        bounded(async () => {
          const { status, out, err } = await inProcess(args, folder.path)
          expect([0, 1, 2]).toContain(status)
          expect(err).not.toContain('Internal error')
          if (status === 2) expect(out + err).not.toBe('')
        }).finally(tidy),
    ),
    budget(150),
  ),
)
