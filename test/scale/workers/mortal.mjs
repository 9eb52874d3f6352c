import { existsSync, writeFileSync } from 'node:fs'

/** A worker that dies on some tasks: always, or only the first time (it leaves a file behind). */
export default async function work({ id, input: { path } }) {
  if (id.startsWith('fatal') || (id.startsWith('once') && !existsSync(path))) {
    if (id.startsWith('once')) writeFileSync(path, '')
    setImmediate(() => {
      throw new Error('the worker dies')
    })
    await new Promise(() => undefined)
  }
  return { id, diagnostics: [] }
}
