import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

export interface Ended {
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

/** The real command, running: for faults that strike it in the middle. */
export function start(args: readonly string[], cwd: string): ChildProcess {
  return spawn(process.execPath, [resolve('bin/qparse.js'), ...args], {
    cwd,
    env: { PATH: process.env['PATH'], LANG: 'en_GB.UTF-8' },
  })
}

export async function ended(child: ChildProcess): Promise<Ended> {
  let out = ''
  let err = ''
  child.stdout?.on('data', (chunk) => (out += String(chunk)))
  child.stderr?.on('data', (chunk) => (err += String(chunk)))
  const [status, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
  return { status, signal, out, err }
}

/** Waits until something is so, however long the machine takes. */
export async function until(is: () => boolean): Promise<void> {
  while (!is()) await new Promise((wait) => setTimeout(wait, 5))
}
