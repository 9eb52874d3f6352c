import { vi } from 'vitest'
import { runProgram } from '../../src/cli/program.js'
import type { Result } from './run.js'

/** The command inside this process, where coverage sees it. */
export async function inProcess(
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<Result> {
  const said = { out: '', err: '' }
  const record =
    (name: 'out' | 'err') =>
    (text: string | Uint8Array, ...rest: unknown[]): boolean => {
      said[name] += typeof text === 'string' ? text : Buffer.from(text).toString()
      for (const done of rest) if (typeof done === 'function') done()
      return true
    }
  vi.spyOn(process.stdout, 'write').mockImplementation(record('out'))
  vi.spyOn(process.stderr, 'write').mockImplementation(record('err'))
  vi.stubEnv('LANG', 'en_GB.UTF-8')
  vi.stubEnv('NO_COLOR', '1')
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  const before = process.cwd()
  process.chdir(cwd)
  try {
    return { status: await runProgram(args), ...said }
  } finally {
    process.chdir(before)
    vi.restoreAllMocks()
  }
}
