import { version } from '../generated/version.js'

/** Runs the command line to its end. The version is printed before anything else is loaded. */
export async function start(args: readonly string[]): Promise<void> {
  // A reader that has seen enough (| head) closes the pipe: that is no fault. Other faults reach whoever was writing.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') void leave(() => process.exit(0))
  })

  // The second time the signal does what it does by itself. An exit would wait for a read that may never end, of a pipe
  // that nobody writes to.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void leave(() => process.kill(process.pid, signal)))

  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    process.stdout.write(`${version}\n`)
  } else {
    const { runProgram } = await import('./program.js')
    process.exitCode = await runProgram(args)
  }
}

/** Ends at once; what is half written goes. */
async function leave(end: () => void): Promise<void> {
  const { removeUnfinished } = await import('../writers/atomic.js')
  removeUnfinished()
  end()
}

/** Runs through what compiling needs, so that its code is there to be kept. */
export async function rehearse(): Promise<void> {
  const { compileRehearsal } = await import('./rehearsal.js')
  await compileRehearsal()
}
