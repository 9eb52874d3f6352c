// Run every `check:` script of package.json, all of them whatever fails, and say how each went. One that cannot be made
// here (no registry that answers) exits with 77 and says why: it is skipped, and fails nothing.
//   npm run check                  all
//   npm run check -- lint types    those named
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { delimiter, resolve } from 'node:path'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
const env = {
  ...process.env,
  // `npm pack`, which publint and attw call, would otherwise build again.
  npm_config_ignore_scripts: 'true',
  PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}`,
}
/** Status of a check that could not be made here. */
const SKIPPED = 77
const named = process.argv.slice(2)
const failed = []

for (const [script, command] of Object.entries(scripts)) {
  const name = script.replace(/^check:/, '')
  if (name === script || (named.length > 0 && !named.includes(name))) continue
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(command, { env, shell: true, encoding: 'utf8' })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const result = status === 0 ? 'ok  ' : status === SKIPPED ? 'skip' : 'FAIL'
  console.log(`${result}  ${name.padEnd(9)} ${seconds.padStart(5)} s  ${command}`)
  if (status === 0) continue
  if (status !== SKIPPED) failed.push(name)
  console.log(stdout + stderr)
}
if (failed.length > 0) {
  console.error(`failed: ${failed.join(', ')}`)
  process.exitCode = 1
}
