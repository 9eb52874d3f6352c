import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Work } from '../../src/compile/outcome.js'
import { openPool } from '../../src/compile/pool.js'
import type { Task } from '../../src/compile/tasks.js'
import { Folder } from '../cli/run.js'

const folder = new Folder()
afterAll(() => folder.remove())

const WORK: Work = { format: 'ndjson', pageLanguage: 'zh', language: 'en', limit: 1000, cacheFolder: null }
const MORTAL = pathToFileURL(resolve('test/scale/workers/mortal.mjs')).href

const task = (id: string): Task => ({
  id,
  duplicateOf: null,
  input: { kind: 'path', path: folder.file(id) },
})

describe('workers that die', () => {
  it('a document whose worker died is tried again; one that kills two has an entry that says so', async () => {
    const pool = await openPool(WORK, 2, MORTAL)
    const ids = ['a', 'once-1', 'b', 'fatal', 'c', 'once-2', 'd', 'e']
    const outcomes = await Promise.all(ids.map((id) => pool.worker(task(id))))
    await pool.close()
    expect(outcomes.map(({ id }) => id)).toEqual(ids)
    expect(outcomes.map(({ diagnostics }) => diagnostics.map(({ code }) => code).join())).toEqual(
      ids.map((id) => (id === 'fatal' ? 'worker-crashed' : '')),
    )
    const fatal = outcomes.find(({ id }) => id === 'fatal')
    const { piece } = fatal ?? {}
    if (!piece || !('written' in piece)) throw new Error('nothing was written')
    expect(JSON.parse(String(piece.written))).toMatchObject({
      id: 'fatal',
      obligations: [],
      diagnostics: [{ code: 'worker-crashed', severity: 'error' }],
    })
  })
})
