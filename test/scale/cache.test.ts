import { afterAll, expect, it, vi } from 'vitest'
import { makeWorker, type Work } from '../../src/compile/outcome.js'
import { tasksOf } from '../../src/compile/tasks.js'
import fitsSchema from '../../src/generated/validate-registry.js'
import { Folder, PLAN } from '../cli/run.js'

vi.mock(import('../../src/generated/validate-registry.js'), async (load) => {
  const { default: check } = await load()
  return { default: Object.assign(vi.fn(check), check) }
})

const folder = new Folder()
afterAll(() => folder.remove())

it('a document is checked against the schema once, whether it is compiled or from the cache', async () => {
  folder.write('plan.txt', PLAN)
  const work: Work = {
    format: 'ndjson',
    pageLanguage: 'zh',
    language: 'en',
    limit: 1 << 20,
    cacheFolder: folder.file('cache'),
  }
  const worker = await makeWorker(work)
  const [task] = await tasksOf([folder.file('plan.txt')])
  const seen = []
  for (let run = 0; run < 2; run++) {
    vi.mocked(fitsSchema).mockClear()
    const { cached, piece } = await worker(task!)
    seen.push({ cached, piece, checks: vi.mocked(fitsSchema).mock.calls.length })
  }
  expect(seen.map(({ cached, checks }) => [cached, checks])).toEqual([
    [false, 1],
    [true, 1],
  ])
  expect(seen[0]?.piece).toEqual(seen[1]?.piece)
})
