// Run every `check:` script of package.json, all of them whatever fails, and say how each went.
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
const named = process.argv.slice(2)
const failed = []

for (const [script, command] of Object.entries(scripts)) {
  const name = script.replace(/^check:/, '')
  if (name === script || (named.length > 0 && !named.includes(name))) continue
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(command, { env, shell: true, encoding: 'utf8' })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(8)} ${seconds.padStart(5)} s  ${command}`)
  if (status === 0) continue
  failed.push(name)
  console.log(stdout + stderr)
}
if (failed.length > 0) {
  console.error(`failed: ${failed.join(', ')}`)
  process.exitCode = 1
}
