import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { Folder, qparse } from '../cli/run.js'

/** The recipes of docs/hand-on.md in one language. */
const recipes = (language: string): string[] =>
  [
    ...readFileSync('docs/hand-on.md', 'utf8').matchAll(
      new RegExp(`\`\`\`${language}\\n([^\`]+)\`\`\``, 'g'),
    ),
  ].map(([, recipe]) => recipe?.trim() ?? '')

const folder = new Folder()
afterAll(() => folder.remove())
qparse(['seeds', '-q', '-o', folder.file('all.rows.ndjson')], '.')
const lines = readFileSync(folder.file('all.rows.ndjson'), 'utf8')
interface Line {
  title: string
  path: string
  line: number
  id: string
  due: string | null
  lead: string[]
  bodies: { name: string; role: string }[]
  targets: { metric: string; comparator: string; value: number; unit: string | null; due: string | null }[]
}
const rows = lines
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Line)

/** How often each value comes, most often first, then in order. */
function counted(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
}

const jqIsThere = spawnSync('jq', ['--version']).status === 0

describe.skipIf(!jqIsThere)('recipes for jq (skipped where it is not installed)', () => {
  const [leads = '', percent = '', named = ''] = recipes('jq')
  const jq = (recipe: string): unknown => {
    const args = ['-n', '-c', recipe, folder.file('all.rows.ndjson')]
    const { status, stdout, stderr } = spawnSync('jq', args, { encoding: 'utf8', maxBuffer: 1e8 })
    expect([status, stderr]).toEqual([0, ''])
    return JSON.parse(stdout)
  }

  it('who leads most', () => {
    const found = jq(leads) as { body: string; tasks: number }[]
    expect(found.map(({ tasks }) => tasks)).toEqual(
      counted(rows.flatMap(({ lead }) => lead))
        .slice(0, 5)
        .map(([, tasks]) => tasks),
    )
  })

  it('targets in per cent of 2020', () => {
    const expected = rows
      .filter(({ due }) => due?.startsWith('2020'))
      .flatMap(({ targets }) => targets.filter(({ unit }) => unit === '%'))
    expect(expected.length).toBeGreaterThan(5)
    expect(jq(percent)).toEqual(
      expected.map(({ metric, comparator, value }) => ({ metric, comparator, value })),
    )
  })

  it('what a body is named for', () => {
    const expected = rows.filter(({ bodies }) => bodies.some(({ name }) => name.includes('质监局')))
    expect(jq(named)).toEqual(expected.map(({ path, line, id }) => `${path}:${line} ${id}`))
  })
})

type Run = (query: string) => Promise<Record<string, unknown>[]>

/** DuckDB is 70 MB, so it is no dependency: .ci/run installs it beside the others. */
async function duckdb(): Promise<Run | null> {
  const name = '@duckdb/node-api'
  try {
    const { DuckDBInstance } = (await import(name)) as {
      DuckDBInstance: {
        create(): Promise<{
          connect(): Promise<{
            runAndReadAll(query: string): Promise<{ getRowObjectsJson(): Record<string, unknown>[] }>
          }>
        }>
      }
    }
    const connection = await (await DuckDBInstance.create()).connect()
    return async (query) => (await connection.runAndReadAll(query)).getRowObjectsJson()
  } catch {
    return null
  }
}
const database = await duckdb()

describe.skipIf(database === null)(
  'recipes for DuckDB (skipped where @duckdb/node-api is not installed)',
  () => {
    const [bodies = '', targets = '', nobody = ''] = recipes('sql')
    const run: Run = (query) => database!(query.replaceAll('all.rows.ndjson', folder.file('all.rows.ndjson')))

    it('tasks of each body by role', async () => {
      const expected = counted(rows.flatMap((row) => row.bodies.map(({ name, role }) => `${name} ${role}`)))
      const found = await run(bodies)
      expect(found.map(({ tasks }) => Number(tasks))).toEqual(expected.slice(0, 5).map(([, tasks]) => tasks))
    })

    it('targets by year and unit', async () => {
      const dated = rows.flatMap((row) => row.targets.filter(({ due }) => due !== null))
      const found = await run(targets)
      expect(found.reduce((sum, item) => sum + Number(item['targets']), 0)).toBe(dated.length)
      const of2020 = dated.filter(({ due, unit }) => due?.startsWith('2020') && unit === '%')
      expect(found.find(({ due, unit }) => Number(due) === 2020 && unit === '%')).toMatchObject({
        targets: String(of2020.length),
        highest: Math.max(...of2020.map(({ value }) => value)),
      })
    })

    it('obligations without anybody', async () => {
      const found = await run(nobody)
      const expected = counted(rows.flatMap(({ title, bodies: all }) => (all.length === 0 ? [title] : [])))
      const some = found.filter((item) => item['nobody'] !== '0')
      expect(some.map((item) => [item['title'], Number(item['nobody'])])).toEqual(expected)
    })
  },
)
