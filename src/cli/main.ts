import { version } from '../generated/version.js'

/** Starts the command line. The version is printed before anything else is loaded. */
const args = process.argv.slice(2)

// A reader that has seen enough (| head) closes the pipe: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  process.stdout.write(`${version}\n`)
} else {
  const { runProgram } = await import('./program.js')
  process.exitCode = await runProgram(args)
}
